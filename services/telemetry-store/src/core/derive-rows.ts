import { createRowBatch, type DecodeOutcome, decodeOtlp, type RowBatch } from '@clearspan/telemetry-store';
import type { WalRecord } from '../wal/record.ts';
import { inflateBody } from './inflate.ts';

/** What a record contributes, at the place `index` in its segment. Everything that could vary comes from the log. */
export const decodeInto = (
  rows: RowBatch,
  record: Pick<WalRecord, 'signal' | 'encoding' | 'receivedNanos'>,
  plain: Uint8Array,
  segment: string,
  index: number,
): DecodeOutcome =>
  decodeOtlp(record.signal, record.encoding, plain, rows, {
    receivedNanos: record.receivedNanos,
    requestId: `${segment}-${index}`,
  });

export interface DerivedRows {
  readonly rows: RowBatch;
  /** Records that were accepted once and cannot be read now: only a changed program or a damaged disk does that. */
  readonly unreadable: readonly string[];
}

/** The rows of a segment, the same whenever they are derived. */
export const deriveRows = async (
  records: readonly WalRecord[],
  segment: string,
  plainBytesMax: number,
): Promise<DerivedRows> => {
  const rows = createRowBatch();
  const unreadable: string[] = [];
  for (const [index, record] of records.entries()) {
    const inflated = await inflateBody(record.body, record.compression, plainBytesMax);
    const outcome = inflated.ok ? decodeInto(rows, record, inflated.plain, segment, index) : undefined;
    if (!inflated.ok) unreadable.push(`record ${index}: ${inflated.message}`);
    else if (outcome && !outcome.ok) unreadable.push(`record ${index}: ${outcome.error.message}`);
  }
  return { rows, unreadable };
};
