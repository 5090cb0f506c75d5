import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { LogFile } from './log-file.ts';
import { readLogLine } from './log-line.ts';
import type { ProcessSpec } from './process-plan.ts';

/** Lines kept of each child, to be shown when it dies. */
const LAST_LINES_MAX = 20;
/** A line longer than this is cut where it is kept and shown; the file has it whole. */
const SHOWN_LINE_CHARS_MAX = 2_000;

export interface ChildExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A started child. `exited` settles once, after its last line was read. */
export interface Child {
  readonly spec: ProcessSpec;
  readonly pid: number | undefined;
  /** Settles when the child says `{kind: 'ready'}`; never rejects. */
  readonly saidReady: Promise<void>;
  readonly exited: Promise<ChildExit>;
  lastLines(): readonly string[];
  /** Asks it to stop. Its own children are its own business: only it knows in which order they may go. */
  terminate(): void;
  /** Ends it and its whole process group at once. */
  kill(): void;
}

export interface ChildHooks {
  readonly node: string;
  readonly log: LogFile;
  /** A warning, an error, or text on stderr. */
  onNotice(name: string, level: 'error' | 'warning', text: string): void;
}

const isReady = (message: unknown): boolean =>
  typeof message === 'object' && message !== null && (message as { kind?: unknown }).kind === 'ready';

const signalGroup = (process_: ChildProcess, signal: NodeJS.Signals): void => {
  if (process_.pid === undefined) return;
  try {
    process.kill(-process_.pid, signal);
  } catch {
    // The group is gone already, which is what was wanted.
  }
};

/**
 * Starts one child in its own process group, so that a Ctrl-C of the terminal reaches only the supervisor, and with a
 * channel whose end tells the child that the supervisor is gone.
 */
export const startChild = (spec: ProcessSpec, hooks: ChildHooks): Child => {
  const child = spawn(hooks.node, [...spec.args], {
    cwd: spec.cwd,
    env: { ...spec.env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  });
  const last: string[] = [];
  const read = (stream: 'stdout' | 'stderr'): void => {
    const input = child[stream];
    if (!input) return;
    createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY }).on('line', (line) => {
      hooks.log.write(line);
      last.push(line.slice(0, SHOWN_LINE_CHARS_MAX));
      if (last.length > LAST_LINES_MAX) last.shift();
      const { level, text } = readLogLine(line, stream);
      if (level !== 'other') hooks.onNotice(spec.name, level, text.slice(0, SHOWN_LINE_CHARS_MAX));
    });
  };
  read('stdout');
  read('stderr');
  const ready = Promise.withResolvers<void>();
  const exited = Promise.withResolvers<ChildExit>();
  child.on('message', (message) => {
    if (isReady(message)) ready.resolve();
  });
  child.on('error', (error) => {
    last.push(error.message);
    if (child.pid === undefined) exited.resolve({ code: null, signal: null });
  });
  child.on('close', (code, signal) => exited.resolve({ code, signal }));
  // A grandchild that keeps the pipes open must not hide the death of its parent.
  child.on('exit', (code, signal) => setTimeout(() => exited.resolve({ code, signal }), 250).unref());
  return {
    spec,
    pid: child.pid,
    saidReady: ready.promise,
    exited: exited.promise,
    lastLines: () => last,
    terminate: () => void child.kill('SIGTERM'),
    kill: () => signalGroup(child, 'SIGKILL'),
  };
};
