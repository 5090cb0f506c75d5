import type { RowBatch, TelemetryStore } from '@clearspan/telemetry-store';
import type { SegmentWriter } from '../wal/segment-writer.ts';
import type { WalDirectory } from '../wal/wal-directory.ts';
import type { SegmentRows } from './derive-rows.ts';
import { insertRows } from './insert-rows.ts';
import type { Log } from './log.ts';
import { type ReplayLimits, replaySegment } from './replay.ts';

export interface StoreSegmentParts {
  readonly store: Pick<TelemetryStore, 'insert'>;
  readonly wal: WalDirectory;
  readonly limits: ReplayLimits;
  readonly log: Log;
  /** Told of rows that are in the engine now. They are lent: they change once the call has returned. */
  readonly onStored?: (rows: RowBatch) => void;
}

/** Ends a segment of the log and brings its rows into the engine. What cannot be stored stays in the log. */
export const storeSegment = async (
  segment: SegmentWriter,
  { rows }: SegmentRows,
  { store, wal, limits, log, onStored }: StoreSegmentParts,
): Promise<void> => {
  const { name } = segment;
  try {
    await segment.seal();
  } catch (error) {
    // The rows in memory may be of requests that were refused. What is on disk is the truth.
    log.error({ segment: name, err: error }, 'the write-ahead log could not be written');
    await segment.takeBack();
    if (await wal.exists(name)) await replaySegment(store, wal, name, limits, log);
    return;
  }
  try {
    await insertRows(store, rows, name, limits, log);
    onStored?.(rows);
    await wal.done(name, Date.now());
  } catch (error) {
    const path = await wal.putAside(name);
    log.error({ segment: name, path, err: error }, 'the engine refuses the rows of a segment; it is kept aside');
  }
  await wal.sweep(Date.now());
};
