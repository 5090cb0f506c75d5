import { promisify } from 'node:util';
import * as zlib from 'node:zlib';
import { inflateBody } from '../../core/inflate.ts';
import type { WalRecord } from '../../wal/record.ts';
import type { Turns } from '../turns.ts';

/** A request as it is sent on. */
export interface OutgoingBody {
  readonly body: Uint8Array;
  readonly type: string;
  /** `content-encoding`; null where it is not compressed. */
  readonly coding: 'gzip' | null;
}

export interface OutgoingParts {
  readonly plainBytesMax: number;
  /** The threads that compress are those that sync the log: all targets together take one. */
  readonly inTurn: Turns;
}

const gzip = promisify(zlib.gzip);
/** Fast: it is done while telemetry comes in. */
const GZIP_LEVEL = 1;

const TYPES: Readonly<Record<string, string>> = { protobuf: 'application/x-protobuf', json: 'application/json' };

/** Whether a record of the log is a request of OTLP, which others understand. */
export const isOtlp = ({ encoding }: Pick<WalRecord, 'encoding'>): boolean => TYPES[encoding] !== undefined;

const gzipped = async (record: WalRecord, plainBytesMax: number): Promise<Uint8Array | null> => {
  const inflated = await inflateBody(record.body, record.compression, plainBytesMax);
  return inflated.ok ? gzip(inflated.plain, { level: GZIP_LEVEL }) : null;
};

/**
 * The bytes as they came; those compressed in ways that OTLP does not ask of everyone are made gzip. Null for a body that
 * cannot be read any more.
 */
export const outgoingBody = async (
  record: WalRecord,
  { plainBytesMax, inTurn }: OutgoingParts,
): Promise<OutgoingBody | null> => {
  const { compression, body } = record;
  const type = TYPES[record.encoding] ?? '';
  if (compression === 'identity') return { body, type, coding: null };
  if (compression === 'gzip') return { body, type, coding: 'gzip' };
  const made = await inTurn(() => gzipped(record, plainBytesMax));
  return made && { body: made, type, coding: 'gzip' };
};
