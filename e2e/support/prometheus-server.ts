import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from './eventually.ts';
import { get } from './http.ts';

/** One series of an instant query. */
export interface PromSample {
  readonly metric: Readonly<Record<string, string>>;
  readonly value: number;
}

export interface Prometheus {
  /** An instant query; empty while there is nothing. */
  query(text: string): Promise<readonly PromSample[]>;
  stop(): Promise<void>;
}

/** Whether Debian's Prometheus is installed. */
export const hasPrometheus = (): boolean => spawnSync('prometheus', ['--version']).status === 0;

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

const configOf = (targets: Readonly<Record<string, string>>): string =>
  [
    'global: { scrape_interval: 1s }',
    'scrape_configs:',
    ...Object.entries(targets).flatMap(([job, url]) => [
      `  - job_name: ${job}`,
      `    static_configs: [{ targets: ['${new URL(url).host}'] }]`,
    ]),
    '',
  ].join('\n');

/** A real Prometheus that scrapes `/metrics` of each address every second; resolves once all of them are up. */
export const startPrometheus = async (targets: Readonly<Record<string, string>>): Promise<Prometheus> => {
  const dir = mkdtempSync(join(tmpdir(), 'prometheus-'));
  writeFileSync(join(dir, 'prometheus.yml'), configOf(targets));
  const url = `http://127.0.0.1:${await freePort()}`;
  const child = spawn(
    'prometheus',
    [
      `--config.file=${join(dir, 'prometheus.yml')}`,
      `--storage.tsdb.path=${join(dir, 'data')}`,
      `--web.listen-address=${new URL(url).host}`,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4_000)));
  const exited = once(child, 'exit');
  const query = async (text: string): Promise<readonly PromSample[]> => {
    const { body } = await get(`${url}/api/v1/query?query=${encodeURIComponent(text)}`);
    const result: { metric: Record<string, string>; value: [number, string] }[] = body.data?.result ?? [];
    return result.map(({ metric, value }) => ({ metric, value: Number(value[1]) }));
  };
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await exited;
    rmSync(dir, { recursive: true, force: true });
  };
  try {
    await eventually('Prometheus has scraped all', async () => {
      const up = await query('up == 1');
      return up.length === Object.keys(targets).length ? true : undefined;
    });
  } catch (error) {
    await stop();
    throw new Error(`Prometheus is not ready; it said:\n${said}`, { cause: error });
  }
  return { query, stop };
};
