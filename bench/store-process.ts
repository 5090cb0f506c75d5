import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../services/telemetry-store/src/main.ts', import.meta.url));
/** As `clearspan up` starts it. */
const FLAGS = ['--max-semi-space-size=16', '--import', '@clearspan/instrumentation/register'];

export const STORE_PORT = 18_018;

/** The store as it is shipped, listening. What it would send of itself is not sent. */
export const startStoreProcess = async (
  dataDir: string,
  env: Readonly<Record<string, string>> = {},
): Promise<ChildProcess> => {
  const store = spawn(process.execPath, [...FLAGS, MAIN], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      PATH: process.env.PATH ?? '',
      CLEARSPAN_DATA: dataDir,
      TELEMETRY_STORE_PORT: String(STORE_PORT),
      TELEMETRY_STORE_OTLP_PORT: '0',
      TELEMETRY_STORE_OTLP_GRPC_PORT: '0',
      TELEMETRY_STORE_OTLP_URL: 'off',
      OTEL_SERVICE_NAME: 'telemetry-store',
      LOG_LEVEL: 'error',
      ...env,
    },
  });
  await once(store, 'message');
  return store;
};

export const stopStoreProcess = async (store: ChildProcess): Promise<void> => {
  store.kill('SIGTERM');
  await once(store, 'exit');
};
