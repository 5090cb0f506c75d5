/** What rows of logs and spans are ordered by first. */
export const TIME_BUCKET = 'toStartOfFiveMinutes(ts)';

const bucketOf = (time: string): string => `toStartOfFiveMinutes(${time})`;

/**
 * Conditions on `ts` and what they say of the order that rows stand in: the engine does not conclude it, because `ts` is in
 * that order too, and would look through all that is held. `from` and `to` are expressions of times; `to` belongs to it or
 * not, as `includesEnd` says.
 */
export const withinTime = (from: string, to: string, includesEnd = false): string =>
  `ts >= ${from} AND ts ${includesEnd ? '<=' : '<'} ${to} AND indexHint(${TIME_BUCKET} >= ${bucketOf(from)}, ${TIME_BUCKET} <= ${bucketOf(to)})`;

export const sinceTime = (from: string): string => `ts >= ${from} AND indexHint(${TIME_BUCKET} >= ${bucketOf(from)})`;
