import { type Context, context, propagation, ROOT_CONTEXT } from '@opentelemetry/api';

/** Trace context and baggage as headers: what is stored with a task, or sent with a request. */
export type Carrier = Readonly<Record<string, string>>;

export const carrierOf = (from: Context = context.active()): Carrier => {
  const carrier: Record<string, string> = {};
  propagation.inject(from, carrier);
  return carrier;
};

/** The context a carrier holds, and nothing of the active one. */
export const contextFrom = (carrier: Carrier): Context => propagation.extract(ROOT_CONTEXT, carrier);
