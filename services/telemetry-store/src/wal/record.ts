import { crc32 } from 'node:zlib';

export type Signal = 'traces' | 'logs' | 'metrics';
/** `lines` is a chunk of an import: lines of a file below a head that names it. */
export type Encoding = 'protobuf' | 'json' | 'lines';
export type Compression = 'identity' | 'gzip' | 'deflate' | 'zstd';

/** The order is the number on disk: only ever append. */
const SIGNALS: readonly Signal[] = ['traces', 'logs', 'metrics'];
const ENCODINGS: readonly Encoding[] = ['protobuf', 'json', 'lines'];
const COMPRESSIONS: readonly Compression[] = ['identity', 'gzip', 'deflate', 'zstd'];

/** One accepted request, as it came. */
export interface WalRecord {
  readonly signal: Signal;
  readonly encoding: Encoding;
  readonly compression: Compression;
  /** Time of receipt: what is derived from the record must not depend on when it is read. */
  readonly receivedNanos: bigint;
  readonly body: Uint8Array;
}

/** `CSW1`, little-endian. */
export const MAGIC = 0x31575343;
/** magic u32 · crc32 u32 of all that follows · body length u32 · signal, encoding, compression, 0 · received i64 */
export const HEADER_BYTES = 24;
const CRC_FROM = 8;

export const encodeHeader = (record: WalRecord): Buffer => {
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt32LE(MAGIC, 0);
  header.writeUInt32LE(record.body.byteLength, 8);
  header[12] = SIGNALS.indexOf(record.signal);
  header[13] = ENCODINGS.indexOf(record.encoding);
  header[14] = COMPRESSIONS.indexOf(record.compression);
  header.writeBigInt64LE(record.receivedNanos, 16);
  header.writeUInt32LE(crc32(record.body, crc32(header.subarray(CRC_FROM))), 4);
  return header;
};

export type DecodedRecord =
  | { readonly kind: 'record'; readonly record: WalRecord; readonly end: number }
  /** Not a whole record: cut short, or not what was written. */
  | { readonly kind: 'broken' };

const BROKEN: DecodedRecord = { kind: 'broken' };

/** Reads the record that starts at `at`. The body is a view of `bytes`. */
export const decodeRecord = (bytes: Buffer, at: number): DecodedRecord => {
  const bodyAt = at + HEADER_BYTES;
  if (bodyAt > bytes.length || bytes.readUInt32LE(at) !== MAGIC) return BROKEN;
  const end = bodyAt + bytes.readUInt32LE(at + 8);
  if (end > bytes.length || crc32(bytes.subarray(at + CRC_FROM, end)) !== bytes.readUInt32LE(at + 4)) return BROKEN;
  const signal = SIGNALS[bytes[at + 12] as number];
  const encoding = ENCODINGS[bytes[at + 13] as number];
  const compression = COMPRESSIONS[bytes[at + 14] as number];
  if (!signal || !encoding || !compression) return BROKEN;
  const receivedNanos = bytes.readBigInt64LE(at + 16);
  return {
    kind: 'record',
    record: { signal, encoding, compression, receivedNanos, body: bytes.subarray(bodyAt, end) },
    end,
  };
};
