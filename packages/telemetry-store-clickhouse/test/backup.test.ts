import { mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRowBatch, decodeOtlp, tableBatches } from '@clearspan/telemetry-store';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  backupPlace,
  type EmbeddedStore,
  ENGINE_BACKUP,
  isPlaceName,
  openEmbeddedStore,
  placeFault,
  restoreStore,
} from '../src/index.ts';
import { seriesBatch } from './series-batch.ts';

const LIMITS = { ms: 10_000, memoryBytes: 200_000_000, rows: 1_000 };
const MS = 60_000;
const SPAN = {
  traceId: 'a'.repeat(32),
  spanId: 'a'.repeat(16),
  name: 'work',
  startTimeUnixNano: '1767571200000000000',
  endTimeUnixNano: '1767571201000000000',
};

let dir: string;
let store: EmbeddedStore;
beforeEach(async () => {
  // What has a meaning in SQL and in XML must have none in a path.
  dir = await mkdtemp(join(tmpdir(), "store's <&> backup-"));
  store = await openEmbeddedStore({ path: join(dir, 'store'), retentionDays: null });
  await store.insert(seriesBatch('kept', 5), 't-1');
  await mkdir(join(dir, 'target'));
});
afterEach(async () => {
  await store.close();
  await rm(dir, { recursive: true, force: true });
});

const link = async (name: string): Promise<string> => {
  const place = backupPlace(join(dir, 'store'), name);
  await symlink(join(dir, 'target'), place);
  return place;
};

test('what is backed up through a link is restored with its tables, its version and its view', async () => {
  await link('one');
  await store.backUp({ place: 'one', ms: MS });
  await restoreStore({ path: join(dir, 'other'), backup: join(dir, 'target', ENGINE_BACKUP), ms: MS });
  const other = await openEmbeddedStore({ path: join(dir, 'other'), retentionDays: null });
  const rows = async (at: EmbeddedStore, sql: string): Promise<unknown> =>
    (await at.query({ sql, limits: LIMITS })).rows;
  try {
    for (const sql of [
      'SELECT * FROM otel.metric_points ORDER BY ALL',
      'SELECT version, what FROM otel.schema_version ORDER BY version',
      "SELECT name, replaceRegexpAll(create_table_query, 'UUID .*? ', '') FROM system.tables WHERE database = 'otel' ORDER BY name",
    ])
      expect(await rows(other, sql)).toEqual(await rows(store, sql));
    await other.insert(seriesBatch('added', 2), 't-1');
    expect(await rows(other, 'SELECT count() FROM otel.metric_points')).toEqual([['7']]);
  } finally {
    await other.close();
  }
});

test('days of roll-ups that are not of the spans held are made anew', async () => {
  const rows = createRowBatch();
  const json = JSON.stringify({
    resourceSpans: [{ scopeSpans: [{ spans: [SPAN, { ...SPAN, spanId: 'b'.repeat(16) }] }] }],
  });
  const context = { receivedNanos: 1n, requestId: 'r', timeWindow: undefined, seriesSeen: new Set<string>() };
  expect(decodeOtlp('traces', 'json', Buffer.from(json), rows, context)).toMatchObject({ accepted: 2 });
  for (const batch of tableBatches(rows)) await store.insert(batch, 's-1');
  // As if the spans had come after these tables were backed up, and before `spans` was.
  await store.dropPartition('traces', '20260105');
  await store.dropPartition('red_1m', '20260105');
  await link('torn');
  await store.backUp({ place: 'torn', ms: MS });
  await restoreStore({ path: join(dir, 'other'), backup: join(dir, 'target', ENGINE_BACKUP), ms: MS });
  const other = await openEmbeddedStore({ path: join(dir, 'other'), retentionDays: null });
  const rowsOf = async (sql: string): Promise<unknown> => (await other.query({ sql, limits: LIMITS })).rows;
  try {
    expect(await rowsOf('SELECT toString(day), hex(trace_id), spans FROM otel.traces')).toEqual([
      ['2026-01-05', SPAN.traceId.toUpperCase(), '2'],
    ]);
    expect(await rowsOf('SELECT toString(minute), calls FROM otel.red_1m')).toEqual([['2026-01-05 00:00:00', '2']]);
  } finally {
    await other.close();
  }
});

test('a backup whose caller is gone leaves neither files nor its place', async () => {
  const place = await link('gone');
  const caller = new AbortController();
  const taken = store.backUp({ place: 'gone', ms: MS, signal: caller.signal });
  caller.abort();
  await expect(taken).rejects.toMatchObject({ code: 'CANCELLED' });
  expect(await readdir(join(dir, 'target'))).toEqual([]);
  expect(await placeFault(place)).toBe('expected a place for backups of this name, found none');
});

test('places are named without paths, must be there, and be empty', async () => {
  expect(['a', 'to-09af'].map(isPlaceName)).toEqual([true, true]);
  expect(['', '.', '..', 'a/b', 'A', "a'", 'a'.repeat(65)].filter(isPlaceName)).toEqual([]);
  const place = await link('two');
  expect(await placeFault(place)).toBeNull();
  await mkdir(join(dir, 'target', 'x'));
  expect(await placeFault(place)).toBe('expected an empty place for backups, found `x` in it');
});

test('what is no backup is refused by name', async () => {
  await expect(restoreStore({ path: join(dir, 'other'), backup: join(dir, 'target'), ms: MS })).rejects.toMatchObject({
    code: 'ENGINE',
  });
});
