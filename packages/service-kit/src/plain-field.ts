import { CORRELATION_ATTRIBUTE } from '@clearspan/instrumentation';

/** Fields of a line that OpenTelemetry keeps in places of their own. */
const OWN_PLACES = new Set(['level', 'time', 'msg', 'service', 'trace_id', 'span_id', 'correlation_id']);
/** What is put to every line: a field of the same name would be there twice. */
const PUT_ANYWAY = new Set(['level', 'time', 'msg', CORRELATION_ATTRIBUTE]);

/** Whether a field is no attribute of the record of its line. */
export const isOwnPlace = (key: string): boolean => OWN_PLACES.has(key);

/** Whether a field stands in the line as it is, and in its record. */
export const isPlainField = (key: string, value: unknown, serializers: object): value is string | number | boolean =>
  (typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)) &&
  !PUT_ANYWAY.has(key) &&
  !(key in serializers);
