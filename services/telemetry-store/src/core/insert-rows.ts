import { setTimeout as delay } from 'node:timers/promises';
import { type RowBatch, type TelemetryStore, tableBatches } from '@clearspan/telemetry-store';
import type { Log } from './log.ts';

export interface InsertLimits {
  readonly insertAttemptsMax: number;
  readonly retryBaseMs: number;
  readonly retryMaxMs: number;
}

/**
 * Inserts the rows of a segment under its name, again and again until the engine takes them. The name is the token, so an
 * attempt that failed half-way adds nothing twice. Rejects after the last attempt.
 */
export const insertRows = async (
  store: Pick<TelemetryStore, 'insert'>,
  rows: RowBatch,
  segment: string,
  limits: InsertLimits,
  log: Log,
): Promise<void> => {
  for (const batch of tableBatches(rows)) {
    for (let attempt = 1; ; attempt++) {
      try {
        await store.insert(batch, segment);
        break;
      } catch (error) {
        if (attempt >= limits.insertAttemptsMax) throw error;
        log.warn({ segment, table: batch.table, attempt, err: error }, 'the engine did not take a batch, trying again');
        await delay(Math.min(limits.retryMaxMs, limits.retryBaseMs * 2 ** (attempt - 1)));
      }
    }
  }
};
