import type { JsonTree } from '../rows/json-tree.ts';
import { readAnyValue } from './any-value.ts';
import { createRanges, noteMessage, type Ranges } from './attributes.ts';
import { type Cursor, fields, ignore, readFixed32, readFixed64, readText, readVarint32, unexpected } from './cursor.ts';
import { noteSlice, type Slice } from './span-fields.ts';

/** The fields of one `LogRecord`. One object serves all records of a request. */
export interface LogFields {
  timeNanos: bigint;
  observedNanos: bigint;
  severityNumber: number;
  severityText: string;
  body: JsonTree | undefined;
  eventName: string;
  flags: number;
  readonly traceId: Slice;
  readonly spanId: Slice;
  readonly attributes: Ranges;
}

export const createLogFields = (): LogFields => ({
  timeNanos: 0n,
  observedNanos: 0n,
  severityNumber: 0,
  severityText: '',
  body: undefined,
  eventName: '',
  flags: 0,
  traceId: { at: 0, end: 0 },
  spanId: { at: 0, end: 0 },
  attributes: createRanges(),
});

const clear = (log: LogFields): void => {
  log.timeNanos = 0n;
  log.observedNanos = 0n;
  log.severityNumber = 0;
  log.severityText = '';
  log.body = undefined;
  log.eventName = '';
  log.flags = 0;
  log.traceId.at = 0;
  log.traceId.end = 0;
  log.spanId.at = 0;
  log.spanId.end = 0;
  log.attributes.count = 0;
};

const nanos = (c: Cursor, what: string): bigint => {
  readFixed64(c, what);
  return (BigInt(c.high) << 32n) | BigInt(c.low);
};

const RECORD = fields(1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12);

const readField = (c: Cursor, log: LogFields, tag: number): void => {
  switch (tag) {
    case 0x09:
      log.timeNanos = nanos(c, 'LogRecord.time_unix_nano');
      return;
    case 0x10:
      log.severityNumber = readVarint32(c);
      return;
    case 0x1a:
      log.severityText = readText(c, 'LogRecord.severity_text');
      return;
    case 0x2a:
      log.body = readAnyValue(c);
      return;
    case 0x32:
      noteMessage(c, log.attributes, 'LogRecord.attributes');
      return;
    case 0x38:
      ignore(c, tag);
      return;
    case 0x45:
      log.flags = readFixed32(c, 'LogRecord.flags');
      return;
    case 0x4a:
      noteSlice(c, log.traceId, 'LogRecord.trace_id');
      return;
    case 0x52:
      noteSlice(c, log.spanId, 'LogRecord.span_id');
      return;
    case 0x59:
      log.observedNanos = nanos(c, 'LogRecord.observed_time_unix_nano');
      return;
    case 0x62:
      log.eventName = readText(c, 'LogRecord.event_name');
      return;
    default:
      unexpected(c, tag, 'LogRecord', RECORD);
  }
};

/** Reads the fields of the `LogRecord` the cursor is in. */
export const readLogFields = (c: Cursor, log: LogFields): void => {
  clear(log);
  while (c.position < c.end) readField(c, log, readVarint32(c));
};
