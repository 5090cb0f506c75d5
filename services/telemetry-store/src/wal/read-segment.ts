import { decodeRecord, MAGIC, type WalRecord } from './record.ts';

/** Bytes that are no record. */
export interface BrokenRange {
  readonly from: number;
  readonly to: number;
}

export interface SegmentContent {
  readonly records: readonly WalRecord[];
  /** Ranges with whole records behind them: something damaged what had been written. */
  readonly corrupt: readonly BrokenRange[];
  /** Bytes after the last whole record: what was being written when the process ended, and was never acknowledged. */
  readonly tornBytes: number;
}

const MAGIC_BYTES = Buffer.alloc(4);
MAGIC_BYTES.writeUInt32LE(MAGIC);

/** Reads every whole record of a segment, stepping over what is broken. */
export const readSegment = (bytes: Buffer): SegmentContent => {
  const records: WalRecord[] = [];
  const corrupt: BrokenRange[] = [];
  let at = 0;
  let brokenFrom = -1;
  while (at < bytes.length) {
    const found = decodeRecord(bytes, at);
    if (found.kind === 'record') {
      if (brokenFrom >= 0) corrupt.push({ from: brokenFrom, to: at });
      brokenFrom = -1;
      records.push(found.record);
      at = found.end;
      continue;
    }
    if (brokenFrom < 0) brokenFrom = at;
    const next = bytes.indexOf(MAGIC_BYTES, at + 1);
    if (next < 0) break;
    at = next;
  }
  return { records, corrupt, tornBytes: brokenFrom < 0 ? 0 : bytes.length - brokenFrom };
};
