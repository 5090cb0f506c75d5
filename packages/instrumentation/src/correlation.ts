import { type Baggage, type Context, context, propagation, type Span } from '@opentelemetry/api';

/** The key in baggage and on spans and log records. */
export const CORRELATION_ATTRIBUTE = 'correlation.id';
/** The header it travels in between processes. */
export const CORRELATION_HEADER = 'x-correlation-id';

/** Short and harmless in headers, logs and queries; anything else from outside is replaced. */
const ACCEPTED = /^[\w.:/+=-]{1,128}$/;

/** Whether a text may be taken for one. */
export const isCorrelationId = (text: unknown): text is string => typeof text === 'string' && ACCEPTED.test(text);

/** Spans and lines of one request come one after the other, and all ask for the id in the same baggage. */
let last: { readonly baggage: Baggage; readonly id: string | null } | null = null;

/** The correlation id that travels with a context, null when there is none. */
export const correlationIdOf = (within: Context = context.active()): string | null => {
  const baggage = propagation.getBaggage(within);
  if (baggage === undefined) return null;
  if (last?.baggage === baggage) return last.id;
  const value = baggage.getEntry(CORRELATION_ATTRIBUTE)?.value;
  last = { baggage, id: isCorrelationId(value) ? value : null };
  return last.id;
};

/** A context whose spans, log records and outgoing calls carry the correlation id. */
export const withCorrelationId = (within: Context, id: string): Context =>
  propagation.setBaggage(
    within,
    (propagation.getBaggage(within) ?? propagation.createBaggage()).setEntry(CORRELATION_ATTRIBUTE, { value: id }),
  );

/** Puts the correlation id of a context on a span that starts in it. */
export const putCorrelationId = (span: Span, within: Context): void => {
  const id = correlationIdOf(within);
  if (id) span.setAttribute(CORRELATION_ATTRIBUTE, id);
};
