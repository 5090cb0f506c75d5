import type { Catalog, CatalogField } from '@clearspan/contracts';
import { type CatalogLimits, followCatalog, type TelemetryStore } from '@clearspan/telemetry-store';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Arrivals, createArrivals } from '../../src/core/catalog/arrivals.ts';
import { createIngest, type Ingest } from '../../src/core/ingest.ts';
import { LIMITS, listeningLog, openParts, type Parts, rowsOf } from '../support/open-parts.ts';

const CATALOG_LIMITS: CatalogLimits = {
  sampleRows: 10,
  fieldsMax: 100,
  valuesMax: 200,
  tokensMax: 50,
  templatesMax: 50,
  valueCharsMax: 120,
  shapesRows: 100,
  metricsMax: 1_000,
  ms: 10_000,
  memoryBytes: 300_000_000,
};
const START_S = 1_780_000_000;

let parts: Parts;
let ingest: Ingest;
let arrivals: Arrivals;
let asked: string[];
let failing = false;
let read: () => Promise<Catalog>;

/** Records with one attribute, one second after the other. */
const send = async (
  key: string,
  values: readonly unknown[],
  second = 0,
  service: string | null = null,
): Promise<void> => {
  const logRecords = values.map((value, index) => ({
    timeUnixNano: `${START_S + second + index}000000000`,
    body: { stringValue: 'x' },
    attributes: [{ key, value: typeof value === 'number' ? { doubleValue: value } : { stringValue: String(value) } }],
  }));
  const attributes = service === null ? [] : [{ key: 'service.name', value: { stringValue: service } }];
  const plain = Buffer.from(
    JSON.stringify({ resourceLogs: [{ resource: { attributes }, scopeLogs: [{ logRecords }] }] }),
  );
  const request = { signal: 'logs', encoding: 'json', compression: 'identity', receivedNanos: 1n } as const;
  await ingest.accept({ ...request, body: plain, plain });
  await ingest.flushed(10_000);
};
/** One point of a gauge of milliseconds. */
const sendMetric = async (name: string, label: string): Promise<void> => {
  const point = {
    timeUnixNano: `${START_S}000000000`,
    asInt: 1,
    attributes: [{ key: label, value: { stringValue: 'x' } }],
  };
  const metrics = [{ name, unit: 'ms', gauge: { dataPoints: [point] } }];
  const plain = Buffer.from(JSON.stringify({ resourceMetrics: [{ scopeMetrics: [{ metrics }] }] }));
  const request = { signal: 'metrics', encoding: 'json', compression: 'identity', receivedNanos: 1n } as const;
  await ingest.accept({ ...request, body: plain, plain });
  await ingest.flushed(10_000);
};
const fieldIn = ({ logs }: Catalog, key: string): CatalogField | undefined =>
  logs.fields.find(({ path }) => path.at(-1) === key);

beforeEach(async () => {
  parts = await openParts();
  arrivals = createArrivals({ arrivalRowsMax: 1_000, arrivalBytesMax: 1_000_000 });
  ingest = createIngest({
    store: parts.store,
    wal: await parts.openWal(),
    limits: LIMITS,
    log: listeningLog(),
    onStored: (rows) => arrivals.stored(rows),
  });
  asked = [];
  failing = false;
  const query: TelemetryStore['query'] = (request) => {
    asked.push(request.sql);
    return failing ? Promise.reject(new Error('no engine')) : parts.store.query(request);
  };
  const follow = followCatalog({
    store: { query },
    coming: { arrivals, beside: parts.store },
    limits: CATALOG_LIMITS,
  });
  read = () => follow('2026-01-01T00:00:00Z');
});
afterEach(async () => {
  await ingest?.close();
  await parts?.close();
});

test('services of what came before and since are counted together', async () => {
  await send('card', ['a'], 0, 'cart');
  await send('user', ['a'], 1, 'payments');
  await read();
  await send('card', ['b', 'c'], 2, 'payments');
  expect(fieldIn(await read(), 'card')?.services).toEqual([
    { service: 'payments', count: 2 },
    { service: 'cart', count: 1 },
  ]);
});

test('only what came since is read, and nothing where nothing came', async () => {
  await send('user', ['a', 'b', 'b']);
  await read();
  asked = [];
  await send('user', ['b', 'c'], 10);
  const grown = await read();
  expect(grown.logs.records).toBe(5);
  expect(fieldIn(grown, 'user')).toMatchObject({
    presence: 1,
    distinct: 3,
    values: [
      { value: 'b', count: 3 },
      { value: 'a', count: 1 },
      { value: 'c', count: 1 },
    ],
  });
  expect(asked.filter((sql) => sql.includes('arrayJoin')).every((sql) => sql.includes('file('))).toBe(true);
  asked = [];
  expect(await read()).toEqual(grown);
  expect(asked.length).toBe(2);
  expect(asked.every((sql) => sql.startsWith('SELECT count(), '))).toBe(true);
});

test('a flood is not followed: the newest are read from the table again', async () => {
  let taken: 'many' | null = null;
  const flood = { take: () => taken, metricsCame: () => false };
  const follow = followCatalog({
    store: parts.store,
    coming: { arrivals: flood, beside: parts.store },
    limits: CATALOG_LIMITS,
  });
  await send('user', ['a']);
  await follow('2026-01-01T00:00:00Z');
  await send('user', ['b'], 10);
  taken = 'many';
  expect(fieldIn(await follow('2026-01-01T00:00:00Z'), 'user')?.distinct).toBe(2);
});

test('it tells the same as a reading of everything', async () => {
  const follow = followCatalog({ store: parts.store, coming: null, limits: CATALOG_LIMITS });
  await send('took_ms', [5, 1, 3]);
  await read();
  await send('took_ms', ['fast', 'slow'], 10);
  await send('took_ms', [7, 9], 20);
  const { logs } = await read();
  const whole = (await follow('2026-01-01T00:00:00Z')).logs;
  // Quantiles of parts give those of the whole only nearly, and values as frequent as others have no order.
  const exact = (fields: readonly CatalogField[]): unknown[] =>
    fields.map(({ numbers, values, ...rest }) => [
      rest,
      values.toSorted((a, b) => (a.value < b.value ? -1 : 1)),
      numbers?.min,
      numbers?.max,
    ]);
  expect(exact(logs.fields)).toEqual(exact(whole.fields));
  expect(fieldIn({ logs } as Catalog, 'took_ms')).toMatchObject({ unit: 'ms', numbers: { min: 1, max: 9 } });
});

test('a record that comes late counts when it comes', async () => {
  await send('user', ['a', 'b'], 1_000);
  await read();
  await send('forgotten', ['x'], 0);
  expect(fieldIn(await read(), 'forgotten')?.values).toEqual([{ value: 'x', count: 1 }]);
});

test('what no record of the window has fades', async () => {
  await send(
    'old',
    Array.from({ length: 10 }, (_, i) => i),
  );
  expect(fieldIn(await read(), 'old')?.presence).toBe(1);
  await send(
    'new',
    Array.from({ length: 5 }, (_, i) => i),
    100,
  );
  expect(fieldIn(await read(), 'old')?.presence).toBeCloseTo(10 / 15, 3);
  await send(
    'new',
    Array.from({ length: 5 }, (_, i) => i),
    200,
  );
  const faded = await read();
  expect(fieldIn(faded, 'old')).toBeUndefined();
  expect(fieldIn(faded, 'new')).toMatchObject({ presence: 1, distinct: 5 });
});

test('after a reading that failed it begins anew', async () => {
  await send('first', ['a']);
  await read();
  await send('second', ['b'], 10);
  failing = true;
  await expect(read()).rejects.toThrow('no engine');
  failing = false;
  const catalog = await read();
  expect(fieldIn(catalog, 'first')).toBeDefined();
  expect(fieldIn(catalog, 'second')).toBeDefined();
});

test('after records were dropped it begins anew', async () => {
  await send('gone', ['a', 'b']);
  await read();
  const [row = []] = await rowsOf(parts.store, 'SELECT DISTINCT _partition_id FROM otel.logs');
  await parts.store.dropPartition('logs', String(row[0]));
  expect((await read()).logs).toEqual({ records: 0, oldest: null, newest: null, fields: [] });
  await send('here', ['a'], 100);
  const catalog = await read();
  expect(fieldIn(catalog, 'here')).toBeDefined();
  expect(fieldIn(catalog, 'gone')).toBeUndefined();
});

test('metrics with their units and labels, read again when some came', async () => {
  await sendMetric('queue.wait', 'queue');
  expect((await read()).metrics).toEqual([{ name: 'queue.wait', type: 'gauge', unit: 'ms', labels: ['queue'] }]);
  asked = [];
  await read();
  expect(asked.some((sql) => sql.includes('metric_series'))).toBe(false);
  await sendMetric('queue.wait', 'shard');
  await sendMetric('cache.age', 'queue');
  expect((await read()).metrics).toEqual([
    { name: 'cache.age', type: 'gauge', unit: 'ms', labels: ['queue'] },
    { name: 'queue.wait', type: 'gauge', unit: 'ms', labels: ['queue', 'shard'] },
  ]);
});

test('names of fields and values are no SQL', async () => {
  await send('first', ['a']);
  await read();
  const nasty = `it's \\' "quoted" \`and\` of several words`;
  await send(nasty, [nasty, nasty], 10);
  const field = fieldIn(await read(), nasty);
  expect(field?.values).toEqual([{ value: nasty, count: 2 }]);
  expect(field?.tokens?.map(({ token }) => token)).toContain('quoted');
});
