import { type Context, context, createContextKey } from '@opentelemetry/api';

const KEY = createContextKey('clearspan.deadline');

/** A context in which work must be done by `atMs`, on the clock of `performance.now()`. An earlier deadline stays. */
export const withDeadline = (from: Context, atMs: number): Context => {
  const earlier = from.getValue(KEY) as number | undefined;
  return from.setValue(KEY, earlier === undefined ? atMs : Math.min(earlier, atMs));
};

/** Milliseconds left for the work being done; null when there is no deadline. May be negative. */
export const remainingMs = (): number | null => {
  const at = context.active().getValue(KEY) as number | undefined;
  return at === undefined ? null : at - performance.now();
};
