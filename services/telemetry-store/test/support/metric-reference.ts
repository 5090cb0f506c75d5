import type { SentMetric, SentPoint } from './metrics-json.ts';

/** A metric as it was sent, with the resource that sent it. */
export interface Sent {
  readonly resource: Readonly<Record<string, string>>;
  readonly metric: SentMetric;
}

export interface ReferenceQuestion {
  readonly fromMs: number;
  readonly toMs: number;
  readonly stepMs: number;
  readonly lookbackMs: number;
  readonly by: readonly string[];
  readonly name: string;
  readonly quantile?: number;
}

/** What one series adds to a step: a point, and the one whose value is taken away from it. */
interface Part {
  readonly now: SentPoint;
  readonly before: SentPoint | null;
  readonly coveredMs: number;
}

type Series = { readonly sent: Sent; readonly points: readonly SentPoint[] };

const num = (point: SentPoint | null, key: string): number => Number(point?.data[key] ?? 0);
const list = (value: unknown): number[] => ((value ?? []) as unknown[]).map(Number);

const seriesOf = (all: readonly Sent[]): Series[] => {
  const series = new Map<string, { sent: Sent; points: SentPoint[] }>();
  for (const sent of all) {
    for (const point of sent.metric.points) {
      const key = JSON.stringify([sent.resource, { ...sent.metric, points: [] }, point.labels]);
      const held = series.get(key) ?? { sent, points: [] };
      series.set(key, held);
      const again = held.points.some((other) => JSON.stringify(other) === JSON.stringify(point));
      if (!again && ((point.flags ?? 0) & 1) === 0) held.points.push(point);
    }
  }
  return [...series.values()].map(({ sent, points }) => ({
    sent,
    points: points.toSorted((a, b) => a.timeMs - b.timeMs || a.startMs - b.startMs),
  }));
};

/** Told by one number where there is one, by its buckets else. */
const fell = ({ metric }: Sent, now: SentPoint, before: SentPoint, byBuckets: boolean): boolean => {
  if (metric.type === 'sum') return metric.monotonic === true && num(now, 'asDouble') < num(before, 'asDouble');
  if (!byBuckets) return num(now, 'count') < num(before, 'count');
  return list(now.data.bucketCounts).some((count, i) => count < (list(before.data.bucketCounts)[i] as number));
};
const otherBounds = (now: SentPoint, before: SentPoint): boolean =>
  JSON.stringify(now.data.explicitBounds) !== JSON.stringify(before.data.explicitBounds);

const partsOf = ({ sent, points }: Series, question: ReferenceQuestion): Part[] => {
  const byBuckets = question.quantile !== undefined && sent.metric.type === 'histogram';
  const parts: Part[] = [];
  const read = points.filter(({ timeMs }) => timeMs >= question.fromMs - question.lookbackMs && timeMs < question.toMs);
  for (const [i, now] of read.entries()) {
    const before = read[i - 1] ?? null;
    const sinceStart = now.startMs === 0 ? 0 : now.timeMs - now.startMs;
    if (now.timeMs < question.fromMs) continue;
    if (sent.metric.temporality === 1) {
      const coveredMs = now.startMs > 0 ? sinceStart : before ? now.timeMs - before.timeMs : 0;
      parts.push({ now, before: null, coveredMs });
      continue;
    }
    if (now.startMs === now.timeMs) continue;
    const coveredMs = before === null ? sinceStart : now.timeMs - before.timeMs;
    const startedLater = before !== null && before.startMs > 0 && now.startMs > before.startMs;
    if (startedLater) parts.push({ now, before: null, coveredMs });
    else if (before === null || (byBuckets && otherBounds(now, before))) {
      if (now.startMs >= question.fromMs) parts.push({ now, before: null, coveredMs });
    } else if (fell(sent, now, before, byBuckets)) parts.push({ now, before: null, coveredMs });
    else parts.push({ now, before, coveredMs });
  }
  return parts;
};

const add = (numbers: readonly number[]): number => numbers.reduce((sum, value) => sum + value, 0);
const mean = (numbers: readonly number[]): number => add(numbers) / numbers.length;

/** Cumulative counts at the bounds that every part has. */
const explicit = (parts: readonly Part[], quantile: number): number | null => {
  const counted = parts
    .map(({ now, before }) => ({
      bounds: list(now.data.explicitBounds),
      counts: list(now.data.bucketCounts).map((count, i) => count - (list(before?.data.bucketCounts)[i] ?? 0)),
    }))
    .filter(({ counts }) => add(counts) > 0);
  if (counted.length === 0) return null;
  const bounds = (counted[0]?.bounds ?? []).filter((bound) => counted.every((one) => one.bounds.includes(bound)));
  const upTo = (bound: number): number =>
    add(counted.map((one) => add(one.counts.slice(0, one.bounds.indexOf(bound) + 1))));
  const rank = quantile * add(counted.map(({ counts }) => add(counts)));
  const at = bounds.findIndex((bound) => upTo(bound) >= rank && upTo(bound) > 0);
  if (at === -1) return bounds.at(-1) as number;
  const [upper, lower] = [bounds[at] as number, at === 0 ? 0 : (bounds[at - 1] as number)];
  if (at === 0 && upper <= 0) return upper;
  const below = at === 0 ? 0 : upTo(bounds[at - 1] as number);
  return lower + ((upper - lower) * (rank - below)) / (upTo(upper) - below);
};

interface Side {
  readonly offset: number;
  readonly bucketCounts: readonly number[];
}

/** Every bucket as its index at the smallest scale; positive ones alone, and zeros. */
const exponential = (parts: readonly Part[], quantile: number): number | null => {
  const points = parts.flatMap(({ now, before }) => [
    { point: now, sign: 1 },
    ...(before ? [{ point: before, sign: -1 }] : []),
  ]);
  const scale = Math.min(...points.map(({ point }) => num(point, 'scale')));
  const counts = new Map<number, number>();
  let zero = 0;
  for (const { point, sign } of points) {
    zero += sign * num(point, 'zeroCount');
    const { offset, bucketCounts } = point.data.positive as Side;
    for (const [i, count] of bucketCounts.entries()) {
      const index = (offset + i) >> (num(point, 'scale') - scale);
      counts.set(index, (counts.get(index) ?? 0) + sign * count);
    }
  }
  const total = zero + add([...counts.values()]);
  if (total === 0) return null;
  const rank = quantile * total;
  if (zero > 0 && zero >= rank) return 0;
  let below = zero;
  const base = 2 ** (2 ** -scale);
  for (const [index, count] of [...counts].toSorted(([a], [b]) => a - b)) {
    if (count > 0 && below + count >= rank) return base ** index * base ** ((rank - below) / count);
    below += count;
  }
  return null;
};

/** Of the parts of several series in one step. */
const computed = (
  byOne: readonly (readonly Part[])[],
  widthMs: number,
  q: ReferenceQuestion,
  sent: Sent,
): number | null => {
  const all = byOne.flat();
  if (all.length === 0) return null;
  const key = sent.metric.type === 'sum' ? 'asDouble' : 'count';
  const increase = (parts: readonly Part[], of = key): number =>
    add(parts.map(({ now, before }) => num(now, of) - num(before, of)));
  if (q.name === 'increase') return increase(all);
  if (q.name === 'rate') {
    const rate = (parts: readonly Part[]): number =>
      (increase(parts) * 1000) / Math.max(widthMs, add(parts.map(({ coveredMs }) => coveredMs)));
    return add(byOne.filter((parts) => parts.length > 0).map(rate));
  }
  if (q.name === 'avg') return increase(all) === 0 ? null : increase(all, 'sum') / increase(all);
  return sent.metric.type === 'histogram'
    ? explicit(all, q.quantile as number)
    : exponential(all, q.quantile as number);
};

const LEVELS: Readonly<Record<string, (byOne: readonly (readonly number[])[]) => number>> = {
  avg: (byOne) => mean(byOne.map(mean)),
  min: (byOne) => Math.min(...byOne.flat()),
  max: (byOne) => Math.max(...byOne.flat()),
  sum: (byOne) => add(byOne.map((values) => values.at(-1) as number)),
};

/** The function of a level: that of the points of each series, then that of the series. */
const level = (byOne: readonly (readonly SentPoint[])[], name: string): number | null => {
  const some = byOne.filter((points) => points.length > 0);
  if (some.length === 0) return null;
  const value = (point: SentPoint): number => num(point, 'asDouble');
  if (name !== 'last') return (LEVELS[name] as (typeof LEVELS)[string])(some.map((points) => points.map(value)));
  const newest = Math.max(...some.flat().map(({ timeMs }) => timeMs));
  return Math.max(
    ...some
      .flat()
      .filter(({ timeMs }) => timeMs === newest)
      .map(value),
  );
};

const labelOf = (sent: Sent, point: SentPoint, key: string): string =>
  (key.startsWith('resource.') ? sent.resource[key.slice('resource.'.length)] : point.labels[key]) ?? '';

/** What the store is to answer, computed point by point: values by step for each set of labels. */
export const reference = (
  all: readonly Sent[],
  question: ReferenceQuestion,
): ReadonlyMap<string, readonly (number | null)[]> => {
  const { fromMs, toMs, stepMs, by, name } = question;
  const groups = new Map<string, Series[]>();
  for (const one of seriesOf(all)) {
    const [point] = one.points;
    if (point === undefined) continue;
    const key = JSON.stringify(by.map((label) => labelOf(one.sent, point, label)));
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const isLevel = (sent: Sent): boolean =>
    sent.metric.type === 'gauge' || (sent.metric.type === 'sum' && name !== 'rate' && name !== 'increase');
  const steps = Array.from({ length: Math.ceil((toMs - fromMs) / stepMs) }, (_, step) => fromMs + step * stepMs);
  const valuesOf = (group: readonly Series[]): (number | null)[] =>
    steps.map((begin) => {
      const end = Math.min(begin + stepMs, toMs);
      const within = ({ timeMs }: SentPoint): boolean => timeMs >= begin && timeMs < end;
      const sent = (group[0] as Series).sent;
      if (isLevel(sent))
        return level(
          group.map(({ points }) => points.filter(within)),
          name,
        );
      const parts = group.map((one) => partsOf(one, question).filter(({ now }) => within(now)));
      return computed(parts, end - begin, question, sent);
    });
  return new Map([...groups].map(([key, group]) => [key, valuesOf(group)]));
};
