import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BIN, type CliRun, runCli } from '../run-cli.ts';
import { type StoreProcess, startStore } from './store-process.ts';

/** Of starting the store several times beside others that use the machine. */
const TIMEOUT_MS = 120_000;
const LINES = 60_000;
const lineOf = (i: number): string =>
  `${JSON.stringify({ time: '2026-01-05T08:00:00Z', level: 'info', service: 'resumed', i, pad: 'x'.repeat(140) })}\n`;
const CONTENT = Array.from({ length: LINES }, (_, i) => lineOf(i)).join('');

let dir: string;
let store: StoreProcess;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'resume-'));
  store = await startStore(join(dir, 'store'));
});
afterEach(async () => {
  await store?.stop();
  rmSync(dir, { recursive: true, force: true });
});

const env = (): Record<string, string> => ({
  CLEARSPAN_DATA: join(dir, 'cli'),
  TELEMETRY_STORE_OTLP_URL: store.otlpUrl,
});
const command = (...args: readonly string[]): Promise<CliRun> => runCli(args, { cwd: dir, env: env() });
const write = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(dir, name), content);
  return name;
};

/** Bytes of the content that are noted as taken. */
const noted = (): number => {
  try {
    const [state] = readdirSync(join(dir, 'cli', 'imports')).filter((name) => name.endsWith('.json'));
    return (JSON.parse(readFileSync(join(dir, 'cli', 'imports', state ?? ''), 'utf8')) as { offset: number }).offset;
  } catch {
    return 0;
  }
};
const untilNoted = async (bytes: number): Promise<void> => {
  while (noted() < bytes) await new Promise((turn) => setImmediate(turn));
};

const held = async (): Promise<unknown> => {
  const query =
    "source logs | filter $l.subsystemname == 'resumed' | groupby $d.i aggregate count() as n | groupby true as all aggregate count() as lines, sum(n) as rows, max(n) as most";
  const [row] = await store.rows(query);
  const { lines, rows, most } = (row?.$d ?? {}) as Record<string, number>;
  return { lines, rows, most };
};
const ONCE = { lines: LINES, rows: LINES, most: 1 };

/** Hands requests on, and cuts the connection in the place of every answer that `isLost`. */
const startLossyProxy = async (isLost: (answer: number) => boolean): Promise<Server> => {
  let answers = 0;
  const server = createServer((incoming, outgoing) => {
    const { method, headers, url } = incoming;
    const onward = httpRequest(`${store.otlpUrl}${url}`, { method: method ?? 'POST', headers }, (answer) => {
      answers += 1;
      if (isLost(answers)) answer.resume().on('end', () => outgoing.destroy());
      else answer.pipe(outgoing.writeHead(answer.statusCode ?? 500, answer.headers));
    });
    incoming.pipe(onward);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
};

describe('an import that is stopped', { timeout: TIMEOUT_MS }, () => {
  test.each([
    ['plain', CONTENT],
    ['packed', gzipSync(CONTENT)],
  ])(
    'killed in the middle, again and again, and the system too: every line is there once (%s)',
    async (name, content) => {
      const file = write(`${name}.ndjson`, content);
      for (let round = 1; round <= 3; round++) {
        const child = spawn(process.execPath, [BIN, 'import', file], {
          cwd: dir,
          env: { PATH: process.env.PATH ?? '', ...env() },
        });
        const exited = once(child, 'exit');
        await untilNoted(round * 2_000_000);
        child.kill(round === 2 ? 'SIGINT' : 'SIGKILL');
        expect(await exited).toEqual(round === 2 ? [130, null] : [null, 'SIGKILL']);
        if (round === 3) {
          await store.kill();
          store = await startStore(join(dir, 'store'));
        }
      }
      const before = noted();
      expect(before).toBeLessThan(CONTENT.length);
      const run = await command('import', file);
      expect(run).toMatchObject({ code: 0, stderr: '' });
      const fromLine = CONTENT.slice(0, before).split('\n').length.toLocaleString('en');
      expect(run.stdout).toContain(`records taken, from line ${fromLine} on`);
      expect(await held()).toEqual(ONCE);
      expect((await command('import', file)).stdout).toContain('nothing new');
    },
  );

  test('the store killed under an import and started again: the import goes on by itself', async () => {
    const file = write('restart.ndjson', CONTENT);
    const running = command('import', file);
    await untilNoted(3_000_000);
    await store.kill();
    store = await startStore(join(dir, 'store'), Number(new URL(store.otlpUrl).port));
    const run = await running;
    expect(run.stderr).toContain('does not answer; trying again for 60 s');
    expect(run).toMatchObject({ code: 0, stdout: `restart.ndjson: ${LINES.toLocaleString('en')} records taken\n` });
    expect(await held()).toEqual(ONCE);
  });

  test('stopped before the end of a file that then grows: what was sent and not acknowledged is known', async () => {
    const file = write('growing.ndjson', CONTENT.slice(0, 2_600_000));
    const child = spawn(process.execPath, [BIN, 'import', file], {
      cwd: dir,
      env: { PATH: process.env.PATH ?? '', ...env() },
    });
    const exited = once(child, 'exit');
    await untilNoted(1);
    child.kill('SIGKILL');
    await exited;
    appendFileSync(join(dir, file), CONTENT.slice(2_600_000));
    expect(await command('import', file)).toMatchObject({ code: 0, stderr: '' });
    const { lines, most } = (await held()) as typeof ONCE;
    // The line that was half there may be there in half as well.
    expect([lines, most]).toEqual([LINES, 1]);
  });

  test('answers that are lost on the way double nothing', async () => {
    const proxy = await startLossyProxy((answer) => answer % 3 === 0);
    const file = write('lost.ndjson', CONTENT);
    const run = await command('import', '--url', `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, file);
    expect(run).toMatchObject({ code: 0, stdout: `lost.ndjson: ${LINES.toLocaleString('en')} records taken\n` });
    expect(await held()).toEqual(ONCE);
    proxy.close();
  });
});
