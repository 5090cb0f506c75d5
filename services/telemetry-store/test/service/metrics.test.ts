import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { metricsResponse } from '@clearspan/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { METRIC_LIMITS } from '../../src/limits.ts';
import { CPU, REQUESTS, SOURCE } from '../support/cart-metrics.ts';
import { BEGIN_MS, doubles, type MetricClient, metricClient, minutely, WINDOW } from '../support/metric-client.ts';
import { runService, type ServiceProcess } from '../support/run-service.ts';

let dir: string;
let service: ServiceProcess;
let client: MetricClient;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'metrics-'));
  service = await runService(dir);
  client = metricClient(service);
  await client.send(SOURCE, REQUESTS, CPU);
  await client.send({ 'service.name': 'shop', 'host.name': 'two' }, { ...CPU, points: CPU.points.slice(0, 1) });
}, 60_000);
afterAll(async () => {
  await service?.stop();
  await rm(dir, { recursive: true, force: true });
});

describe('the list of metrics', () => {
  test('tells what a metric is, who sends it, and what tells its series apart', async () => {
    const { status, body } = await client.get('/api/metrics?limit=1000&name=HTTP.req');
    expect(status).toBe(200);
    expect(metricsResponse.parse(body)).toEqual({
      metrics: [
        {
          name: 'http.requests',
          type: 'sum',
          unit: '{request}',
          description: 'Requests served',
          temporality: 'cumulative',
          monotonic: true,
          series: 3,
          services: ['cart'],
          labels: [
            { key: 'method', values: ['GET', 'POST'], distinct: 2 },
            { key: 'route', values: ['/cart', '/pay'], distinct: 2 },
          ],
          newest: '2026-09-21T14:03:30.000Z',
        },
      ],
      truncated: false,
    });
  });

  test('of a service has its metrics with its series, by name', async () => {
    const ofShop = metricsResponse.parse((await client.get('/api/metrics?service=shop')).body);
    expect(ofShop.metrics.map(({ name, series, services }) => [name, series, services])).toEqual([
      ['cpu.usage', 1, ['shop']],
    ]);
    expect(ofShop.metrics[0]).toMatchObject({
      temporality: null,
      monotonic: null,
      newest: '2026-09-21T14:00:30.000Z',
    });
    const first = metricsResponse.parse((await client.get('/api/metrics?limit=1')).body);
    expect(first.metrics.map(({ name, series }) => [name, series])).toEqual([['cpu.usage', 3]]);
    expect(first.truncated).toBe(true);
  });

  test('has at most ten values of a label, and says how many there are', async () => {
    const points = Array.from({ length: 12 }, (_, i) => minutely({ i: `${i}` }, doubles([1]))).flat();
    await client.send(SOURCE, { name: 'many.values', type: 'gauge', points });
    const { metrics } = metricsResponse.parse((await client.get('/api/metrics?name=many.values')).body);
    expect(metrics[0]?.labels).toEqual([{ key: 'i', values: expect.any(Array), distinct: 12 }]);
    expect(metrics[0]?.labels[0]?.values).toHaveLength(METRIC_LIMITS.labelValuesMax);
  });
});

describe('exemplars', () => {
  const exemplar = (atMs: number, asDouble: number, id: number): object => ({
    timeUnixNano: `${BEGIN_MS + atMs}000000`,
    asDouble,
    ...(id === 0 ? {} : { traceId: `${id}`.padStart(32, '0'), spanId: `${id}`.padStart(16, '0') }),
    filteredAttributes: [{ key: 'user', value: { stringValue: `u${id}` } }],
  });

  test('are the highest of each step, with their trace and labels', async () => {
    const point = { startMs: BEGIN_MS, timeMs: BEGIN_MS + 100_000, data: { asInt: 1 } };
    const exemplars = [exemplar(1_000, 3, 1), exemplar(2_000, 5, 2), exemplar(70_000, 1, 0), exemplar(-1, 9, 9)];
    await client.send(SOURCE, {
      name: 'seen',
      type: 'sum',
      temporality: 1,
      monotonic: true,
      points: [
        { ...point, labels: { route: '/cart' }, exemplars },
        { ...point, labels: { route: '/pay' }, exemplars: [exemplar(3_000, 7, 3)] },
      ],
    });
    const { exemplars: found } = await client.ask('metric=seen&where=route=/cart&exemplars=true');
    expect(found).toEqual([
      {
        time: '2026-09-21T14:01:10.000Z',
        value: 1,
        trace_id: null,
        span_id: null,
        labels: { route: '/cart', user: 'u0' },
      },
      {
        time: '2026-09-21T14:00:02.000Z',
        value: 5,
        trace_id: '00000000000000000000000000000002',
        span_id: '0000000000000002',
        labels: { route: '/cart', user: 'u2' },
      },
      {
        time: '2026-09-21T14:00:01.000Z',
        value: 3,
        trace_id: '00000000000000000000000000000001',
        span_id: '0000000000000001',
        labels: { route: '/cart', user: 'u1' },
      },
    ]);
    expect((await client.ask('metric=seen')).exemplars).toBeUndefined();
  });

  test('are as many as their limit, spread over the steps', async () => {
    const exemplars = Array.from({ length: 500 }, (_, i) => exemplar(i * 400, i, i + 1));
    const point = { labels: {}, startMs: BEGIN_MS, timeMs: BEGIN_MS + 200_000, data: { asInt: 1 }, exemplars };
    await client.send(SOURCE, { name: 'seen.often', type: 'sum', temporality: 1, monotonic: true, points: [point] });
    const { exemplars: found = [] } = await client.ask('metric=seen.often&exemplars=true');
    const ofMinute = (minute: number) => found.filter(({ time }) => time.startsWith(`2026-09-21T14:0${minute}`)).length;
    expect([0, 1, 2, 3].map(ofMinute)).toEqual([50, 50, 50, 50]);
    const fine = await client.ask('metric=seen.often&exemplars=true', WINDOW.replace('step_s=60', 'step_s=1'));
    expect(fine.exemplars).toHaveLength(METRIC_LIMITS.exemplarsMax);
  });
});

describe('one name sent in several ways', () => {
  beforeAll(async () => {
    const points = minutely({}, doubles([1, 2]));
    await client.send(SOURCE, { name: 'twofold', type: 'gauge', unit: 'By', points });
    await client.send({ 'service.name': 'shop' }, { name: 'twofold', type: 'gauge', unit: 'KiBy', points });
    await client.send(
      { 'service.name': 'bank' },
      { name: 'twofold', type: 'sum', unit: 'By', temporality: 2, monotonic: true, points },
    );
  });

  test('is several entries of the list', async () => {
    const { metrics } = metricsResponse.parse((await client.get('/api/metrics?name=twofold')).body);
    expect(metrics.map(({ type, unit, services }) => [type, unit, services])).toEqual([
      ['gauge', 'By', ['cart']],
      ['gauge', 'KiBy', ['shop']],
      ['sum', 'By', ['bank']],
    ]);
  });

  test('is asked for one of them', async () => {
    const { status, body } = await client.get(`/api/metrics/query?${WINDOW}&metric=twofold`);
    expect(status).toBe(422);
    expect(body).toMatchObject({
      detail:
        'expected series of one type and unit, found gauge in By, gauge in KiBy, monotonic sum in By; `type`, `unit`, `service` or `where` picks one',
    });
    expect(await client.ask('metric=twofold&service=bank')).toMatchObject({ type: 'sum', unit: 'By' });
    expect(await client.ask('metric=twofold&type=gauge&unit=KiBy')).toMatchObject({ type: 'gauge', unit: 'KiBy' });
  });

  test('deltas and cumulative sums are one metric', async () => {
    const points = minutely({}, doubles([1, 2]), BEGIN_MS);
    const sum = { name: 'both', type: 'sum', monotonic: true, points } as const;
    await client.send({ 'service.name': 'a' }, { ...sum, temporality: 1 });
    await client.send({ 'service.name': 'b' }, { ...sum, temporality: 2 });
    expect(await client.valuesOf('metric=both&function=increase&by=resource.service.name')).toEqual({
      a: [2, null, null, null],
      b: [1, null, null, null],
    });
  });
});

describe('what is asked', () => {
  test('text with quotes is text', async () => {
    const odd = `a' OR 1=1 -- \\`;
    await client.send(
      { 'service.name': odd },
      { name: odd, type: 'gauge', points: minutely({ [odd]: odd }, doubles([1, 2])) },
    );
    const text = encodeURIComponent(odd);
    const values = await client.valuesOf(`metric=${text}&service=${text}&by=${text}`);
    expect(values).toEqual({ [odd]: [2, null, null, null] });
    expect(await client.valuesOf(`metric=cpu.usage&where=cpu=${text}&where=resource.${text}=`)).toEqual({});
    const { metrics } = metricsResponse.parse((await client.get(`/api/metrics?service=${text}&name=${text}`)).body);
    expect(metrics.map(({ name }) => name)).toEqual([odd]);
  });

  test('a value holds what comes after the first =', async () => {
    await client.send(SOURCE, { name: 'equals', type: 'gauge', points: minutely({ q: 'a=b' }, doubles([1, 2])) });
    expect(await client.valuesOf('metric=equals&where=q=a=b&by=q')).toEqual({ 'a=b': [2, null, null, null] });
    // What is absent is empty.
    expect(await client.valuesOf('metric=equals&where=other=')).toEqual({ '': [2, null, null, null] });
  });

  test('a window outside of the points has none', async () => {
    const later = await client.ask('metric=cpu.usage', 'from=2026-09-25T14:00:00Z&to=2026-09-25T15:00:00Z');
    expect(later).toMatchObject({ type: 'gauge', step_s: 60, series: [] });
  });

  test('a step is wider where there would be too many', async () => {
    const answer = await client.ask('metric=cpu.usage&step_s=1', 'from=2026-09-21T14:00:00Z&to=2026-09-21T15:00:00Z');
    expect(answer.step_s).toBe(4);
    expect(answer.series[0]?.points.length).toBeLessThanOrEqual(METRIC_LIMITS.metricPointsMax);
  });

  test.each([
    ['', 'querystring.metric'],
    ['metric=cpu.usage&where=cpu', 'querystring.where.0'],
    ['metric=cpu.usage&step_s=0', 'querystring.step_s'],
    ['metric=cpu.usage&function=median', 'querystring.function'],
    ['metric=cpu.usage&function=quantile', 'querystring.quantile'],
    ['metric=cpu.usage&function=avg&quantile=0.5', 'querystring.quantile'],
    ['metric=cpu.usage&quantile=2', 'querystring.quantile'],
    ['metric=cpu.usage&exemplars=yes', 'querystring.exemplars'],
    [`metric=cpu.usage${'&by=a'.repeat(11)}`, 'querystring.by'],
  ])('%s is refused', async (more, path) => {
    const { status, body } = await client.get(`/api/metrics/query?${more}`);
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'INVALID_REQUEST', errors: [{ path }] });
  });

  test.each([
    [
      'metric=cpu.usage&function=rate',
      'function',
      'expected a function of gauge: avg, last, min, max or sum; found rate',
    ],
    [
      'metric=http.requests&function=avg',
      'function',
      'expected a function of monotonic sum: rate or increase; found avg',
    ],
    ['metric=cpu.usage&type=sum', 'type', 'expected gauge, which the metric is, found sum'],
    ['metric=cpu.usage&unit=s', 'unit', 'expected 1, which the metric has, found s'],
  ])('%s does not fit', async (more, path, message) => {
    const { status, body } = await client.get(`/api/metrics/query?${WINDOW}&${more}`);
    expect(status).toBe(422);
    expect(body).toMatchObject({
      code: 'INVALID_QUERY',
      detail: message,
      errors: [{ path: `querystring.${path}`, message }],
    });
  });

  test('a metric that nobody sent is not found', async () => {
    const { status, body } = await client.get('/api/metrics/query?metric=cpu.usag');
    expect(status).toBe(404);
    expect(body).toMatchObject({ code: 'NOT_FOUND', detail: 'no metric "cpu.usag" is held' });
  });
});
