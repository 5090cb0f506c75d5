import { metricQuery } from '@clearspan/contracts';
import { createRowBatch, decodeOtlp, tableBatches } from '@clearspan/telemetry-store';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readMetric } from '../../../src/core/metrics/read-metric.ts';
import { METRIC_LIMITS } from '../../../src/limits.ts';
import { BEGIN_MS, minutely } from '../../support/metric-client.ts';
import { metricsJson, type SentMetric } from '../../support/metrics-json.ts';
import { openParts, type Parts } from '../../support/open-parts.ts';

const PLACES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const counts = (factor: number): number[][] => [1, 2, 5, 9].map((n) => [n * factor, n * 2, n * 3, n]);
const total = (list: readonly number[]): number => list.reduce((sum, n) => sum + n, 0);

const METRICS: readonly SentMetric[] = [
  {
    name: 'explicit',
    type: 'histogram',
    temporality: 2,
    points: PLACES.flatMap((place, i) =>
      minutely(
        { place, half: i % 2 === 0 ? 'even' : 'odd' },
        counts(i + 1).map((bucketCounts) => ({
          count: total(bucketCounts),
          sum: 1,
          explicitBounds: i % 3 === 0 ? [1, 2, 4] : [1, 3, 4],
          bucketCounts,
        })),
      ),
    ),
  },
  {
    name: 'exponential',
    type: 'exponentialHistogram',
    temporality: 2,
    points: PLACES.flatMap((place, i) =>
      minutely(
        { place, half: i % 2 === 0 ? 'even' : 'odd' },
        counts(i + 1).map((bucketCounts) => ({
          count: total(bucketCounts),
          sum: 1,
          scale: i % 3,
          zeroCount: 0,
          positive: { offset: i - 4, bucketCounts },
        })),
      ),
    ),
  },
];

let parts: Parts;
beforeAll(async () => {
  parts = await openParts();
  const batch = createRowBatch();
  const body = Buffer.from(metricsJson({ 'service.name': 'cart' }, METRICS));
  decodeOtlp('metrics', 'json', body, batch, { receivedNanos: BigInt(BEGIN_MS) * 1_000_000n, requestId: 'one' });
  for (const one of tableBatches(batch)) await parts.store.insert(one, 'token');
});
afterAll(() => parts?.close());

test.each(['explicit', 'exponential'])(
  'quantiles of %s buckets are the same however many statements read them',
  async (metric) => {
    const asked = metricQuery.parse({ metric, function: 'p90', by: 'half', step_s: '60' });
    const window = { fromMs: BEGIN_MS, toMs: BEGIN_MS + 180_000 };
    let statements = 0;
    const store = {
      query: (request: Parameters<Parts['store']['query']>[0]) => {
        statements += 1;
        return parts.store.query(request);
      },
    };
    const read = (bucketPointsMax: number) => {
      const limits = { ...METRIC_LIMITS, bucketPointsMax, ms: 10_000, memoryBytes: 200_000_000 };
      return readMetric({ store, limits }, asked, window);
    };
    const whole = await read(1_000);
    const few = statements;
    // Eight series with three points each.
    const inParts = await read(5);
    expect(statements - few).toBe(few + 4);
    expect(whole.kind === 'found' && whole.answer.series.map(({ labels }) => labels.half)).toEqual(['odd', 'even']);
    expect(whole.kind === 'found' && whole.answer.series[0]?.points.every(({ value }) => value !== null)).toBe(true);
    expect(inParts).toEqual(whole);
  },
);
