import { storeErrorOf } from '../engine/store-error.ts';

export interface TurnLimits {
  /** Statements at the same time. */
  readonly readers: number;
  /** Statements that wait; more are refused at once. */
  readonly statementsQueuedMax: number;
  /** How long a statement may wait. */
  readonly queueMs: number;
}

/** Runs the work once there is a place for it. Rejects with a `StoreError` when there is none in time. */
export type InTurn = <T>(work: () => Promise<T>, signal: AbortSignal | undefined) => Promise<T>;

export const createTurns = ({ readers, statementsQueuedMax, queueMs }: TurnLimits): InTurn => {
  const waiting: (() => void)[] = [];
  let running = 0;

  const place = async (signal: AbortSignal | undefined): Promise<void> => {
    if (signal?.aborted) throw storeErrorOf({ kind: 'cancelled' });
    if (running < readers) {
      running += 1;
      return;
    }
    if (waiting.length >= statementsQueuedMax) throw storeErrorOf({ kind: 'busy', waitedMs: 0 });
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const leave = (error: Error): void => {
      waiting.splice(waiting.indexOf(resolve), 1);
      reject(error);
    };
    const timer = setTimeout(() => leave(storeErrorOf({ kind: 'busy', waitedMs: queueMs })), queueMs);
    const cancel = (): void => leave(storeErrorOf({ kind: 'cancelled' }));
    signal?.addEventListener('abort', cancel, { once: true });
    waiting.push(resolve);
    await promise.finally(() => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
    });
  };

  /** Whoever waits takes over the place. */
  const leavePlace = (): void => {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  };

  return async (work, signal) => {
    await place(signal);
    return work().finally(leavePlace);
  };
};
