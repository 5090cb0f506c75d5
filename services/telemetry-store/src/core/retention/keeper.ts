import { DATA_SETS, type DataSet, type TableName } from '@clearspan/telemetry-store';
import type { Partition } from '@clearspan/telemetry-store-clickhouse';
import type { Log } from '../log.ts';
import { type DropRecord, dayOf } from './drop-record.ts';
import { type DropPlan, planDrops } from './plan-drops.ts';

/** Bytes on disk that each data set may have; null for any number. */
export type BytesMax = Readonly<Record<DataSet, number | null>>;

export interface KeeperLimits {
  /** Between two looks while nothing comes in: merges change how much there is. */
  readonly checkMs: number;
  /** Inserts are followed by a look, but no more often than this. */
  readonly afterInsertMs: number;
}

export interface KeeperParts {
  readonly store: {
    partitions(): Promise<readonly Partition[]>;
    dropPartition(table: TableName, id: string): Promise<void>;
  };
  readonly record: DropRecord;
  readonly bytesMax: BytesMax;
  readonly limits: KeeperLimits;
  readonly nowMs: () => number;
  readonly log: Log;
}

/** Keeps each data set within its bytes. */
export interface Keeper {
  /** Looks once, and drops what must go. Rejects with a `StoreError`. */
  check(): Promise<void>;
  /** Rows were stored: a look follows soon. */
  inserted(): void;
  /** No look begins any more; waits for the one under way. */
  close(): Promise<void>;
}

const sumOf = (partitions: readonly Partition[], of: 'bytes' | 'rows'): number =>
  partitions.reduce((sum, partition) => sum + partition[of], 0);

export const createKeeper = ({ store, record, bytesMax, limits, nowMs, log }: KeeperParts): Keeper => {
  const limited = DATA_SETS.filter((dataSet) => bytesMax[dataSet] !== null);
  const tooLarge = new Set<DataSet>();
  let timer: NodeJS.Timeout | undefined;
  let dueMs = Number.POSITIVE_INFINITY;
  let lookedMs = Number.NEGATIVE_INFINITY;
  let looking: Promise<void> | undefined;
  let closed = false;

  const drop = async (dataSet: DataSet, { partitions, days }: DropPlan): Promise<void> => {
    const [firstDay, lastDay] = [days[0], days.at(-1)];
    if (firstDay === undefined || lastDay === undefined) return;
    const dropped = { firstDay, lastDay, rows: sumOf(partitions, 'rows'), bytes: sumOf(partitions, 'bytes') };
    await record.note(dataSet, { at: new Date(nowMs()).toISOString(), ...dropped });
    for (const { table, id } of partitions) await store.dropPartition(table, id);
    log.warn(
      { data_set: dataSet, first_day: firstDay, last_day: lastDay, rows: dropped.rows, bytes: dropped.bytes },
      'a data set had more bytes than it may: its oldest days were dropped',
    );
  };

  /** Told once for each time that it begins. */
  const tellTooLarge = (dataSet: DataSet, { bytesOver }: DropPlan): void => {
    if (bytesOver === 0) tooLarge.delete(dataSet);
    else if (!tooLarge.has(dataSet)) {
      tooLarge.add(dataSet);
      log.warn(
        { data_set: dataSet, bytes_max: bytesMax[dataSet], bytes_over: bytesOver },
        'the newest day of a data set alone has more bytes than it may; it is kept',
      );
    }
  };

  const look = async (): Promise<void> => {
    const partitions = await store.partitions();
    const today = dayOf(nowMs());
    for (const dataSet of limited) {
      const plan = planDrops(partitions, dataSet, {
        bytesMax: bytesMax[dataSet],
        keptFrom: record.keptFrom(dataSet),
        today,
      });
      await drop(dataSet, plan);
      tellTooLarge(dataSet, plan);
    }
  };

  const check = (): Promise<void> => {
    looking ??= look().finally(() => {
      looking = undefined;
      lookedMs = nowMs();
      plan(limits.checkMs);
    });
    return looking;
  };

  const tick = (): void => {
    dueMs = Number.POSITIVE_INFINITY;
    check().catch((error: unknown) => log.warn({ err: error }, 'how much is held could not be looked at'));
  };

  /** The earlier of two plans stands. */
  const plan = (inMs: number): void => {
    if (closed || limited.length === 0 || nowMs() + inMs >= dueMs) return;
    clearTimeout(timer);
    dueMs = nowMs() + inMs;
    timer = setTimeout(tick, inMs).unref();
  };

  plan(0);
  return {
    check,
    inserted: () => plan(Math.max(0, lookedMs + limits.afterInsertMs - nowMs())),
    close: async () => {
      closed = true;
      clearTimeout(timer);
      await looking?.catch(() => {});
    },
  };
};
