import type { RowBatch } from '../row-binary/row-batch.ts';
import { type SpanSource, writeSpanRow } from '../rows/span-row.ts';
import type { Cursor } from './cursor.ts';
import { decodeWith } from './decode.ts';
import { optionalIdFault, requiredIdFault } from './ids.ts';
import { type DecodeContext, type DecodeOutcome, reject, type Tally } from './outcome.ts';
import { partFault } from './part-fault.ts';
import { NO_RESOURCE, NO_SCOPE } from './record-origin.ts';
import { createSpanFields, type SpanFields, scanSpan } from './span-fields.ts';
import { halvesTimeFault, optionalTimeFault } from './times.ts';
import { type RequestNames, walkRequest } from './walk-request.ts';
import { writeRecord } from './write-record.ts';

const NAMES: RequestNames = {
  request: 'ExportTraceServiceRequest',
  resource: 'ResourceSpans',
  scope: 'ScopeSpans',
  record: 'Span',
};

const spanFault = (c: Cursor, span: SpanFields, context: DecodeContext): string =>
  requiredIdFault(c, span.traceId, 16, 'trace_id') ||
  requiredIdFault(c, span.spanId, 8, 'span_id') ||
  optionalIdFault(span.parentId, 8, 'parent_span_id') ||
  halvesTimeFault(span.startLow, span.startHigh, context, 'start_time_unix_nano of a span') ||
  optionalTimeFault(span.endHigh, 'end_time_unix_nano of a span');

const readTraces = (c: Cursor, batch: RowBatch, context: DecodeContext, tally: Tally): void => {
  const rows = batch.spans;
  const span = createSpanFields();
  const source: SpanSource = { cursor: c, span, resource: NO_RESOURCE, scope: NO_SCOPE };
  const write = (): void => writeSpanRow(source, rows.buffer);
  walkRequest(c, NAMES, (_c, resource, scope) => {
    const tooLarge = partFault(c, 'span', resource, scope);
    if (tooLarge === '') scanSpan(c, span);
    const fault = tooLarge || spanFault(c, span, context);
    if (fault !== '') {
      reject(tally, fault);
      return;
    }
    source.resource = resource;
    source.scope = scope;
    writeRecord(rows, context, tally, 'span', write);
  });
};

/** Turns an `ExportTraceServiceRequest` in protobuf into rows of `otel.spans`. */
export const decodeTraces = (body: Uint8Array, batch: RowBatch, context: DecodeContext): DecodeOutcome =>
  decodeWith(readTraces, body, batch, context);
