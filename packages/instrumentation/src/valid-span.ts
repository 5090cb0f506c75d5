import { type Context, isSpanContextValid, type SpanContext, trace } from '@opentelemetry/api';

/** Of one span much is asked in a row; its ids are looked at once. */
let lastValid: SpanContext | null = null;

/** The ids of the span a context is in, of this process or another. */
export const validSpan = (within: Context): SpanContext | undefined => {
  const span = trace.getSpanContext(within);
  if (span === undefined || span === lastValid) return span;
  if (!isSpanContextValid(span)) return undefined;
  lastValid = span;
  return span;
};
