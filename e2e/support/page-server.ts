import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '../../services/web/src/main.ts');

/** The page's server alone, as a process of its own on a free port. */
export const startPageServer = async (
  env: Readonly<Record<string, string>>,
): Promise<{ readonly url: string; stop(): Promise<void> }> => {
  const child = fork(MAIN, {
    env: { PATH: process.env.PATH ?? '', WEB_PORT: '0', TELEMETRY_STORE_OTLP_URL: 'off', LOG_LEVEL: 'fatal', ...env },
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [message] = (await once(child, 'message')) as [{ url: string }];
  return {
    url: message.url,
    stop: async () => {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
};
