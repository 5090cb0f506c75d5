import { type FromChild, type Lane, type OpenMessage, type RunMessage, tagOf } from './protocol.ts';
import { type Settings, settingsClause } from './settings.ts';
import { type EngineChild, spawnEngine } from './spawn-engine.ts';
import { storeError, storeErrorOf } from './store-error.ts';

export interface RunRequest {
  readonly lane: Lane;
  readonly sql: string;
  /**
   * Settings to append, and with them the mark by which the statement can be killed. Null for what takes none (DDL has a
   * clause of the same name and another meaning): such a statement cannot be cancelled.
   */
  readonly settings: Settings | null;
  readonly queueMs: number;
  readonly killAfterMs: number;
  readonly resultBytesMax: number;
  readonly signal?: AbortSignal | undefined;
  /**
   * True for a statement that may be given to the engine twice (an insert with a token): it waits for the engine to come
   * back and is sent again. The others fail with UNAVAILABLE when the engine dies under them.
   */
  readonly repeatable: boolean;
}

export interface RunResult {
  /** The result as JSONCompact, empty for a statement without one. */
  readonly bytes: Uint8Array;
}

/** What happens to the process; the owner logs it. */
export type EngineEvent =
  | { readonly kind: 'died'; readonly signal: string; readonly inFlight: number }
  | { readonly kind: 'restarted'; readonly attempts: number; readonly resent: number }
  | { readonly kind: 'restart-failed'; readonly attempt: number; readonly error: Error };

export interface Engine {
  run(request: RunRequest): Promise<RunResult>;
  /** False while the process is being brought back. */
  up(): boolean;
  /** Process id of the engine now running; null while there is none. */
  pid(): number | null;
  close(): Promise<void>;
}

interface Pending {
  readonly message: RunMessage;
  readonly repeatable: boolean;
  deaths: number;
  settle(outcome: RunResult | Error): void;
}

type State =
  | { readonly kind: 'up'; readonly child: EngineChild }
  | { readonly kind: 'down'; readonly attempts: number }
  | { readonly kind: 'closed' };

const BACKOFF_BASE_MS = 100;
const BACKOFF_MAX_MS = 10_000;
/** A statement under which the engine has died so often is not given to it again. */
const DEATHS_MAX = 3;
const CLOSE_MS_MAX = 5_000;

const backoffMs = (attempt: number): number => Math.min(BACKOFF_MAX_MS, BACKOFF_BASE_MS * 2 ** Math.min(attempt, 10));

/** Keeps one engine process alive and settles every statement exactly once. */
export const startEngine = async (open: OpenMessage, onEvent: (event: EngineEvent) => void): Promise<Engine> => {
  const pending = new Map<number, Pending>();
  let nextId = 1;
  let state: State;

  const settle = (id: number, outcome: RunResult | Error): void => {
    const entry = pending.get(id);
    pending.delete(id);
    entry?.settle(outcome);
  };

  const onMessage = (message: FromChild): void => {
    if (message.kind === 'done') settle(message.id, message);
    else if (message.kind === 'failed') settle(message.id, storeErrorOf(message.failure));
  };

  const onDeath = (signal: string): void => {
    if (state.kind !== 'up') return;
    onEvent({ kind: 'died', signal, inFlight: pending.size });
    state = { kind: 'down', attempts: 0 };
    for (const [id, entry] of pending) {
      entry.deaths += 1;
      if (!entry.repeatable) settle(id, storeError('UNAVAILABLE', 'the engine died while it ran the statement'));
      else if (entry.deaths >= DEATHS_MAX)
        settle(id, storeError('ENGINE', `the engine died ${DEATHS_MAX} times under the statement`));
    }
    setTimeout(() => void restart(1), backoffMs(0));
  };

  const watch = (child: EngineChild): void => {
    const { process: ps } = child;
    // It can have died between its first message and now.
    if (ps.exitCode !== null || ps.signalCode !== null) onDeath(String(ps.signalCode ?? ps.exitCode));
    else ps.once('exit', (code, signal) => onDeath(String(signal ?? code)));
  };

  const restart = async (attempt: number): Promise<void> => {
    if (state.kind !== 'down') return;
    try {
      const child = await spawnEngine(open, onMessage);
      // `close` may have come in between.
      if ((state as State).kind === 'closed') {
        child.process.kill('SIGKILL');
        return;
      }
      state = { kind: 'up', child };
      for (const entry of pending.values()) child.send(entry.message);
      onEvent({ kind: 'restarted', attempts: attempt, resent: pending.size });
      watch(child);
    } catch (error) {
      if ((state as State).kind === 'closed') return;
      onEvent({ kind: 'restart-failed', attempt, error: error as Error });
      state = { kind: 'down', attempts: attempt };
      setTimeout(() => void restart(attempt + 1), backoffMs(attempt));
    }
  };

  state = { kind: 'up', child: await spawnEngine(open, onMessage) };
  watch(state.child);

  return {
    up: () => state.kind === 'up',
    pid: () => (state.kind === 'up' ? (state.child.process.pid ?? null) : null),
    run: ({ repeatable, signal, sql, settings, ...rest }) => {
      if (signal?.aborted) return Promise.reject(storeError('CANCELLED', 'the statement was cancelled'));
      if (state.kind === 'closed') return Promise.reject(storeError('UNAVAILABLE', 'the store is closed'));
      if (state.kind === 'down' && !repeatable)
        return Promise.reject(storeError('UNAVAILABLE', 'the engine is restarting'));
      const id = nextId++;
      const marked = settings === null ? sql : `${sql} ${settingsClause({ ...settings, log_comment: tagOf(id) })}`;
      const message: RunMessage = { kind: 'run', id, sql: marked, ...rest };
      const { promise, resolve, reject } = Promise.withResolvers<RunResult>();
      const cancel = (): void => {
        if (state.kind === 'up') state.child.send({ kind: 'cancel', id });
        else settle(id, storeError('CANCELLED', 'the statement was cancelled'));
      };
      signal?.addEventListener('abort', cancel, { once: true });
      pending.set(id, {
        message,
        repeatable,
        deaths: 0,
        settle: (outcome) => {
          signal?.removeEventListener('abort', cancel);
          if (outcome instanceof Error) reject(outcome);
          else resolve(outcome);
        },
      });
      if (state.kind === 'up') state.child.send(message);
      return promise;
    },
    close: async () => {
      if (state.kind === 'closed') return;
      const before = state;
      state = { kind: 'closed' };
      const closed = storeError('UNAVAILABLE', 'the store is closed');
      for (const id of pending.keys()) settle(id, closed);
      if (before.kind !== 'up') return;
      const gone = new Promise<void>((resolve) => before.child.process.once('exit', () => resolve()));
      before.child.send({ kind: 'close' });
      const timer = setTimeout(() => before.child.process.kill('SIGKILL'), CLOSE_MS_MAX);
      await gone;
      clearTimeout(timer);
    },
  };
};
