import {
  AggregationTemporality,
  type DataPoint,
  MeterProvider,
  type MetricData,
  MetricReader,
} from '@opentelemetry/sdk-metrics';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createCounter } from '../src/measure/counter.ts';
import { createHistogram } from '../src/measure/histogram.ts';
import { createSeries, type Labels, SETS_MAX } from '../src/measure/series.ts';

/** Collects when asked; nothing else. */
class Reader extends MetricReader {
  protected override async onShutdown(): Promise<void> {
    return;
  }
  protected override async onForceFlush(): Promise<void> {
    return;
  }
}

const BOUNDS = [0.1, 1, 10];

const sdk = () => {
  const reader = new Reader();
  const meter = new MeterProvider({ readers: [reader] }).getMeter('test');
  return {
    sum: meter.createCounter('sum'),
    spread: meter.createHistogram('spread', {
      description: 'a spread',
      unit: 'By',
      advice: { explicitBucketBoundaries: BOUNDS },
    }),
    collect: async () => (await reader.collect()).resourceMetrics.scopeMetrics.flatMap(({ metrics }) => metrics),
  };
};

const name = ({ attributes }: DataPoint<unknown>): string =>
  JSON.stringify(Object.entries(attributes).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** All but times: the two are not measured at the same moment. */
const essence = (metric: MetricData) => ({
  name: metric.descriptor.name,
  unit: metric.descriptor.unit,
  description: metric.descriptor.description,
  kind: metric.dataPointType,
  temporality: metric.aggregationTemporality,
  points: [...(metric.dataPoints as DataPoint<unknown>[])]
    .map((point) => ({ name: name(point), value: point.value }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
});

const label = fc.oneof(fc.constantFrom('a', 'b', '1', 'true', ''), fc.nat(3), fc.boolean());
/** The same keys in different orders, and values that look alike. */
const labels: fc.Arbitrary<Labels> = fc
  .array(fc.tuple(fc.constantFrom('x', 'y', 'z', '__proto__', '0'), label), { maxLength: 4 })
  .map((entries) => Object.fromEntries(entries));
const value = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1, max: 20 }),
  fc.constantFrom(0, -0, 0.1, 1, 10),
);
const measurements = fc.array(fc.tuple(value, fc.option(labels, { nil: undefined })), { maxLength: 40 });

it('counts as the SDK does', async () => {
  await fc.assert(
    fc.asyncProperty(measurements, async (all) => {
      const theirs = sdk();
      const counter = createCounter('sum', '');
      const histogram = createHistogram('spread', { description: 'a spread', unit: 'By', bounds: BOUNDS });
      for (const [amount, set] of all) {
        theirs.sum.add(amount, set);
        counter.add(amount, set);
        theirs.spread.record(amount, set);
        histogram.record(amount, set);
      }
      const ours = [counter, histogram].flatMap((instrument) => instrument.collect([2, 0]) ?? []);
      const known = (await theirs.collect()).filter(({ dataPoints }) => dataPoints.length > 0);
      expect(ours.map(essence)).toEqual(known.map(essence));
    }),
    { numRuns: 300 },
  );
});

it('passes over what is no number', () => {
  const histogram = createHistogram('spread', { description: 'a spread', unit: 'By', bounds: BOUNDS });
  histogram.record(Number.NaN);
  expect(histogram.collect([9, 0])).toBeNull();
});

it('counts up from the first measurement, and begins anew when cleared', () => {
  const counter = createCounter('sum', 'a sum');
  expect(counter.collect([9, 0])).toBeNull();
  counter.add(1);
  counter.add(2);
  const collected = counter.collect([9, 0]);
  expect(collected).toMatchObject({
    aggregationTemporality: AggregationTemporality.CUMULATIVE,
    isMonotonic: true,
    dataPoints: [{ value: 3, endTime: [9, 0], attributes: {} }],
  });
  expect(counter.collect([10, 0])?.dataPoints[0]?.startTime).toEqual(collected?.dataPoints[0]?.startTime);
  counter.clear();
  expect(counter.collect([11, 0])).toBeNull();
});

it('keeps a bounded number of sets of labels, and counts all others together', () => {
  const series = createSeries(() => ({ count: 0 }));
  for (let i = 0; i < SETS_MAX * 2; i++) series.of({ id: i }).count += 1;
  series.of({ id: 3 }).count += 1;
  const entries = series.entries();
  expect(entries).toHaveLength(SETS_MAX);
  expect(entries.find(([{ id }]) => id === 3)?.[1].count).toBe(2);
  expect(entries.at(-1)).toEqual([{ 'otel.metric.overflow': true }, { count: SETS_MAX + 1 }]);
  expect(entries.reduce((sum, [, { count }]) => sum + count, 0)).toBe(SETS_MAX * 2 + 1);
});
