import { setTimeout as delay } from 'node:timers/promises';

/** Whether the server answers; the owner logs it. */
export type ServerEvent =
  | { readonly kind: 'away'; readonly error: Error }
  | { readonly kind: 'back'; readonly attempts: number };

/** What is known of whether the server can be reached. */
export interface Reach {
  /** False from the first call that did not reach it until it answers again. */
  up(): boolean;
  /** A call did not reach it: it is asked from now on until it answers. */
  lost(error: Error): void;
  close(): void;
}

const BACKOFF_BASE_MS = 100;
const BACKOFF_MS_MAX = 10_000;

/** The wait after so many attempts, from 1. */
export const backoffMs = (attempt: number): number =>
  Math.min(BACKOFF_MS_MAX, BACKOFF_BASE_MS * 2 ** Math.min(attempt - 1, 10));

/** `ask` rejects while the server does not answer. */
export const createReach = (ask: () => Promise<unknown>, onEvent: (event: ServerEvent) => void): Reach => {
  const closed = new AbortController();
  let up = true;

  const askUntilBack = async (): Promise<void> => {
    for (let attempt = 1; !closed.signal.aborted; attempt++) {
      await delay(backoffMs(attempt), undefined, { signal: closed.signal });
      const answered = await ask().then(
        () => true,
        () => false,
      );
      if (!answered) continue;
      up = true;
      onEvent({ kind: 'back', attempts: attempt });
      return;
    }
  };

  return {
    up: () => up,
    lost: (error) => {
      if (!up || closed.signal.aborted) return;
      up = false;
      onEvent({ kind: 'away', error });
      // It ends with a rejection only when the store is closed.
      askUntilBack().catch(() => {});
    },
    close: () => closed.abort(),
  };
};
