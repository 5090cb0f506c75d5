import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCES = fileURLToPath(new URL('../../examples/storefront/src', import.meta.url));

/** The three services, running. */
export interface Shop {
  readonly url: string;
  readonly pids: readonly number[];
  stop(): Promise<void>;
}

/** Rejects when a service ends before it is ready: its port is taken, most likely. */
const failed = async (child: ChildProcess, name: string): Promise<never> => {
  const [code] = (await once(child, 'exit')) as [number | null];
  throw new Error(`the ${name} service ended with ${code}`);
};

/** Starts the services as `clearspan up --with storefront` does, on ports from `base` on, with `env` beside. */
export const startShop = async (base: number, env: Readonly<Record<string, string>>): Promise<Shop> => {
  const data = mkdtempSync(join(tmpdir(), 'clearspan-shop-'));
  const urlOf = (offset: number): string => `http://127.0.0.1:${base + offset}`;
  const children: ChildProcess[] = [];
  for (const name of ['database', 'backend', 'frontend']) {
    const child = spawn(
      process.execPath,
      ['--max-semi-space-size=8', '--import', '@clearspan/instrumentation/register', join(SOURCES, name, 'main.ts')],
      {
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
        env: {
          PATH: process.env.PATH ?? '',
          CLEARSPAN_DATA: data,
          OTEL_SERVICE_NAME: `${name}-service`,
          FRONTEND_SERVICE_PORT: String(base + 1),
          BACKEND_SERVICE_PORT: String(base + 2),
          DATABASE_SERVICE_PORT: String(base + 3),
          BACKEND_SERVICE_URL: urlOf(2),
          DATABASE_SERVICE_URL: urlOf(3),
          // Answers that ran out would be fewer on the side that answers more in the time, which would then do less for each.
          STOREFRONT_CACHE_TTL_MS: '3600000',
          ...env,
        },
      },
    );
    children.push(child);
    await Promise.race([once(child, 'message'), failed(child, name)]);
  }
  return {
    url: urlOf(1),
    pids: children.map(({ pid }) => pid as number),
    stop: async () => {
      for (const child of children.toReversed()) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      rmSync(data, { recursive: true, force: true });
    },
  };
};
