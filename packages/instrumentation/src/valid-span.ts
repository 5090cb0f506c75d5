import { type Context, isSpanContextValid, type SpanContext, trace } from '@opentelemetry/api';
import { isRecorded } from './trace/recording-span.ts';

/** Of one span much is asked in a row; its ids are looked at once. Those made here need no look. */
let lastValid: SpanContext | null = null;

/** The ids of the span a context is in, of this process or another. */
export const validSpan = (within: Context): SpanContext | undefined => {
  const span = trace.getSpan(within);
  const ids = span?.spanContext();
  if (span === undefined || ids === undefined || ids === lastValid || isRecorded(span)) return ids;
  if (!isSpanContextValid(ids)) return undefined;
  lastValid = ids;
  return ids;
};
