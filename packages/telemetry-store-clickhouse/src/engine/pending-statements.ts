import type { FromChild, RunMessage } from './protocol.ts';
import { storeError, storeErrorOf } from './store-error.ts';

export interface RunResult {
  /** The result as JSONCompact, empty for a statement without one. */
  readonly bytes: Uint8Array;
}

/** Statements whose end has not been told yet; each is settled exactly once, whatever happens to the engine. */
export interface PendingStatements {
  add(message: RunMessage, repeatable: boolean): Promise<RunResult>;
  /** Takes what the engine's process says. */
  take(message: FromChild): void;
  fail(id: number, error: Error): void;
  failAll(error: Error): void;
  /** The engine died: what may not be repeated fails, the rest waits for the next engine. */
  afterDeath(): void;
  /** What is pending, in the order it came. */
  messages(): readonly RunMessage[];
}

interface Pending {
  readonly message: RunMessage;
  readonly repeatable: boolean;
  deaths: number;
  readonly resolve: (result: RunResult) => void;
  readonly reject: (error: Error) => void;
}

/** A statement under which the engine has died so often is not given to it again. */
const DEATHS_MAX = 3;

export const createPendingStatements = (): PendingStatements => {
  const all = new Map<number, Pending>();
  const fail = (id: number, error: Error): void => {
    const entry = all.get(id);
    all.delete(id);
    entry?.reject(error);
  };
  return {
    fail,
    add: (message, repeatable) =>
      new Promise((resolve, reject) => {
        all.set(message.id, { message, repeatable, deaths: 0, resolve, reject });
      }),
    take: (message) => {
      if (message.kind === 'failed') fail(message.id, storeErrorOf(message.failure));
      if (message.kind !== 'done') return;
      const entry = all.get(message.id);
      all.delete(message.id);
      entry?.resolve({ bytes: message.bytes });
    },
    failAll: (error) => {
      for (const id of all.keys()) fail(id, error);
    },
    afterDeath: () => {
      for (const [id, entry] of all) {
        entry.deaths += 1;
        if (!entry.repeatable) fail(id, storeError('UNAVAILABLE', 'the engine died while it ran the statement'));
        else if (entry.deaths >= DEATHS_MAX) {
          fail(id, storeError('ENGINE', `the engine died ${DEATHS_MAX} times under the statement`));
        }
      }
    },
    messages: () => [...all.values()].map(({ message }) => message),
  };
};
