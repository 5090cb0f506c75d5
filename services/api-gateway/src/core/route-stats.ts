/**
 * How long answers took, in buckets that double every fourth one, from 0.25 ms to 65 s: exact enough for a percentile,
 * constant in memory. The last is beyond the longest time a request may take, so that slow ones are told as slow.
 */
const BUCKET_UPPER_MS: readonly number[] = Array.from({ length: 73 }, (_, i) => 0.25 * 2 ** (i / 4));

export interface RouteFigures {
  readonly route: string;
  readonly requests: number;
  readonly errors: number;
  /** Null until there was a request. */
  readonly p50_ms: number | null;
  readonly p95_ms: number | null;
  readonly p99_ms: number | null;
}

interface Tally {
  requests: number;
  errors: number;
  readonly buckets: Uint32Array;
}

export interface RouteStats {
  /** One answered request. A status of 500 or above is an error. */
  add(route: string, status: number, ms: number, nowMs: number): void;
  limited(nowMs: number): void;
  figures(): RouteFigures[];
  requestsLastMinute(nowMs: number): number;
  limitedTotal(): number;
}

const percentile = ({ buckets, requests }: Tally, share: number): number | null => {
  if (requests === 0) return null;
  let left = Math.ceil(requests * share);
  for (const [i, count] of buckets.entries()) {
    left -= count;
    if (left <= 0) return Number((BUCKET_UPPER_MS[i] as number).toFixed(2));
  }
  return BUCKET_UPPER_MS.at(-1) as number;
};

/** Sixty one-second slots, advanced by elapsed time. */
const createMinute = (): { add(nowMs: number): void; sum(nowMs: number): number } => {
  const slots = new Map<number, number>();
  const drop = (second: number): void => {
    for (const key of slots.keys()) if (key <= second - 60) slots.delete(key);
  };
  return {
    add: (nowMs) => {
      const second = Math.floor(nowMs / 1000);
      drop(second);
      slots.set(second, (slots.get(second) ?? 0) + 1);
    },
    sum: (nowMs) => {
      drop(Math.floor(nowMs / 1000));
      return [...slots.values()].reduce((a, b) => a + b, 0);
    },
  };
};

/** Routes are patterns (`/api/history/:id`), so their number is fixed by the code. */
export const createRouteStats = (): RouteStats => {
  const tallies = new Map<string, Tally>();
  const minute = createMinute();
  let limited = 0;
  return {
    add: (route, status, ms, nowMs) => {
      minute.add(nowMs);
      const tally = tallies.get(route) ?? { requests: 0, errors: 0, buckets: new Uint32Array(BUCKET_UPPER_MS.length) };
      tallies.set(route, tally);
      tally.requests += 1;
      if (status >= 500) tally.errors += 1;
      const found = BUCKET_UPPER_MS.findIndex((upper) => ms <= upper);
      const bucket = found === -1 ? BUCKET_UPPER_MS.length - 1 : found;
      tally.buckets[bucket] = (tally.buckets[bucket] as number) + 1;
    },
    limited: (nowMs) => {
      minute.add(nowMs);
      limited += 1;
    },
    figures: () =>
      [...tallies].map(([route, tally]) => ({
        route,
        requests: tally.requests,
        errors: tally.errors,
        p50_ms: percentile(tally, 0.5),
        p95_ms: percentile(tally, 0.95),
        p99_ms: percentile(tally, 0.99),
      })),
    requestsLastMinute: (nowMs) => minute.sum(nowMs),
    limitedTotal: () => limited,
  };
};
