import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { STORE_PORT, startStoreProcess, stopStoreProcess } from '../store-process.ts';
import { restingCpuSeconds } from './cpu.ts';
import type { LoadOrder } from './load.ts';
import type { Kind } from './requests.ts';

const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const OTLP_PORT = 14_318;

export interface Sent {
  /** CPU seconds of the store and its engine until every row can be queried and is merged. */
  readonly cpuSeconds: number;
  /** Until every request was answered. */
  readonly seconds: number;
}

/** The store as it is shipped, and a client in another process. */
export interface RunningStore {
  readonly pid: number;
  readonly otlpUrl: string;
  /** Records that can be queried. */
  rowsOf(kind: Kind): Promise<number>;
  send(kind: Kind, requests: number, encoding: LoadOrder['encoding']): Promise<Sent>;
  close(): Promise<void>;
}

const rowsOf = async (kind: Kind): Promise<number> => {
  const table = kind === 'traces' ? 'spans' : 'logs';
  const response = await fetch(`http://127.0.0.1:${STORE_PORT}/api/query`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: `source ${table} last 1h | count` }),
  });
  const { rows } = (await response.json()) as { rows: readonly { $d: { _count: number } }[] };
  return rows[0]?.$d._count ?? 0;
};

export const startStore = async (dataDir: string): Promise<RunningStore> => {
  const store = await startStoreProcess(dataDir, { TELEMETRY_STORE_OTLP_PORT: String(OTLP_PORT) });
  const load = fork(file('load.ts'), [], { execArgv: [] });
  const pid = store.pid ?? 0;
  const otlpUrl = `http://127.0.0.1:${OTLP_PORT}`;
  return {
    pid,
    otlpUrl,
    rowsOf,
    send: async (kind, requests, encoding) => {
      const before = await restingCpuSeconds(pid);
      const order: LoadOrder = { url: otlpUrl, kind, requests, connections: 8, encoding };
      load.send(order);
      const [{ seconds, error }] = (await once(load, 'message')) as [{ seconds: number; error?: string }];
      if (error !== undefined) throw new Error(error);
      // A question waits for what was acknowledged before it.
      await rowsOf(kind);
      return { cpuSeconds: (await restingCpuSeconds(pid)) - before, seconds };
    },
    close: async () => {
      load.disconnect();
      await stopStoreProcess(store);
    },
  };
};
