import type { TelemetryStore } from '@clearspan/telemetry-store';
import { readSegment } from '../wal/read-segment.ts';
import type { WalDirectory } from '../wal/wal-directory.ts';
import { type DeriveLimits, deriveRows } from './derive-rows.ts';
import { type InsertLimits, insertRows } from './insert-rows.ts';
import type { Log } from './log.ts';

export interface ReplayLimits extends InsertLimits, DeriveLimits {}

export interface Replayed {
  readonly segments: number;
  readonly records: number;
}

/**
 * Brings one segment into the store from what is on disk. Rows that are there already are recognised by the token.
 * Damage is named in the log and a copy of the segment kept aside; a segment that the engine does not take is moved there.
 * Returns the number of its records.
 */
export const replaySegment = async (
  store: Pick<TelemetryStore, 'insert'>,
  wal: WalDirectory,
  segment: string,
  limits: ReplayLimits,
  log: Log,
): Promise<number> => {
  const { records, corrupt, tornBytes } = readSegment(await wal.read(segment));
  const { rows, unreadable } = await deriveRows(records, segment, limits);
  if (tornBytes > 0) {
    log.warn(
      { segment, torn_bytes: tornBytes },
      'the end of a segment was being written when the process ended; it was never acknowledged',
    );
  }
  if (corrupt.length > 0 || unreadable.length > 0) {
    const path = await wal.copyAside(segment);
    log.error(
      { segment, corrupt, unreadable, path },
      'records of a segment are damaged; the rest is stored, a copy is kept aside',
    );
  }
  try {
    await insertRows(store, rows, segment, limits, log);
  } catch (error) {
    const path = await wal.putAside(segment);
    log.error({ segment, path, err: error }, 'the engine refuses the rows of a segment; it is kept aside');
    return records.length;
  }
  await wal.done(segment, Date.now());
  return records.length;
};

/** Replays what an earlier run left, oldest first. */
export const replay = async (
  store: Pick<TelemetryStore, 'insert'>,
  wal: WalDirectory,
  limits: ReplayLimits,
  log: Log,
): Promise<Replayed> => {
  let records = 0;
  for (const segment of wal.left) records += await replaySegment(store, wal, segment, limits, log);
  await wal.replayed();
  if (wal.left.length > 0) log.info({ segments: wal.left.length, records }, 'replayed the write-ahead log');
  return { segments: wal.left.length, records };
};
