import { type Context, context, propagation } from '@opentelemetry/api';
import type { SpanProcessor } from '@opentelemetry/sdk-trace';

/** The key in baggage and on spans and log records. */
export const CORRELATION_ATTRIBUTE = 'correlation.id';
/** The header it travels in between processes. */
export const CORRELATION_HEADER = 'x-correlation-id';

/** Short and harmless in headers, logs and queries; anything else from outside is replaced. */
const ACCEPTED = /^[\w.:/+=-]{1,128}$/;

/** Whether a text may be taken for one. */
export const isCorrelationId = (text: unknown): text is string => typeof text === 'string' && ACCEPTED.test(text);

/** The correlation id that travels with a context, null when there is none. */
export const correlationIdOf = (within: Context = context.active()): string | null => {
  const value = propagation.getBaggage(within)?.getEntry(CORRELATION_ATTRIBUTE)?.value;
  return isCorrelationId(value) ? value : null;
};

/** A context whose spans, log records and outgoing calls carry the correlation id. */
export const withCorrelationId = (within: Context, id: string): Context =>
  propagation.setBaggage(
    within,
    (propagation.getBaggage(within) ?? propagation.createBaggage()).setEntry(CORRELATION_ATTRIBUTE, { value: id }),
  );

/** Puts the correlation id on every span when it starts. */
export const correlationProcessor = (): SpanProcessor => ({
  onStart: (span, parent) => {
    const id = correlationIdOf(parent);
    if (id) span.setAttribute(CORRELATION_ATTRIBUTE, id);
  },
  onEnd: () => undefined,
  forceFlush: async () => undefined,
  shutdown: async () => undefined,
});
