import {
  createRowBatch,
  type DataSet,
  type DecodeContext,
  type DecodeOutcome,
  decodeLines,
  decodeOtlp,
  type RetentionDays,
  type RowBatch,
} from '@clearspan/telemetry-store';
import type { WalRecord } from '../wal/record.ts';
import { inflateBody } from './inflate.ts';
import { DATA_SET_OF } from './retention/retention.ts';

export interface DeriveLimits {
  readonly plainBytesMax: number;
  /** Older records are rejected, because retention would drop them unseen; null takes every time. */
  readonly retentionDays: RetentionDays | null;
  /** Where a data set begins whose oldest days had to go; 0 while none had. It only grows. */
  readonly keptFromMs: (dataSet: DataSet) => number;
}

/** Rows of one segment while they are derived, record by record in the order of the log. */
export interface SegmentRows {
  readonly rows: RowBatch;
  readonly records: number;
  /**
   * Decodes the next record into the rows. Everything that could vary comes from the record and its place, so that a
   * replay gives the same rows; but for those of days that were dropped since, which it leaves out. A malformed body leaves the rows as they were and takes no place.
   */
  add(record: Pick<WalRecord, 'signal' | 'encoding' | 'receivedNanos'>, plain: Uint8Array): DecodeOutcome;
}

const MS_NANOS = 1_000_000n;
const DAY_NANOS = 86_400_000_000_000n;
/** Clocks differ, but not by more than this. */
const AHEAD_NANOS = DAY_NANOS;

const timeWindow = (
  receivedNanos: bigint,
  dataSet: DataSet,
  { retentionDays, keptFromMs }: DeriveLimits,
): { fromNanos: bigint; toNanos: bigint } | undefined => {
  if (retentionDays === null) return undefined;
  const youngNanos = receivedNanos - BigInt(retentionDays[dataSet]) * DAY_NANOS;
  const keptNanos = BigInt(keptFromMs(dataSet)) * MS_NANOS;
  return {
    fromNanos: youngNanos > keptNanos ? youngNanos : keptNanos,
    toNanos: receivedNanos + AHEAD_NANOS,
  };
};

/** `rows`, an empty batch, is what they are written to. */
export const createSegmentRows = (
  segment: string,
  limits: DeriveLimits,
  rows: RowBatch = createRowBatch(),
): SegmentRows => {
  const seriesSeen = new Set<string>();
  let records = 0;
  return {
    rows,
    get records() {
      return records;
    },
    add: ({ signal, encoding, receivedNanos }, plain) => {
      const context: DecodeContext = {
        receivedNanos,
        requestId: `${segment}-${records}`,
        timeWindow: timeWindow(receivedNanos, DATA_SET_OF[signal], limits),
        seriesSeen,
      };
      const outcome =
        encoding === 'lines'
          ? decodeLines(signal, plain, rows, context)
          : decodeOtlp(signal, encoding, plain, rows, context);
      if (outcome.ok && outcome.accepted > 0) records += 1;
      return outcome;
    },
  };
};

export interface DerivedRows {
  readonly rows: RowBatch;
  /** Records that were accepted once and cannot be read now: only a changed program or a damaged disk does that. */
  readonly unreadable: readonly string[];
}

/** The rows of a segment, the same whenever they are derived. */
export const deriveRows = async (
  records: readonly WalRecord[],
  segment: string,
  limits: DeriveLimits,
): Promise<DerivedRows> => {
  const derived = createSegmentRows(segment, limits);
  const unreadable: string[] = [];
  for (const [index, record] of records.entries()) {
    const inflated = await inflateBody(record.body, record.compression, limits.plainBytesMax);
    const outcome = inflated.ok ? derived.add(record, inflated.plain) : undefined;
    if (!inflated.ok) unreadable.push(`record ${index}: ${inflated.message}`);
    else if (outcome && !outcome.ok) unreadable.push(`record ${index}: ${outcome.error.message}`);
  }
  return { rows: derived.rows, unreadable };
};
