import type { TimeBound } from '../plan/plan.ts';
import type { CompileContext } from './compile-context.ts';
import { constantNanos } from './constant.ts';
import { call, infix, int, str } from './sql-build.ts';
import type { SqlExpr } from './sql-tree.ts';
import type { Table } from './storage.ts';
import type { Window } from './time-window.ts';

const SECOND_NANOS = 1_000_000_000n;
/** The engine's `DateTime` ends here, and so do the times that are stored. */
const SECONDS_MAX = 2n ** 32n - 1n;

/** Sums of times are rounded here and in the engine, not always alike. */
const ROUNDING_NANOS = SECOND_NANOS;

/** The window, and in it what constant bounds leave. Times that no row has bound nothing here: the engine says of them. */
const boundedBy = (window: Window, bounds: readonly TimeBound[], context: CompileContext): Window => {
  let { fromNanos, toNanos } = window;
  for (const { op, at } of bounds) {
    const nanos = constantNanos(at, context);
    if (nanos === null || nanos < 0n || nanos > SECONDS_MAX * SECOND_NANOS) continue;
    const [from, to] = [nanos - ROUNDING_NANOS, nanos + ROUNDING_NANOS];
    if (op.startsWith('>') && from > fromNanos) fromNanos = from;
    if (op.startsWith('<') && to < toNanos) toNanos = to;
  }
  return { ...window, fromNanos, toNanos };
};

const seconds = (nanos: bigint, unit: bigint): bigint => {
  const whole = (nanos / SECOND_NANOS / unit) * unit;
  return whole < 0n ? 0n : whole > SECONDS_MAX ? (SECONDS_MAX / unit) * unit : whole;
};

/**
 * What a window says of the buckets of time that rows are ordered by. The engine does not conclude it from the conditions on
 * the time, because that is in the order too; it reads no row for it.
 */
export const timeHint = (
  { timeBucket }: Table,
  window: Window,
  bounds: readonly TimeBound[],
  context: CompileContext,
): readonly SqlExpr[] => {
  if (timeBucket === null) return [];
  const { column, unitSeconds } = timeBucket;
  const { fromNanos, toNanos } = boundedBy(window, bounds, context);
  const at = (nanos: bigint): SqlExpr => call('toDateTime', int(seconds(nanos, BigInt(unitSeconds))), str('UTC'));
  return [call('indexHint', infix('>=', column, at(fromNanos)), infix('<=', column, at(toNanos)))];
};
