import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

export interface ServiceProcess {
  readonly url: string;
  readonly otlpUrl: string;
  /** Of OTLP over gRPC. */
  readonly grpcUrl: string;
  readonly process: ChildProcess;
  /** Every line it has written so far. */
  readonly lines: readonly string[];
  /** Ends it as an operator would; resolves with the exit code. */
  stop(): Promise<number | null>;
  /** Ends it as a crash would. */
  kill(): Promise<void>;
}

export interface StartingService {
  readonly process: ChildProcess;
  readonly exited: Promise<unknown>;
  /** Rejects when the process ends before it takes anything. */
  readonly ready: Promise<ServiceProcess>;
}

let place: Readonly<Record<string, string>> = {};
/** Services that are started from now on keep their telemetry where these variables say. */
export const placeServices = (env: Readonly<Record<string, string>>): void => {
  place = env;
};

/** Starts the service as it is shipped, on ports the system chooses. */
export const startService = (dataDir: string, env: Record<string, string> = {}): StartingService => {
  const child = spawn(
    process.execPath,
    ['--max-semi-space-size=16', '--import', '@clearspan/instrumentation/register', MAIN],
    {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: {
        PATH: process.env.PATH ?? '',
        CLEARSPAN_DATA: dataDir,
        TELEMETRY_STORE_PORT: '0',
        TELEMETRY_STORE_OTLP_PORT: '0',
        TELEMETRY_STORE_OTLP_GRPC_PORT: '0',
        TELEMETRY_STORE_OTLP_URL: 'off',
        OTEL_SERVICE_NAME: 'telemetry-store',
        // The payloads of tests have times of their own, and must not be too old one day.
        TELEMETRY_STORE_RETENTION_DAYS: '3650',
        ...place,
        ...env,
      },
    },
  );
  const lines: string[] = [];
  const ready = Promise.withResolvers<string>();
  let otlpUrl = '';
  let grpcUrl = '';
  const listen = (line: string): void => {
    lines.push(line);
    const { msg, url } = (line.startsWith('{') ? JSON.parse(line) : {}) as { msg?: string; url?: string };
    if (msg === 'taking OTLP over HTTP' && url) otlpUrl = url;
    if (msg === 'taking OTLP over gRPC' && url) grpcUrl = url;
  };
  for (const stream of [child.stdout, child.stderr]) if (stream) createInterface({ input: stream }).on('line', listen);
  child.on('message', (message: { kind?: string; url?: string }) => {
    if (message.kind === 'ready' && message.url) ready.resolve(message.url);
  });
  const exited = once(child, 'exit');
  void exited.then(() => ready.reject(new Error(`the service ended:\n${lines.join('\n')}`)));
  const running = async (): Promise<ServiceProcess> => ({
    url: await ready.promise,
    otlpUrl,
    grpcUrl,
    process: child,
    lines,
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
      return child.exitCode;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  });
  return { process: child, exited, ready: running() };
};

export const runService = (dataDir: string, env: Record<string, string> = {}): Promise<ServiceProcess> =>
  startService(dataDir, env).ready;
