import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { BIN } from '../run-cli.ts';

export interface RunningSystem {
  readonly storeUrl: string;
  readonly otlpUrl: string;
  readonly storageUrl: string;
  readonly queueUrl: string;
  /** As Ctrl-C does. */
  stop(): Promise<void>;
  kill(): void;
}

const OFFSETS = { queue: 13, storage: 15, store: 18, grpc: 47, otlp: 48 } as const;

const isFree = async (port: number): Promise<boolean> => {
  const server = createServer();
  const bound = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => resolve(true));
  });
  if (bound) await new Promise((resolve) => server.close(resolve));
  return bound;
};

/** Below the ports that the system hands out to other tests meanwhile. */
const freeBase = async (): Promise<number> => {
  for (let base = 12_000 + (process.pid % 8_000); ; base += 100) {
    const free = await Promise.all(Object.values(OFFSETS).map((offset) => isFree(base + offset)));
    if (free.every(Boolean)) return base;
  }
};

/** The parts that keep data, started by the real command. */
export const startSystem = async (dataDir: string): Promise<RunningSystem> => {
  const base = await freeBase();
  const parts = 'telemetry-store,storage-service,queue-service';
  const child: ChildProcess = spawn(
    process.execPath,
    [BIN, 'up', '--only', parts, '--port-base', String(base), '--data', dataDir],
    { env: { PATH: process.env.PATH ?? '', TELEMETRY_STORE_OTLP_URL: 'off' }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const exited = once(child, 'exit');
  for await (const chunk of child.stdout ?? []) if (String(chunk).includes('Ctrl-C stops everything.')) break;
  const url = (offset: number): string => `http://127.0.0.1:${base + offset}`;
  return {
    storeUrl: url(OFFSETS.store),
    otlpUrl: url(OFFSETS.otlp),
    storageUrl: url(OFFSETS.storage),
    queueUrl: url(OFFSETS.queue),
    stop: async () => {
      child.kill('SIGINT');
      await exited;
    },
    kill: () => void child.kill('SIGKILL'),
  };
};
