import { type EngineEvent, keepAlive, type LiveEngine } from './keep-alive.ts';
import { createPendingStatements, type PendingStatements, type RunResult } from './pending-statements.ts';
import { type Lane, type OpenMessage, type RunMessage, tagOf } from './protocol.ts';
import { type Settings, settingsClause } from './settings.ts';
import { storeError } from './store-error.ts';

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

export interface Engine {
  run(request: RunRequest): Promise<RunResult>;
  /** False while the process is being brought back. */
  up(): boolean;
  /** Process id of the engine now running; null while there is none. */
  pid(): number | null;
  close(): Promise<void>;
}

const cancelled = (): Error => storeError('CANCELLED', 'the statement was cancelled');

const runStatement = async (
  live: LiveEngine,
  pending: PendingStatements,
  id: number,
  { repeatable, signal, sql, settings, ...limits }: RunRequest,
): Promise<RunResult> => {
  const state = live.state();
  if (signal?.aborted) throw cancelled();
  if (state.kind === 'closed') throw storeError('UNAVAILABLE', 'the store is closed');
  if (state.kind === 'down' && !repeatable) throw storeError('UNAVAILABLE', 'the engine is restarting');
  const marked = settings === null ? sql : `${sql} ${settingsClause({ ...settings, log_comment: tagOf(id) })}`;
  const message: RunMessage = { kind: 'run', id, sql: marked, ...limits };
  const cancel = (): void => {
    if (live.state().kind === 'up') live.send({ kind: 'cancel', id });
    else pending.fail(id, cancelled());
  };
  const result = pending.add(message, repeatable);
  live.send(message);
  signal?.addEventListener('abort', cancel, { once: true });
  return result.finally(() => signal?.removeEventListener('abort', cancel));
};

/** Starts the engine and keeps it alive; every statement ends exactly once. */
export const startEngine = async (open: OpenMessage, onEvent: (event: EngineEvent) => void): Promise<Engine> => {
  const pending = createPendingStatements();
  const live = await keepAlive(open, pending, onEvent);
  let lastId = 0;
  return {
    run: (request) => {
      lastId += 1;
      return runStatement(live, pending, lastId, request);
    },
    up: () => live.state().kind === 'up',
    pid: () => {
      const state = live.state();
      return state.kind === 'up' ? (state.child.process.pid ?? null) : null;
    },
    close: () => live.close(),
  };
};
