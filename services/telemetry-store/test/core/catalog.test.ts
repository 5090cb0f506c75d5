import { type Catalog, type CatalogField, catalog as catalogSchema } from '@clearspan/contracts';
import {
  type CatalogLimits,
  countShapes,
  type FieldFacts,
  foldFields,
  readCatalog,
  SOURCES,
} from '@clearspan/telemetry-store';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCatalogCache } from '../../src/core/catalog/catalog-cache.ts';
import { createIngest, type Ingest } from '../../src/core/ingest.ts';
import { LIMITS, listeningLog, openParts, type Parts } from '../support/open-parts.ts';
import { logsJson, tracesJson } from '../support/otlp-payload.ts';

const CATALOG_LIMITS: CatalogLimits = {
  sampleRows: 1_000,
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
const AS_OF = '2026-11-22T00:00:00Z';

let parts: Parts;
let ingest: Ingest;
let known: Catalog;

const send = async (signal: 'logs' | 'traces', json: string): Promise<void> => {
  const plain = Buffer.from(json);
  await ingest.accept({ signal, encoding: 'json', compression: 'identity', receivedNanos: 1n, body: plain, plain });
};
const field = (dataset: 'logs' | 'spans', root: string, ...path: string[]): CatalogField | undefined =>
  known[dataset].fields.find((one) => one.root === root && JSON.stringify(one.path) === JSON.stringify(path));

beforeAll(async () => {
  parts = await openParts();
  expect(await readCatalog(parts.store, CATALOG_LIMITS, AS_OF)).toEqual({
    as_of: AS_OF,
    logs: { records: 0, oldest: null, newest: null, fields: [] },
    spans: { records: 0, oldest: null, newest: null, fields: [] },
    metrics: [],
  });
  ingest = createIngest({ store: parts.store, wal: await parts.openWal(), limits: LIMITS, log: listeningLog() });
  await send(
    'logs',
    logsJson('cart', ['Connection to the database timed out', "it's a second text of several words", 'x']),
  );
  await send(
    'logs',
    logsJson(
      'payments',
      Array.from({ length: 7 }, (_, i) => `payment ${i} was refused by the bank`),
    ),
  );
  await send(
    'traces',
    tracesJson(
      'cart',
      Array.from({ length: 300 }, (_, span) => ({ trace: 1, span: span + 1 })),
    ),
  );
  await ingest.flushed(10_000);
  known = await readCatalog(parts.store, CATALOG_LIMITS, AS_OF);
});
afterAll(async () => {
  await ingest?.close();
  await parts?.close();
});

describe('what is read from the data', () => {
  test('it is a catalog by its schema, and each place comes once', () => {
    catalogSchema.parse(known);
    for (const { fields } of [known.logs, known.spans]) {
      expect(new Set(fields.map(({ root, path }) => JSON.stringify([root, path]))).size).toBe(fields.length);
      for (const { types } of fields) expect(types.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 3);
    }
  });
  test('extent', () => {
    expect(known.logs).toMatchObject({
      records: 10,
      oldest: '2026-09-21T14:13:20.000000000Z',
      newest: '2026-09-21T14:13:20.000006000Z',
    });
    expect(known.spans.records).toBe(300);
  });
  test('labels and severities with their values', () => {
    expect(field('logs', 'l', 'subsystemname')).toMatchObject({
      presence: 1,
      distinct: 2,
      types: [{ type: 'string', share: 1 }],
      values: [
        { value: 'payments', count: 7 },
        { value: 'cart', count: 3 },
      ],
    });
    expect(field('logs', 'm', 'severity')).toMatchObject({
      types: [{ type: 'enum', share: 1 }],
      values: [{ value: 'ERROR', count: 10 }],
    });
    expect(field('spans', 'l', 'serviceName')).toMatchObject({ values: [{ value: 'cart', count: 300 }] });
    expect(field('spans', 'm', 'kind')).toMatchObject({ values: [{ value: 'SERVER', count: 300 }] });
  });
  test('numbers with their spread', () => {
    expect(field('logs', 'd', 'logRecord', 'attributes', 'attempt')).toMatchObject({
      types: [{ type: 'number', share: 1 }],
      distinct: 7,
      numbers: { min: 0, max: 6 },
    });
    expect(field('spans', 'm', 'duration')).toMatchObject({ numbers: { min: 5500, p50: 5500, p95: 5500, max: 5500 } });
  });
  test('tags by their whole key, with numbers where the text is one', () => {
    expect(field('spans', 'd', 'tags', 'http.response.status_code')).toMatchObject({
      types: [{ type: 'string', share: 1 }],
      values: [{ value: '500', count: 300 }],
      numbers: { min: 500, max: 500 },
    });
    expect(field('spans', 'd', 'process', 'tags', 'service.name')).toMatchObject({ presence: 1 });
  });
  test('units of numbers by their names', () => {
    expect(field('spans', 'm', 'duration')?.unit).toBe('us');
    expect(field('spans', 'd', 'duration')?.unit).toBe('us');
    expect(field('logs', 'd', 'logRecord', 'attributes', 'attempt')?.unit).toBeUndefined();
  });
  test('what texts look like; prose by its templates, however seldom they are', () => {
    expect(field('spans', 'd', 'traceID')?.patterns).toEqual([{ pattern: 'hex32', share: 1 }]);
    expect(field('spans', 'l', 'serviceName')?.patterns).toEqual([{ pattern: 'enum', share: 1 }]);
    expect(field('logs', 'd', 'logRecord', 'body')?.patterns).toEqual([
      { pattern: 'payment <*> was refused by the bank', share: 0.7 },
      { pattern: "it's a second text of several words", share: 0.1 },
      { pattern: 'Connection to the database timed out', share: 0.1 },
    ]);
  });
  test('prose by its words', () => {
    const body = field('logs', 'd', 'logRecord', 'body');
    expect(body?.tokens?.find(({ token }) => token === 'refused')).toEqual({ token: 'refused', count: 7 });
    expect(body?.tokens?.some(({ token }) => token === 'database')).toBe(true);
  });
  test('values that identify are not listed, some are shown', () => {
    const spanId = field('spans', 'd', 'spanID');
    expect(spanId?.values).toEqual([]);
    expect(spanId?.examples.length).toBe(5);
  });
  test('objects only where no field below tells of them, arrays always', () => {
    expect(field('logs', 'd', 'logRecord', 'attributes')).toBeUndefined();
    const shapes = countShapes(['{"full":{"a":1},"empty":{},"mixed":{"b":1},"list":[1]}']);
    const source = SOURCES.logs.findIndex(({ pairs }) => pairs === 'd_str');
    const fields = ['full.a', 'mixed', 'mixed.b'].map(
      (key): FieldFacts => ({
        source,
        key,
        records: 1,
        hashes: [1],
        top: [['x', 1]],
        words: 1,
        spread: { numbers: 0, quantiles: [] },
        tokens: [],
        templates: [],
        services: [],
      }),
    );
    const found = foldFields('logs', { records: 2, fields, shapes, shapesRecords: 2 });
    expect(found.map(({ path, types }) => [path.join('.'), types.map(({ type }) => type)])).toEqual([
      ['mixed', ['string', 'object']],
      ['empty', ['object']],
      ['full.a', ['string']],
      ['list', ['array']],
      ['mixed.b', ['string']],
    ]);
  });
});

test('services of a field, unless it is everywhere', async () => {
  const keyed = (service: string, keys: readonly string[]): Promise<void> => {
    const attributes = [{ key: 'service.name', value: { stringValue: service } }];
    const logRecords = keys.map((key) => ({
      body: { stringValue: 'x' },
      attributes: [{ key, value: { stringValue: 'y' } }],
    }));
    return send('logs', JSON.stringify({ resourceLogs: [{ resource: { attributes }, scopeLogs: [{ logRecords }] }] }));
  };
  await keyed('cart', ['basket', 'basket', 'card']);
  await keyed('payments', ['card', 'card']);
  await ingest.flushed(10_000);
  const { logs } = await readCatalog(parts.store, CATALOG_LIMITS, AS_OF);
  const services = (key: string) => logs.fields.find(({ path }) => path.at(-1) === key)?.services;
  expect(services('card')).toEqual([
    { service: 'payments', count: 2 },
    { service: 'cart', count: 1 },
  ]);
  expect(services('basket')).toEqual([{ service: 'cart', count: 2 }]);
  expect(services('body')).toBeUndefined();
});

test('shapes: arrays and objects by path, not what is inside arrays', () => {
  expect(countShapes(['{"a":{"b":[{"c":{}}]},"x.y":[]}', '{"a":null}', 'not json'])).toEqual([
    { path: ['a'], type: 'object', records: 1 },
    { path: ['a', 'b'], type: 'array', records: 1 },
    { path: ['x.y'], type: 'array', records: 1 },
  ]);
});

describe('the cache', () => {
  const empty: Catalog = {
    as_of: AS_OF,
    logs: { records: 0, oldest: null, newest: null, fields: [] },
    spans: { records: 0, oldest: null, newest: null, fields: [] },
  };
  const full: Catalog = { ...empty, logs: { ...empty.logs, records: 1 } };

  test('reads once for all who ask, again when data changed and time has passed', async () => {
    const state = { now: 0, version: 0, reads: 0, answer: empty };
    const cache = createCatalogCache({
      read: async () => {
        state.reads += 1;
        return state.answer;
      },
      version: () => state.version,
      nowMs: () => state.now,
      freshMs: 100,
      freshEmptyMs: 10,
    });
    await Promise.all([cache.get(), cache.get()]);
    state.now = 1_000;
    await cache.get();
    expect(state.reads).toBe(1);
    state.version = 1;
    state.answer = full;
    expect(await cache.get()).toBe(full);
    state.version = 2;
    state.now = 1_050;
    await cache.get();
    expect(state.reads).toBe(2);
    state.now = 1_100;
    await cache.get();
    expect(state.reads).toBe(3);
  });

  test('a failed reading keeps what was held', async () => {
    let fails = false;
    const cache = createCatalogCache({
      read: () => (fails ? Promise.reject(new Error('no engine')) : Promise.resolve(full)),
      version: () => (fails ? 1 : 0),
      nowMs: () => (fails ? 1_000 : 0),
      freshMs: 100,
      freshEmptyMs: 10,
    });
    await cache.get();
    fails = true;
    await expect(cache.get()).rejects.toThrow('no engine');
    fails = false;
    expect(await cache.get()).toBe(full);
  });
});
