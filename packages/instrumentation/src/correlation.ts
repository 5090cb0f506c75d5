import { type Context, propagation } from '@opentelemetry/api';
import type { Span, SpanProcessor } from '@opentelemetry/sdk-trace';

const KEY = 'correlation.id';

/** Characters that are safe in a header and a log line; anything else is not taken over from a caller. */
const SAFE = /^[A-Za-z0-9._:-]{1,128}$/;

/** The id of the caller's business that this work belongs to; it travels as baggage. */
export const correlationIdOf = (context: Context): string | null =>
  propagation.getBaggage(context)?.getEntry(KEY)?.value ?? null;

export const isCorrelationId = (text: unknown): text is string => typeof text === 'string' && SAFE.test(text);

export const withCorrelationId = (context: Context, id: string): Context => {
  const baggage = propagation.getBaggage(context) ?? propagation.createBaggage();
  return propagation.setBaggage(context, baggage.setEntry(KEY, { value: id }));
};

/** Puts the correlation id on every span that starts under it. */
export const correlationProcessor = (): SpanProcessor => ({
  onStart: (span: Span, parent: Context) => {
    const id = correlationIdOf(parent);
    if (id !== null) span.setAttribute(KEY, id);
  },
  onEnd: () => {},
  forceFlush: async () => {},
  shutdown: async () => {},
});
