import fc from 'fast-check';
import type { Sent } from './metric-reference.ts';
import type { SentMetric, SentPoint } from './metrics-json.ts';

/** A point on its way: how long after the one before, what was added since, and what happened in between. */
interface Event {
  readonly afterMs: number;
  readonly added: readonly number[];
  readonly happened:
    | 'nothing'
    | 'restart'
    | 'unknown restart'
    | 'silent reset'
    | 'no value'
    | 'sent twice'
    | 'other buckets';
}

const event = (added: fc.Arbitrary<number>): fc.Arbitrary<Event> =>
  fc.record({
    afterMs: fc.integer({ min: 1, max: 130_000 }),
    added: fc.array(added, { minLength: 6, maxLength: 6 }),
    happened: fc.oneof(
      { weight: 8, arbitrary: fc.constant('nothing' as const) },
      fc.constantFrom<Event['happened'][]>(
        'restart',
        'unknown restart',
        'silent reset',
        'no value',
        'sent twice',
        'other buckets',
      ),
    ),
  });

/** How a series begins: long before its first point, with it, or without saying when. */
const begin = fc.oneof(fc.integer({ min: 0, max: 400_000 }), fc.constant('unknown' as const));

const stream = (added: fc.Arbitrary<number>) =>
  fc.record({
    service: fc.constantFrom('cart', 'shop'),
    temporality: fc.constantFrom<(1 | 2)[]>(1, 2),
    a: fc.constantFrom('x', 'y'),
    b: fc.constantFrom('1', "it's"),
    bounds: fc.nat({ max: 2 }),
    firstMs: fc.integer({ min: -450_000, max: 300_000 }),
    begin,
    events: fc.array(event(added), { minLength: 1, maxLength: 14 }),
  });
type Stream = typeof stream extends (added: never) => fc.Arbitrary<infer T> ? T : never;

type Data = (counts: readonly number[], of: Stream, changes: number) => SentPoint['data'];

/** Any two have a bound in common, and all three. */
const BOUNDS = [
  [0.5, 1, 2, 4, 8],
  [-1, 1, 2, 4, 16],
  [0, 1, 3, 4, 5],
];

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

const DATA: Readonly<Record<SentMetric['type'], Data>> = {
  gauge: ([value]) => ({ asDouble: value }),
  sum: ([value]) => ({ asDouble: value }),
  histogram: (counts, { bounds }, changes) => ({
    count: sum(counts),
    sum: counts.reduce((total, count, i) => total + count * (i + 0.5), 0),
    explicitBounds: BOUNDS[(bounds + changes) % BOUNDS.length],
    bucketCounts: counts,
  }),
  exponentialHistogram: ([zeroCount = 0, ...bucketCounts], { a }, coarser) => {
    // What was counted at a finer scale is there at the coarser one.
    const offset = a === 'x' ? -3 : 2;
    const coarse = new Map<number, number>();
    for (const [i, count] of bucketCounts.entries()) {
      const index = (offset + i) >> coarser;
      coarse.set(index, (coarse.get(index) ?? 0) + count);
    }
    const first = offset >> coarser;
    const last = (offset + bucketCounts.length - 1) >> coarser;
    const positive = {
      offset: first,
      bucketCounts: Array.from({ length: last - first + 1 }, (_, i) => coarse.get(first + i) ?? 0),
    };
    return { count: zeroCount + sum(bucketCounts), sum: sum(bucketCounts), scale: 2 - coarser, zeroCount, positive };
  },
  summary: (counts) => ({ count: sum(counts), sum: sum(counts) * 2, quantileValues: [] }),
};

/** The points of a stream, as an exporter would have sent them. */
const pointsOf = (type: SentMetric['type'], one: Stream, fromMs: number): SentPoint[] => {
  const delta = one.temporality === 1;
  const levels = type === 'gauge';
  const points: SentPoint[] = [];
  let timeMs = fromMs + one.firstMs;
  let startMs = one.begin === 'unknown' ? 0 : timeMs - one.begin;
  let counts = [0, 0, 0, 0, 0, 0];
  let changes = 0;
  for (const { afterMs, added, happened } of one.events) {
    const takenMs = timeMs;
    if (points.length > 0) timeMs += afterMs;
    const again = happened === 'restart' || happened === 'unknown restart' || happened === 'silent reset';
    if (again || delta || levels) counts = [0, 0, 0, 0, 0, 0];
    if (happened === 'restart' && startMs > 0) startMs = Math.floor((takenMs + timeMs) / 2);
    if (happened === 'unknown restart' && startMs > 0) startMs = timeMs;
    if (delta && startMs > 0) startMs = Math.min(timeMs, takenMs);
    if (happened === 'other buckets') changes = Math.min(changes + 1, 4);
    counts = counts.map((count, i) => count + (added[i] as number));
    const point: SentPoint = {
      labels: { a: one.a, b: one.b },
      startMs,
      timeMs,
      flags: happened === 'no value' ? 1 : 0,
      data: DATA[type](counts, one, changes),
    };
    points.push(point, ...(happened === 'sent twice' ? [point] : []));
  }
  return points;
};

/** Streams of one metric, each a series of its own. */
export const arbitraryMetric = (
  type: SentMetric['type'],
  fromMs: number,
  { monotonic, temporal }: { readonly monotonic?: boolean; readonly temporal: boolean },
): fc.Arbitrary<(name: string) => Sent[]> => {
  const levels = type === 'gauge' || monotonic === false;
  const added = levels
    ? fc.integer({ min: -8_000, max: 8_000 }).map((eighths) => eighths / 8)
    : type === 'sum'
      ? fc.nat({ max: 8_000 }).map((eighths) => eighths / 8)
      : fc.nat({ max: 30 });
  return fc
    .uniqueArray(stream(added), {
      minLength: 1,
      maxLength: 5,
      selector: ({ service, temporality, a, b }) => JSON.stringify([service, temporal ? temporality : 0, a, b]),
    })
    .map(
      (streams) => (name) =>
        streams.map((one) => ({
          resource: { 'service.name': one.service },
          metric: {
            name,
            type,
            ...(temporal ? { temporality: one.temporality } : {}),
            ...(monotonic === undefined ? {} : { monotonic }),
            points: pointsOf(type, one, fromMs),
          },
        })),
    );
};
