/** Slices of the window; the oldest gives way as a whole. */
const SLICES = 6;
const SLICE_MS = 10_000;
/** Bounds of the buckets grow by this factor, so a percentile is at most this far off. */
const GROWTH = 1.08;
const SMALLEST_MS = 0.1;
const BUCKETS = 220;

/** Length of the window that figures are over, in milliseconds. */
export const LATENCY_WINDOW_MS: number = SLICES * SLICE_MS;

interface Slice {
  number: number;
  calls: number;
  errors: number;
  sumMs: number;
  readonly counts: Uint32Array;
}

export interface LatencyFigures {
  readonly calls: number;
  readonly errors: number;
  readonly averageMs: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
}

export interface LatencyWindow {
  add(durationMs: number, failed: boolean, nowMs: number): void;
  /** Null when there was no call within the window. */
  figures(nowMs: number): LatencyFigures | null;
}

const bucketOf = (ms: number): number =>
  ms <= SMALLEST_MS ? 0 : Math.min(BUCKETS - 1, Math.ceil(Math.log(ms / SMALLEST_MS) / Math.log(GROWTH)));

const upperMs = (bucket: number): number => SMALLEST_MS * GROWTH ** bucket;

const round = (ms: number): number => Math.round(ms * 100) / 100;

const percentile = (slices: readonly Slice[], calls: number, share: number): number => {
  const rank = Math.max(1, Math.ceil(calls * share));
  let seen = 0;
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    for (const slice of slices) seen += slice.counts[bucket] ?? 0;
    if (seen >= rank) return round(upperMs(bucket));
  }
  return round(upperMs(BUCKETS - 1));
};

/** Durations of the last minute in a fixed amount of memory, whatever the number of calls. */
export const createLatencyWindow = (): LatencyWindow => {
  const ring: Slice[] = Array.from({ length: SLICES }, () => ({
    number: -1,
    calls: 0,
    errors: 0,
    sumMs: 0,
    counts: new Uint32Array(BUCKETS),
  }));
  const sliceAt = (nowMs: number): Slice => {
    const number = Math.floor(nowMs / SLICE_MS);
    const slice = ring[number % SLICES] as Slice;
    if (slice.number !== number) {
      Object.assign(slice, { number, calls: 0, errors: 0, sumMs: 0 });
      slice.counts.fill(0);
    }
    return slice;
  };
  return {
    add: (durationMs, failed, nowMs) => {
      const slice = sliceAt(nowMs);
      slice.calls += 1;
      slice.errors += failed ? 1 : 0;
      slice.sumMs += durationMs;
      const bucket = bucketOf(durationMs);
      slice.counts[bucket] = (slice.counts[bucket] ?? 0) + 1;
    },
    figures: (nowMs) => {
      const last = Math.floor(nowMs / SLICE_MS);
      const slices = ring.filter(({ number }) => number > last - SLICES && number <= last);
      const calls = slices.reduce((sum, slice) => sum + slice.calls, 0);
      if (calls === 0) return null;
      return {
        calls,
        errors: slices.reduce((sum, slice) => sum + slice.errors, 0),
        averageMs: round(slices.reduce((sum, slice) => sum + slice.sumMs, 0) / calls),
        p50Ms: percentile(slices, calls, 0.5),
        p95Ms: percentile(slices, calls, 0.95),
        p99Ms: percentile(slices, calls, 0.99),
      };
    },
  };
};
