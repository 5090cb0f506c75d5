import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '../../src/main.ts');

/** The page's server as a process of its own, on a free port. */
export const startWeb = async (
  env: Readonly<Record<string, string>>,
): Promise<{ child: ChildProcess; url: string }> => {
  const child = fork(MAIN, {
    env: { PATH: process.env.PATH ?? '', WEB_PORT: '0', TELEMETRY_STORE_OTLP_URL: 'off', LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [message] = (await once(child, 'message')) as [{ kind: string; url: string }];
  return { child, url: message.url };
};

export const stopWeb = async (child: ChildProcess): Promise<void> => {
  child.kill('SIGTERM');
  await once(child, 'exit');
};
