import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const SERVICE = join(import.meta.dirname, '../../../../services/telemetry-store/src/main.ts');

export interface StoreProcess {
  readonly url: string;
  readonly otlpUrl: string;
  /** Rows of a query over all times. */
  rows(query: string): Promise<readonly Record<string, unknown>[]>;
  stop(): Promise<void>;
  /** Ends it and its engine as a crash would. */
  kill(): Promise<void>;
}

const WINDOW = { from: '2020-01-01T00:00:00Z', to: '2036-01-01T00:00:00Z' };

const readyOf = (child: ChildProcess, lines: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    child.on('message', (message: { kind?: string; url?: string }) => {
      if (message.kind === 'ready' && message.url) resolve(message.url);
    });
    child.on('exit', () => reject(new Error(`the store ended:\n${lines.join('\n')}`)));
  });

const killIfThere = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
};

/** The store as `clearspan up` starts it. Port 0 is one that the system chooses. */
export const startStore = async (dataDir: string, otlpPort = 0): Promise<StoreProcess> => {
  const child = spawn(process.execPath, [SERVICE], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      PATH: process.env.PATH ?? '',
      CLEARSPAN_DATA: dataDir,
      TELEMETRY_STORE_PORT: '0',
      TELEMETRY_STORE_OTLP_PORT: String(otlpPort),
      TELEMETRY_STORE_OTLP_GRPC_PORT: '0',
      // Files of tests have times of their own, and must not be too old one day.
      TELEMETRY_STORE_RETENTION_DAYS: '3650',
    },
  });
  const lines: string[] = [];
  let otlpUrl = '';
  const listen = (line: string): void => {
    lines.push(line);
    const { msg, url } = (line.startsWith('{') ? JSON.parse(line) : {}) as { msg?: string; url?: string };
    if (msg === 'taking OTLP over HTTP' && url) otlpUrl = url;
  };
  for (const stream of [child.stdout, child.stderr]) if (stream) createInterface({ input: stream }).on('line', listen);
  const url = await readyOf(child, lines);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  };
  return {
    url,
    otlpUrl,
    rows: async (query) => {
      const answer = await fetch(`${url}/api/query`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, time_range: WINDOW }),
      });
      const body = (await answer.json()) as { readonly rows: readonly Record<string, unknown>[] };
      if (answer.status !== 200) throw new Error(JSON.stringify(body));
      return body.rows;
    },
    stop: () => end('SIGTERM'),
    kill: async () => {
      const engines = execFileSync('pgrep', ['-P', String(child.pid)], { encoding: 'utf8' })
        .trim()
        .split('\n');
      await end('SIGKILL');
      // On its own it would notice, but may have an insert to end first.
      for (const engine of engines) killIfThere(Number(engine));
    },
  };
};
