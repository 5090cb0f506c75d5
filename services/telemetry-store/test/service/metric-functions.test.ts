import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CPU, REQUESTS, SOURCE } from '../support/cart-metrics.ts';
import { BEGIN_MS, doubles, type MetricClient, metricClient, minutely, WINDOW } from '../support/metric-client.ts';
import type { SentMetric, SentPoint } from '../support/metrics-json.ts';
import { runService, type ServiceProcess } from '../support/run-service.ts';

const buckets = (bounds: readonly number[], counts: readonly (readonly number[])[]) =>
  counts.map((bucketCounts) => ({
    count: bucketCounts.reduce((sum, n) => sum + n, 0),
    sum: 7,
    explicitBounds: bounds,
    bucketCounts,
  }));

const POOL: SentMetric = {
  name: 'pool.connections',
  type: 'sum',
  temporality: 2,
  monotonic: false,
  points: [...minutely({ pool: 'a' }, doubles([5, 4, 6])), ...minutely({ pool: 'b' }, doubles([1, 2, 1]))],
};

let dir: string;
let service: ServiceProcess;
let client: MetricClient;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'metrics-'));
  service = await runService(dir);
  client = metricClient(service);
  await client.send(SOURCE, REQUESTS, POOL, CPU);
  await client.send({ 'service.name': 'shop', 'host.name': 'two' }, { ...CPU, points: CPU.points.slice(0, 1) });
}, 60_000);
afterAll(async () => {
  await service?.stop();
  await rm(dir, { recursive: true, force: true });
});

describe('counters', () => {
  test('are a rate by default: of each series first, then added up; a reset counts from zero', async () => {
    const answer = await client.ask('metric=http.requests');
    expect(answer).toMatchObject({ type: 'sum', unit: '{request}', function: 'rate', step_s: 60, truncated: false });
    // GET /cart falls from 220 to 30; /pay misses two minutes, and what came then is of all three.
    expect(answer.series).toEqual([
      {
        labels: {},
        points: [
          { time: '2026-09-21T14:00:00.000Z', value: 1.1 },
          { time: '2026-09-21T14:01:00.000Z', value: 1.1 },
          { time: '2026-09-21T14:02:00.000Z', value: 0.6 },
          { time: '2026-09-21T14:03:00.000Z', value: 1.6 },
        ],
      },
    ]);
  });

  test('by labels, of some series', async () => {
    expect(await client.valuesOf('metric=http.requests&by=route&by=method&function=increase')).toEqual({
      '/cart GET': [60, 60, 30, 60],
      '/cart POST': [6, 6, 6, 6],
      '/pay POST': [null, null, 0, 30],
    });
    const some = 'metric=http.requests&by=route&function=increase&where=method=POST&where=route=/cart&where=route=/no';
    expect(await client.valuesOf(some)).toEqual({ '/cart': [6, 6, 6, 6] });
    expect(await client.valuesOf('metric=http.requests&where=route=/none')).toEqual({});
  });

  test('series of an answer are those with the highest mean', async () => {
    const answer = await client.ask('metric=http.requests&by=route&by=method&function=increase&limit=2');
    expect(answer.series.map(({ labels }) => labels)).toEqual([
      { route: '/cart', method: 'GET' },
      { route: '/pay', method: 'POST' },
    ]);
    expect(answer.truncated).toBe(true);
  });

  test('the first point counts from a start in the window, else not at all', async () => {
    const points = (startMs: number) => minutely({ startMs: `${startMs}` }, doubles([null, 30, 40]), startMs);
    const starts = [0, BEGIN_MS - 1, BEGIN_MS, BEGIN_MS + 30_000];
    await client.send(SOURCE, {
      name: 'started',
      type: 'sum',
      temporality: 2,
      monotonic: true,
      points: starts.flatMap(points),
    });
    expect(await client.valuesOf('metric=started&by=startMs&function=increase')).toEqual({
      // Not said; before the window; at its begin; with the point, which then is where counting begins.
      [`${starts[0]}`]: [null, 10, null, null],
      [`${starts[1]}`]: [null, 10, null, null],
      [`${starts[2]}`]: [30, 10, null, null],
      [`${starts[3]}`]: [null, 10, null, null],
    });
  });

  test('a later start is a reset also where the value is higher', async () => {
    const points = [
      ...minutely({}, doubles([5, 10])),
      ...minutely({}, doubles([null, null, 15, 20]), BEGIN_MS + 60_000),
    ];
    await client.send(SOURCE, { name: 'restarted', type: 'sum', temporality: 2, monotonic: true, points });
    expect(await client.valuesOf('metric=restarted&function=increase')).toEqual({ '': [5, 15, 5, null] });
  });

  test('deltas are added up, once where they were sent twice', async () => {
    const metric: SentMetric = {
      name: 'deltas',
      type: 'sum',
      temporality: 1,
      monotonic: true,
      points: [30, 90, 150].map((s) => ({
        labels: {},
        startMs: BEGIN_MS + (s - 30) * 1000,
        timeMs: BEGIN_MS + s * 1000,
        data: { asInt: 6 },
      })),
    };
    await client.send(SOURCE, metric);
    await client.send(SOURCE, metric);
    expect(await client.valuesOf('metric=deltas')).toEqual({ '': [0.1, 0.1, 0.1, null] });
    expect(await client.valuesOf('metric=deltas&function=increase', WINDOW.replace('step_s=60', 'step_s=240'))).toEqual(
      {
        '': [18],
      },
    );
  });

  test('the last step may be cut by the end of the window', async () => {
    const answer = await client.ask('metric=deltas', 'from=2026-09-21T14:00:00Z&to=2026-09-21T14:01:40Z&step_s=60');
    expect(answer.series[0]?.points.map(({ value }) => value)).toEqual([0.1, 0.15]);
  });

  test('steps narrower than the points are apart have the rate of the time that a point covers', async () => {
    const narrow = WINDOW.replace('step_s=60', 'step_s=30');
    const values = await client.valuesOf('metric=http.requests&where=method=POST&where=route=/cart', narrow);
    expect(values).toEqual({ '': [null, 0.1, null, 0.1, null, 0.1, null, 0.1] });
  });
});

describe('levels', () => {
  test.each([
    ['avg', [0.5, 0.5, null, 1]],
    ['last', [0.75, 0.5, null, 1]],
    ['min', [0.25, 0.5, null, 1]],
    ['max', [0.75, 0.5, null, 1]],
    ['sum', [1, 1, null, 1]],
  ])('%s of a gauge', async (name, values) => {
    expect(await client.valuesOf(`metric=cpu.usage&service=cart&function=${name}`)).toEqual({ '': values });
  });

  test('by an attribute of the resource', async () => {
    const hosts = await client.valuesOf('metric=cpu.usage&by=resource.host.name&where=cpu=0');
    expect(hosts).toEqual({ one: [0.25, 0.5, null, 1], two: [0.25, null, null, null] });
    expect(await client.valuesOf('metric=cpu.usage&function=sum&where=resource.host.name=two')).toEqual({
      '': [0.25, null, null, null],
    });
  });

  test('of a sum that goes up and down: the sum of its series, or by how much it changed', async () => {
    const answer = await client.ask('metric=pool.connections');
    expect(answer.function).toBe('sum');
    expect(answer.series[0]?.points.map(({ value }) => value)).toEqual([6, 7, null, null]);
    expect(await client.valuesOf('metric=pool.connections&by=pool&function=increase')).toEqual({
      a: [-1, 2, null, null],
      b: [1, -1, null, null],
    });
  });
});

describe('histograms', () => {
  beforeAll(async () => {
    const explicit = (name: string, points: readonly SentPoint[]): SentMetric => ({
      name,
      type: 'histogram',
      unit: 's',
      temporality: 2,
      points,
    });
    const counts = [
      [4, 4, 2, 0],
      [14, 24, 12, 0],
      [14, 24, 12, 0],
      [1, 0, 0, 1],
    ];
    await client.send(
      SOURCE,
      explicit('latency', minutely({ route: '/' }, buckets([1, 2, 4], counts))),
      explicit('mixed', [
        ...minutely(
          { by: 'fine' },
          buckets(
            [1, 2, 3, 4],
            [
              [0, 0, 0, 0, 0],
              [0, 4, 4, 0, 0],
            ],
          ),
        ),
        ...minutely(
          { by: 'coarse' },
          buckets(
            [2, 4],
            [
              [0, 0, 0],
              [4, 0, 0],
            ],
          ),
        ),
      ]),
      explicit('apart', [
        ...minutely(
          { by: 'low' },
          buckets(
            [1],
            [
              [0, 0],
              [4, 0],
            ],
          ),
        ),
        ...minutely(
          { by: 'high' },
          buckets(
            [8],
            [
              [0, 0],
              [4, 0],
            ],
          ),
        ),
      ]),
    );
  });

  test('have quantiles of what was measured in a step', async () => {
    const answer = await client.ask('metric=latency&function=p50');
    expect(answer).toMatchObject({ type: 'histogram', unit: 's', function: 'p50', quantile: 0.5 });
    // 10, 20 and 10 in the first minute, nothing in the second, a reset in the third.
    expect(answer.series[0]?.points.map(({ value }) => value)).toEqual([1.5, null, 1, null]);
    expect(await client.valuesOf('metric=latency&quantile=0.25')).toEqual({ '': [1, null, 0.5, null] });
    expect((await client.ask('metric=latency')).function).toBe('p95');
  });

  test('have a rate, an increase and a mean', async () => {
    expect(await client.valuesOf('metric=latency&function=increase')).toEqual({ '': [40, 0, 2, null] });
    expect(await client.valuesOf('metric=latency&function=rate')).toEqual({ '': [40 / 60, 0, 2 / 60, null] });
    expect(await client.valuesOf('metric=latency&function=avg')).toEqual({ '': [0, null, 3.5, null] });
  });

  test('of different bounds meet at those that they share', async () => {
    expect(await client.valuesOf('metric=mixed&function=p50')).toEqual({ '': [1.5, null, null, null] });
    expect(await client.valuesOf('metric=apart&function=p50&by=by')).toEqual({
      high: [4, null, null, null],
      low: [0.5, null, null, null],
    });
    const { status, body } = await client.get(`/api/metrics/query?${WINDOW}&metric=apart`);
    expect(status).toBe(422);
    expect(body).toMatchObject({ detail: expect.stringMatching(/^expected histograms that share a bound, found/) });
  });

  test('with exponential buckets, of different scales', async () => {
    const at = (scale: number, offset: number, bucketCounts: readonly number[]) => ({
      count: bucketCounts.reduce((sum, n) => sum + n, 0),
      sum: 1,
      scale,
      zeroCount: 0,
      positive: { offset, bucketCounts },
    });
    await client.send(SOURCE, {
      name: 'exponential',
      type: 'exponentialHistogram',
      temporality: 2,
      points: [
        // At scale 1 buckets -2 and -1 are above 1/2 to 1, at scale 0 that is bucket -1.
        ...minutely({ by: 'a' }, [at(1, -2, [0, 0]), at(1, -2, [1, 1]), at(0, -1, [4])]),
        ...minutely({ by: 'b' }, [at(0, -1, [0]), at(0, -1, [2])]),
      ],
    });
    const [values] = Object.values(await client.valuesOf('metric=exponential&function=p50'));
    expect(values?.[0]).toBeCloseTo(2 ** -0.5, 12);
    expect(values?.[1]).toBeCloseTo(2 ** -0.5, 12);
    expect(values?.slice(2)).toEqual([null, null]);
  });
});

describe('summaries', () => {
  beforeAll(async () => {
    const data = (count: number, median: number, extra: readonly object[] = []) => ({
      count,
      sum: count * 2,
      quantileValues: [{ quantile: 0.5, value: median }, ...extra],
    });
    await client.send(SOURCE, {
      name: 'summary',
      type: 'summary',
      points: [
        ...minutely({ by: 'a' }, [data(10, 1), data(70, 2), data(5, 3)]),
        ...minutely({ by: 'b' }, [data(0, 4), data(0, 5, [{ quantile: 0.9, value: 9 }])]),
      ],
    });
  });

  test('have the quantiles that were sent: of several series the highest', async () => {
    expect(await client.valuesOf('metric=summary&function=p50&by=by')).toEqual({
      a: [2, 3, null, null],
      b: [5, null, null, null],
    });
    expect(await client.valuesOf('metric=summary&quantile=0.5')).toEqual({ '': [5, 3, null, null] });
    const { status, body } = await client.get(`/api/metrics/query?${WINDOW}&metric=summary&function=p99`);
    expect(status).toBe(422);
    expect(body).toMatchObject({ detail: 'expected a quantile that the summaries have: 0.5, 0.9; found 0.99' });
  });

  test('have a mean, which is the default, a rate and an increase', async () => {
    expect((await client.ask('metric=summary')).function).toBe('avg');
    expect(await client.valuesOf('metric=summary&by=by')).toEqual({
      a: [2, 2, null, null],
      b: [null, null, null, null],
    });
    expect(await client.valuesOf('metric=summary&function=increase')).toEqual({ '': [60, 5, null, null] });
  });
});
