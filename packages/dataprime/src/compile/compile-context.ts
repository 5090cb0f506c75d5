/** A half-open range of time, in nanoseconds since the epoch. */
export interface TimeRange {
  readonly fromNanos: bigint;
  readonly toNanos: bigint;
}

/** What a query depends on beside its text and the data: compiling is a pure function of it. */
export interface CompileContext {
  /** The one `now` of the query. */
  readonly nowNanos: bigint;
  /** The caller's window: where a source without a time frame looks, and what `$p.timeRange` holds. */
  readonly timeRange: TimeRange;
  /** The most rows any query may return. */
  readonly rowsMax: number;
  /** How many rows a query without `limit` returns; 2,000 when absent. */
  readonly rowsDefault?: number;
  /** Reads only this long a part of the source's window, its newest; all of it when absent. */
  readonly newestNanos?: bigint;
  /** `matches` covers the whole text unless this is false. */
  readonly matchesWholeText?: boolean;
}

const BUCKETS = 60n;
const SECOND = 1_000_000_000n;
/** Lengths of a time bucket a chart can label well, in seconds. */
const STEPS: readonly bigint[] = [1n, 5n, 10n, 30n, 60n, 300n, 600n, 1800n, 3600n, 10800n, 21600n, 43200n, 86400n];

/** `$p.timeRange.suggestedInterval`: the smallest handy bucket that cuts the window into at most 60. */
export const suggestedInterval = (range: TimeRange): bigint => {
  const length = range.toNanos - range.fromNanos;
  const step = STEPS.find((seconds) => seconds * SECOND * BUCKETS >= length) ?? 86400n;
  return step * SECOND;
};
