import type { RowBatch } from '../row-binary/row-batch.ts';
import { type LogRow, writeLogRow } from '../rows/log-row.ts';
import { otlpLogRow, type SharedLogParts, shareLogParts } from '../rows/otlp-log-row.ts';
import type { Cursor } from './cursor.ts';
import { decodeWith } from './decode.ts';
import { optionalIdFault } from './ids.ts';
import { createLogFields, type LogFields, readLogFields } from './log-fields.ts';
import { type DecodeContext, type DecodeOutcome, reject, type Tally } from './outcome.ts';
import { partFault } from './part-fault.ts';
import { NO_RESOURCE, NO_SCOPE, readNotedAttributes, type SharedResource, type SharedScope } from './record-origin.ts';
import type { Slice } from './span-fields.ts';
import { timeFault } from './times.ts';
import { type RequestNames, walkRequest } from './walk-request.ts';
import { writeRecord } from './write-record.ts';

const NAMES: RequestNames = {
  request: 'ExportLogsServiceRequest',
  resource: 'ResourceLogs',
  scope: 'ScopeLogs',
  record: 'LogRecord',
};

const logFault = (log: LogFields, context: DecodeContext): string =>
  optionalIdFault(log.traceId, 16, 'trace_id') ||
  optionalIdFault(log.spanId, 8, 'span_id') ||
  (log.timeNanos === 0n ? '' : timeFault(log.timeNanos, context, 'time_unix_nano of a log record')) ||
  (log.observedNanos === 0n ? '' : timeFault(log.observedNanos, context, 'observed_time_unix_nano of a log record'));

const ALL_ZERO = /^0*$/;

/** Digits of an id; all zeros mean that there is none. */
const hexOf = (c: Cursor, { at, end }: Slice): string => {
  if (at === end) return '';
  const digits = c.bytes.toString('hex', at, end);
  return ALL_ZERO.test(digits) ? '' : digits;
};

/** Makes the parts that records share once for as long as the resource and the scope stay the same. */
const sharedParts = (): ((resource: SharedResource, scope: SharedScope) => SharedLogParts) => {
  let lastResource = NO_RESOURCE;
  let lastScope = NO_SCOPE;
  let parts = shareLogParts(lastResource, lastScope);
  return (resource, scope) => {
    if (resource !== lastResource || scope !== lastScope) {
      lastResource = resource;
      lastScope = scope;
      parts = shareLogParts(resource, scope);
    }
    return parts;
  };
};

const readLogs = (c: Cursor, batch: RowBatch, context: DecodeContext, tally: Tally): void => {
  const rows = batch.logs;
  const log = createLogFields();
  const sharedFor = sharedParts();
  let index = 0;
  walkRequest(c, NAMES, (_c, resource, scope) => {
    const logId = `${context.requestId}-${index++}`;
    const tooLarge = partFault(c, 'log record', resource, scope);
    if (tooLarge === '') readLogFields(c, log);
    const fault = tooLarge || logFault(log, context);
    if (fault !== '') {
      reject(tally, fault);
      return;
    }
    writeRecord(rows, context, tally, 'log record', () => {
      const row: LogRow = otlpLogRow(
        {
          ...log,
          receivedNanos: context.receivedNanos,
          attributes: readNotedAttributes(c, log.attributes),
          traceId: hexOf(c, log.traceId),
          spanId: hexOf(c, log.spanId),
          logId,
        },
        sharedFor(resource, scope),
      );
      writeLogRow(row, rows.buffer);
    });
  });
};

/** Turns an `ExportLogsServiceRequest` in protobuf into rows of `otel.logs`. */
export const decodeLogs = (body: Uint8Array, batch: RowBatch, context: DecodeContext): DecodeOutcome =>
  decodeWith(readLogs, body, batch, context);
