import { context, propagation, ROOT_CONTEXT, trace } from '@opentelemetry/api';

/**
 * Runs what others may wait for too: in the trace of the request that began it, but not within the time that this one
 * has left, which says nothing about the others.
 */
export const inOwnTime = <T>(work: () => Promise<T>): Promise<T> => {
  const active = context.active();
  const span = trace.getSpan(active);
  const baggage = propagation.getBaggage(active);
  const traced = span ? trace.setSpan(ROOT_CONTEXT, span) : ROOT_CONTEXT;
  return context.with(baggage ? propagation.setBaggage(traced, baggage) : traced, work);
};
