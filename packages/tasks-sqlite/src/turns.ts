import { taskError } from '@clearspan/tasks';

/** How a turn's work reaches the engine. */
export interface TurnEngine {
  readonly begin: () => void;
  /** Runs inside the transaction, after every operation. */
  readonly beforeCommit: () => void;
  readonly commit: () => void;
  /** MUST NOT throw. */
  readonly rollback: () => void;
  /** Runs once the turn is durable and its promises are settled. */
  readonly afterCommit: () => void;
}

export interface TurnLimits {
  /** Operations in one transaction: bounds how long it holds the write lock. */
  readonly turnOperationsMax: number;
  /** Operations waiting in memory: more are refused with `TASKS_OVERLOADED`. */
  readonly pendingOperationsMax: number;
}

/** `claim` runs after every `change` of its turn, so that what was just added or given back can be claimed. */
export type OperationKind = 'change' | 'claim';

interface Operation {
  readonly kind: OperationKind;
  /** Runs in the transaction; answers what to tell the caller once it is durable. */
  readonly run: () => () => void;
  /** Answers without a transaction, when nothing would be changed; null when one is needed. */
  readonly skip: (() => (() => void) | null) | null;
  readonly reject: (error: Error) => void;
}

export interface Turns {
  /**
   * Runs `operation` in the transaction of this turn of the event loop, and resolves once that is committed.
   * `skip` may answer before: a value that needs no change made.
   */
  submit<T>(kind: OperationKind, operation: () => T, skip?: () => T | null): Promise<T>;
  /** Runs what is waiting, now. Afterwards everything is refused with `TASKS_CLOSED`. */
  close(): void;
}

/** Changes first, then claims, in one transaction; each caller is told once it is durable, or that nothing was done. */
const runTransaction = (engine: TurnEngine, operations: readonly Operation[]): void => {
  const inOrder = [...operations.filter((o) => o.kind === 'change'), ...operations.filter((o) => o.kind === 'claim')];
  const tell: (() => void)[] = [];
  try {
    engine.begin();
    for (const operation of inOrder) tell.push(operation.run());
    engine.beforeCommit();
    engine.commit();
  } catch (cause) {
    engine.rollback();
    const error = taskError('TASKS_STORE_FAILED', 'the task file could not be written', cause);
    for (const operation of operations) operation.reject(error);
    return;
  }
  for (const answer of tell) answer();
  engine.afterCommit();
};

/** Answers what needs no transaction; the rest. Only claims may be spared one, and only when nothing else is done. */
const skipIdle = (operations: readonly Operation[]): readonly Operation[] => {
  if (operations.some((o) => o.kind === 'change')) return operations;
  return operations.filter((operation) => {
    try {
      const answer = operation.skip?.() ?? null;
      answer?.();
      return answer === null;
    } catch (cause) {
      operation.reject(taskError('TASKS_STORE_FAILED', 'the task file could not be read', cause));
      return false;
    }
  });
};

/**
 * Group commit: everything asked for in one turn of the event loop is one transaction. Callers that add or finish
 * many tasks at once share the price of one commit, and a lone caller waits no longer than the turn.
 */
export const createTurns = (engine: TurnEngine, limits: TurnLimits): Turns => {
  let pending: Operation[] = [];
  let scheduled = false;
  let closed = false;

  const runTurn = (): void => {
    scheduled = false;
    const now = pending.slice(0, limits.turnOperationsMax);
    pending = pending.slice(limits.turnOperationsMax);
    if (pending.length > 0) schedule();
    const operations = skipIdle(now);
    if (operations.length > 0) runTransaction(engine, operations);
  };

  const schedule = (): void => {
    if (scheduled) return;
    scheduled = true;
    setImmediate(runTurn);
  };

  return {
    submit: <T>(kind: OperationKind, operation: () => T, skip?: () => T | null): Promise<T> =>
      new Promise<T>((resolve, reject) => {
        if (closed) return reject(taskError('TASKS_CLOSED', 'the task store is closed'));
        if (pending.length >= limits.pendingOperationsMax)
          return reject(
            taskError('TASKS_OVERLOADED', `expected at most ${limits.pendingOperationsMax} operations to wait`),
          );
        const later = (value: T) => (): void => resolve(value);
        pending.push({
          kind,
          run: () => later(operation()),
          skip: skip
            ? () => {
                const value = skip();
                return value === null ? null : later(value);
              }
            : null,
          reject,
        });
        schedule();
      }),
    close: () => {
      while (pending.length > 0) runTurn();
      closed = true;
    },
  };
};
