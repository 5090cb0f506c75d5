import { setTimeout as delay } from 'node:timers/promises';
import { type RowBatch, type StoreError, type TelemetryStore, tableBatches } from '@clearspan/telemetry-store';
import type { Log } from './log.ts';

export interface InsertLimits {
  /** Refusals of the same rows after which they are given up. An engine that is away has refused nothing. */
  readonly insertAttemptsMax: number;
  readonly retryBaseMs: number;
  readonly retryMaxMs: number;
}

/** The rows themselves are the reason, for all the engine tells; every other code says that it was the moment. */
const refused = (error: unknown): boolean => ((error as StoreError).code ?? 'ENGINE') === 'ENGINE';

/**
 * Inserts the rows of a segment under its name, again and again until the engine takes them. The name is the token, so an
 * attempt that failed half-way adds nothing twice. Rejects when the engine has refused these rows for the last time: while
 * it is away, overloaded or its disk is full, they wait, and requests are turned away once too many wait.
 */
export const insertRows = async (
  store: Pick<TelemetryStore, 'insert'>,
  rows: RowBatch,
  segment: string,
  limits: InsertLimits,
  log: Log,
): Promise<void> => {
  for (const batch of tableBatches(rows)) {
    let refusals = 0;
    for (let attempt = 1; ; attempt++) {
      try {
        await store.insert(batch, segment);
        break;
      } catch (error) {
        if (refused(error)) refusals += 1;
        if (refusals >= limits.insertAttemptsMax) throw error;
        log.warn({ segment, table: batch.table, attempt, err: error }, 'the engine did not take a batch, trying again');
        await delay(Math.min(limits.retryMaxMs, limits.retryBaseMs * 2 ** (attempt - 1)));
      }
    }
  }
};
