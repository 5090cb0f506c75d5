import type { WindowNanos } from '../compose/finish.ts';
import type { Linked } from '../link/link-question.ts';
import { NANOS, resolveTime, type TimeSpec } from '../time/time-spec.ts';

/** The window that is looked at and the one before it, of the same length. Ends are not included. */
export interface Windows {
  readonly previous: WindowNanos;
  readonly window: WindowNanos;
}

/** Looked at where neither the question nor the caller names a time. */
const usualNanos = 15n * NANOS.minute;

const nanosOf = (iso: string | null): bigint | null =>
  iso === null ? null : BigInt(Date.parse(iso)) * NANOS.millisecond;

/** Queries write times to the millisecond. */
const toMillis = (nanos: bigint): bigint => nanos - (nanos % NANOS.millisecond);

const min = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const max = (a: bigint, b: bigint): bigint => (a > b ? a : b);

const setsOf = ({ index }: Linked) => [index.logs, index.spans].filter((set) => set.records > 0);
const oldestOf = (linked: Linked): bigint =>
  setsOf(linked)
    .map((set) => nanosOf(set.oldest) ?? linked.nowNanos)
    .reduce(min, linked.nowNanos);

/**
 * The last minutes; of data that came to its end longer ago, its last ones. Where the data is younger than two windows it
 * is cut in halves, so that there is something to compare with.
 */
const usualWindow = (linked: Linked): WindowNanos => {
  const { nowNanos } = linked;
  const newest = setsOf(linked)
    .map((set) => nanosOf(set.newest) ?? 0n)
    .reduce(max, 0n);
  const oldest = oldestOf(linked);
  const isOver = newest > 0n && newest + usualNanos < nowNanos;
  const to = isOver ? newest + NANOS.millisecond : nowNanos;
  const half = to > oldest ? (to - oldest) / 2n : usualNanos;
  const length = min(usualNanos, half < NANOS.second ? NANOS.second : half);
  return { from: to - length, to };
};

/**
 * Of the time that was said, else of the caller's window, else of the newest data; null for a time that is still to come.
 * Where all data began within it there is nothing before: what it has of data is cut in halves.
 */
export const windowsOf = (linked: Linked, said: TimeSpec | null, caller: WindowNanos | null): Windows | null => {
  const range = said === null ? (caller ?? usualWindow(linked)) : resolveTime(said, linked.nowNanos);
  const to = toMillis(min(range.to, linked.nowNanos));
  if (to <= toMillis(range.from)) return null;
  const oldest = oldestOf(linked);
  const hasBefore = oldest < range.from || oldest >= to;
  const from = toMillis(hasBefore ? range.from : to - (to - oldest) / 2n);
  return { previous: { from: from - (to - from), to: from }, window: { from, to } };
};
