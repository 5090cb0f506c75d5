import { setTimeout as delay } from 'node:timers/promises';
import { diag } from '@opentelemetry/api';
import { partialSuccess } from './partial-success.ts';
import type { Poster } from './post.ts';

/** A request that is ready to be sent. */
export interface Batch {
  readonly body: Uint8Array;
  readonly items: number;
}

/** What waits for one target, for one signal. */
export interface Outbox {
  /** Takes it to be sent, or drops it where too much is waiting already. */
  put(batch: Batch): void;
  /** Waits until nothing waits and nothing is on its way. Never rejects. */
  empty(): Promise<void>;
}

/** One batch with its repetitions. */
const SEND_MS_MAX = 10_000;
/** Spans or log records waiting for one target; what comes on top is dropped, never kept in memory. */
const QUEUE_ITEMS_MAX = 4_096;
const ATTEMPTS_MAX = 6;
const FIRST_PAUSE_MS = 1_000;
const PAUSE_GROWTH = 1.5;
const PAUSE_MS_MAX = 5_000;
/** Pauses are up to this part longer or shorter, so that many processes do not come back at the same moment. */
const JITTER = 0.2;

const pauseMs = (attempt: number): number =>
  Math.min(PAUSE_MS_MAX, FIRST_PAUSE_MS * PAUSE_GROWTH ** attempt * (1 + JITTER * (2 * Math.random() - 1)));

/** Sends until it is taken or refused, or the time is over. Returns why it was given up, null when it was taken. */
const deliver = async (poster: Poster, path: string, body: Uint8Array): Promise<string | null> => {
  const endMs = performance.now() + SEND_MS_MAX;
  for (let attempt = 0; ; attempt++) {
    const posted = await poster.post(path, body, endMs - performance.now());
    if (posted.kind === 'refused') return posted.reason;
    if (posted.kind === 'taken') {
      const partial = partialSuccess(posted.answer);
      if (partial !== null) diag.warn(`${path}: ${partial}`);
      return null;
    }
    const waitMs = posted.afterMs ?? pauseMs(attempt);
    if (attempt + 1 === ATTEMPTS_MAX || performance.now() + waitMs > endMs) return posted.reason;
    await delay(waitMs);
  }
};

/** Sends batches one after the other. A target that is away costs the batches of that time, nothing else. */
export const createOutbox = (poster: Poster, path: string): Outbox => {
  const waiting: Batch[] = [];
  let waitingItems = 0;
  let sending: Promise<void> | null = null;
  const sendAll = async (): Promise<void> => {
    for (let batch = waiting.shift(); batch !== undefined; batch = waiting.shift()) {
      waitingItems -= batch.items;
      const failure = await deliver(poster, path, batch.body);
      if (failure !== null) diag.error(`${path}: ${batch.items} were not taken: ${failure}`);
    }
    sending = null;
  };
  return {
    put: (batch) => {
      if (waitingItems + batch.items > QUEUE_ITEMS_MAX) {
        diag.warn(`${path}: ${batch.items} were dropped, as ${waitingItems} are waiting`);
        return;
      }
      waiting.push(batch);
      waitingItems += batch.items;
      sending ??= sendAll();
    },
    empty: async () => {
      await sending;
    },
  };
};
