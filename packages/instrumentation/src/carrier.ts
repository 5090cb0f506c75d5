import { type Context, context, propagation, ROOT_CONTEXT } from '@opentelemetry/api';
import { CORRELATION_HEADER, correlationIdOf } from './correlation.ts';

/** Trace context, baggage and correlation id as plain text, to be stored with a message: `traceparent`, `baggage`, … */
export type Carrier = Readonly<Record<string, string>>;

/** The context as a carrier; the active one by default. */
export const carrierOf = (within: Context = context.active()): Carrier => {
  const carrier: Record<string, string> = {};
  propagation.inject(within, carrier);
  const id = correlationIdOf(within);
  if (id) carrier[CORRELATION_HEADER] = id;
  return carrier;
};

/** The context a carrier was made in, as a remote parent. A carrier that makes no sense gives the empty context. */
export const contextFrom = (carrier: Readonly<Record<string, string | string[] | undefined>>): Context =>
  propagation.extract(ROOT_CONTEXT, carrier);
