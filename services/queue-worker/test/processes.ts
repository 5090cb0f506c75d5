import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface ServiceProcess {
  readonly url: string;
  readonly child: ChildProcess;
  /** Ends it as the system would; its exit code. */
  stop(): Promise<number | null>;
  /** Ends it as a crash would. */
  kill(): Promise<void>;
}

const RUNNING = new Set<ChildProcess>();

const exited = async (child: ChildProcess): Promise<number | null> => {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
};

/** Starts a service as it is started for users, on a free port; resolves once it says that it is ready. */
export const startProcess = async (name: string, env: Record<string, string>): Promise<ServiceProcess> => {
  const main = join(import.meta.dirname, '..', '..', name, 'src', 'main.ts');
  const variable = `${name.toUpperCase().replaceAll('-', '_')}_PORT`;
  const child = spawn(process.execPath, ['--import', '@clearspan/instrumentation/register', main], {
    cwd: join(import.meta.dirname, '..'),
    env: { ...process.env, [variable]: '0', OTEL_SERVICE_NAME: name, TELEMETRY_STORE_OTLP_URL: 'off', ...env },
    stdio: ['ignore', process.env.SHOW_SERVICES ? 'inherit' : 'ignore', 'inherit', 'ipc'],
  });
  RUNNING.add(child);
  child.once('exit', () => RUNNING.delete(child));
  const url = await new Promise<string>((resolve, reject) => {
    child.once('message', (message: { url: string }) => resolve(message.url));
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code} before it was ready`)));
  });
  return {
    url,
    child,
    stop: async () => {
      const code = exited(child);
      child.kill('SIGTERM');
      return code;
    },
    kill: async () => {
      const code = exited(child);
      child.kill('SIGKILL');
      await code;
    },
  };
};

/** Ends whatever a test left running. */
export const killAll = async (): Promise<void> => {
  const left = [...RUNNING];
  for (const child of left) child.kill('SIGKILL');
  await Promise.all(left.map(exited));
};
