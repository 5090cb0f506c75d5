import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { FromChild, OpenMessage, ToChild } from './protocol.ts';
import { storeError } from './store-error.ts';

const MAIN = fileURLToPath(new URL('../child/main.ts', import.meta.url));
const STDERR_CHARS_MAX = 8_192;
/** Beside the readers: writer, admin, backup, and the one that kills. */
const OTHER_SESSIONS = 4;
/** Threads of Node's pool: one per session, and some for files. */
const SPARE_THREADS = 4;
/** What the engine says of a failed open comes through stderr, a moment after its answer. */
const STDERR_LAG_MS = 50;
const OPEN_MS_MAX = 60_000;

export interface EngineChild {
  readonly process: ChildProcess;
  send(message: ToChild): void;
}

/** The child gets nothing of the parent's environment that it does not need: no secrets, no telemetry hooks. */
const childEnv = (threads: number): NodeJS.ProcessEnv => {
  const { PATH, HOME, TMPDIR, NODE_COMPILE_CACHE } = process.env;
  const kept = Object.entries({ PATH, HOME, TMPDIR, NODE_COMPILE_CACHE }).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(kept), TZ: 'UTC', UV_THREADPOOL_SIZE: String(threads) };
};

/**
 * Starts the engine's process and waits until its sessions are open. Rejects with `LOCKED` when another process has the
 * directory, else with `ENGINE` and what the engine wrote to stderr as the cause.
 */
export const spawnEngine = (open: OpenMessage, onMessage: (message: FromChild) => void): Promise<EngineChild> => {
  const child = fork(MAIN, [], {
    serialization: 'advanced',
    execArgv: ['--max-semi-space-size=2'],
    env: childEnv(open.readers + OTHER_SESSIONS + SPARE_THREADS),
    // The engine keeps compiled schemas in its working directory.
    cwd: open.path,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-STDERR_CHARS_MAX);
  });
  const { promise, resolve, reject } = Promise.withResolvers<EngineChild>();
  const refuse = (why: string): void => {
    child.kill('SIGKILL');
    const told = `${why}\n${stderr}`;
    if (/Cannot lock file/.test(told))
      reject(storeError('LOCKED', `another process holds ${open.path}`, new Error(told)));
    else reject(storeError('ENGINE', `the engine did not open ${open.path}`, new Error(told)));
  };
  const timer = setTimeout(refuse, OPEN_MS_MAX, `not open after ${OPEN_MS_MAX} ms`);
  child.on('message', (message: FromChild) => {
    if (message.kind === 'opened') resolve({ process: child, send });
    else if (message.kind === 'open-failed') setTimeout(refuse, STDERR_LAG_MS, message.message);
    else onMessage(message);
  });
  child.on('error', (error) => refuse(String(error)));
  child.on('exit', (code, signal) => {
    clearTimeout(timer);
    refuse(`the engine's process ended with ${signal ?? code}`);
  });
  const send = (message: ToChild): void => {
    // A child that has just died is noticed by its exit, which settles what was sent to it.
    if (child.connected) child.send(message, () => {});
  };
  send(open);
  return promise.finally(() => clearTimeout(timer));
};
