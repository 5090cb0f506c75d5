import type { ResultRow } from '@clearspan/contracts';
import { batchStorage } from '@clearspan/dataprime';
import {
  prepareQuery,
  type QueryInput,
  type QueryLimits,
  type RowBatch,
  type RowsBeside,
  runQuery,
  type TableBatch,
  type TelemetryStore,
  tableBatches,
  wireRow,
} from '@clearspan/telemetry-store';
import type { Log } from '../log.ts';

export interface TailLimits extends Omit<QueryLimits, 'rows'> {
  /** Readers at the same time. */
  readonly tailsMax: number;
  /** Rows sent to one reader of one batch. */
  readonly tailRowsMax: number;
  /** Batches that wait to be looked through; older ones are passed over. */
  readonly tailBatchesMax: number;
}

/** One who reads what arrives. */
export interface TailReader {
  readonly dataset: 'logs' | 'spans';
  readonly input: QueryInput;
  row(row: ResultRow): void;
  /** Records that were passed over. */
  gap(records: number): void;
}

export interface TailHub {
  /** Gives the reader every matching record that is stored from now on; null when there are too many readers. */
  open(reader: TailReader): { close(): void } | null;
  /** Shows what was just stored to the readers. The rows may change once the call has returned. */
  stored(rows: RowBatch): void;
}

export interface TailHubParts {
  readonly store: Pick<TelemetryStore, 'withRows'>;
  readonly limits: TailLimits;
  readonly log: Log;
}

/**
 * Live tail. Each batch is asked by each reader's query before the batch is forgotten: so a record is seen once and in the
 * order in which it came, whatever its own time, and by exactly the rules of a query.
 */
export const createTailHub = ({ store, limits, log }: TailHubParts): TailHub => {
  const { tailsMax, tailRowsMax, tailBatchesMax, ...statement } = limits;
  const rowLimits = { rowsMax: tailRowsMax, rowsDefault: tailRowsMax };
  const readers = new Set<TailReader>();
  const waiting: TableBatch[] = [];
  let busy = false;

  const readersOf = ({ table }: TableBatch): readonly TailReader[] =>
    [...readers].filter(({ dataset }) => dataset === table);

  const show = async (reader: TailReader, batch: TableBatch, beside: RowsBeside): Promise<void> => {
    const storage = batchStorage(reader.dataset, beside.source);
    const prepared = prepareQuery(reader.input, null, rowLimits, () => storage);
    if (!prepared.ok) return;
    const { rows, truncated } = await runQuery(beside, prepared, statement);
    for (const row of rows) reader.row(wireRow(row));
    if (truncated) reader.gap(batch.rows - rows.length);
  };

  const work = async (): Promise<void> => {
    for (let batch = waiting.shift(); batch !== undefined; batch = waiting.shift()) {
      const held = batch;
      await store.withRows(held, async (beside) => {
        for (const reader of readersOf(held)) {
          await show(reader, held, beside).catch((error: unknown) => {
            log.warn({ err: error }, 'a tail could not look through a batch');
            reader.gap(held.rows);
          });
        }
      });
    }
  };

  const begin = (): void => {
    if (busy) return;
    busy = true;
    work()
      .catch((error: unknown) => log.warn({ err: error }, 'a batch could not be shown to tails'))
      .finally(() => {
        busy = false;
        if (waiting.length > 0) begin();
      });
  };

  return {
    open: (reader) => {
      if (readers.size >= tailsMax) return null;
      readers.add(reader);
      return { close: () => void readers.delete(reader) };
    },
    stored: (rows) => {
      if (readers.size === 0) return;
      for (const batch of tableBatches(rows))
        if (readersOf(batch).length > 0) waiting.push({ ...batch, bytes: Buffer.from(batch.bytes) });
      while (waiting.length > tailBatchesMax) {
        const passed = waiting.shift();
        if (passed !== undefined) for (const reader of readersOf(passed)) reader.gap(passed.rows);
      }
      begin();
    },
  };
};
