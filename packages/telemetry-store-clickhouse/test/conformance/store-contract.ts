import { type BatchSource, stringLiteral } from '@clearspan/dataprime';
import type { StoreStats, TableBatch, TelemetryStore } from '@clearspan/telemetry-store';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seriesBatch } from '../series-batch.ts';
import { spansBatch } from './spans-batch.ts';

/** A store that holds nothing yet. */
export interface OpenedStore {
  readonly store: TelemetryStore;
  close(): Promise<void>;
}

const LIMITS = { ms: 10_000, memoryBytes: 200_000_000, rows: 1_000 };
/** Runs for minutes unless it is stopped. */
export const ENDLESS = 'SELECT count() FROM numbers(100000000000) WHERE sipHash64(number) = 1';

export type Rows = readonly (readonly unknown[])[];
export type Ask = (sql: string, limits?: Partial<typeof LIMITS>, signal?: AbortSignal) => Promise<Rows>;

export const asker =
  (store: () => TelemetryStore): Ask =>
  async (sql, limits = {}, signal) =>
    (await store().query({ sql, limits: { ...LIMITS, ...limits }, signal })).rows;

/** Statements now in the engine with a mark in their text. */
const statements = async (query: Ask, mark: string): Promise<number> => {
  const [[count] = []] = await query(
    `SELECT count() FROM system.processes WHERE query LIKE '%${mark}%' AND query NOT LIKE '%system.processes%'`,
  );
  return Number(count);
};

/** Watched by another statement, because the store does not tell when one has begun. */
export const started = async (query: Ask, mark: string): Promise<void> => {
  while ((await statements(query, mark)) === 0);
};

export const countOf = async (query: Ask, metric: string): Promise<number> =>
  Number((await query(`SELECT count() FROM otel.metric_points WHERE metric = '${metric}'`))[0]?.[0]);

const sourceSql = (source: BatchSource): string =>
  source.kind === 'table'
    ? `\`${source.name}\``
    : `file(${stringLiteral(source.path)}, 'RowBinary', ${stringLiteral(source.structure)})`;

/** What holds for every adapter of the port. */
export const describeStore = (name: string, open: () => Promise<OpenedStore>): void => {
  describe(name, () => {
    let opened: OpenedStore;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened?.close());
    const query = asker(() => opened.store);
    const insert = (batch: TableBatch, token: string): Promise<void> => opened.store.insert(batch, token);

    describe('insert and query', () => {
      test('a row whose regular expression is not one ends the query with words that say so', async () => {
        await expect(query("SELECT match('a', arrayJoin(['a', 'a(']))")).rejects.toMatchObject({
          code: 'REFUSED',
          message: 'a regular expression in the rows is not one, or one is larger than the engine takes',
        });
      });

      test('the cache of conditions, which can hide rows, is off', async () => {
        expect(await query("SELECT getSetting('use_query_condition_cache')")).toEqual([[false]]);
      });

      test('rows that were inserted are seen by the next query, with names, types and 64-bit integers as text', async () => {
        await insert(seriesBatch('inserted', 3), 'a-1');
        const result = await opened.store.query({
          sql: "SELECT metric, series, v FROM otel.metric_points WHERE metric = 'inserted' ORDER BY v",
          limits: LIMITS,
        });
        expect(result.columns).toEqual([
          { name: 'metric', type: 'LowCardinality(String)' },
          { name: 'series', type: 'UInt64' },
          { name: 'v', type: 'Float64' },
        ]);
        expect(result.rows).toEqual([
          ['inserted', '18446744073709551615', 0],
          ['inserted', '18446744073709551615', 1],
          ['inserted', '18446744073709551615', 2],
        ]);
        expect(result.scannedRows).toBeGreaterThanOrEqual(3);
      });

      test('what was scanned is told, not what was returned', async () => {
        const { rows, scannedRows, scannedBytes } = await opened.store.query({
          sql: 'SELECT count() FROM numbers(1000) WHERE number % 7 = 3',
          limits: LIMITS,
        });
        expect([rows, scannedRows]).toEqual([[['143']], 1000]);
        expect(scannedBytes).toBe(8000);
      });

      test('the same token adds nothing the second time', async () => {
        await insert(seriesBatch('tokens', 5), 'b-1');
        await insert(seriesBatch('tokens', 5), 'b-1');
        await insert(seriesBatch('tokens', 5), 'b-2');
        expect(await countOf(query, 'tokens')).toBe(10);
      });

      test('bytes that look like SQL are only bytes', async () => {
        const metric = 'x\n\nDROP TABLE otel.metric_points;\n\n';
        await insert(seriesBatch(metric, 1), 'c-1');
        expect(await query("SELECT metric FROM otel.metric_points WHERE startsWith(metric, 'x\\n')")).toEqual([
          [metric],
        ]);
      });

      test('bytes that are no rows are refused and leave nothing behind', async () => {
        const broken: TableBatch = { table: 'metric_points', rows: 2, bytes: Buffer.from('not a row') };
        await expect(insert(broken, 'd-1')).rejects.toMatchObject({ code: 'ENGINE' });
      });

      test('functions of time mean UTC', async () => {
        expect(await query('SELECT toString(toDateTime(0)), timezone()')).toEqual([['1970-01-01 00:00:00', 'UTC']]);
      });

      test('a token that is none is refused', async () => {
        await expect(insert(seriesBatch('tokens', 1), "a'; DROP")).rejects.toMatchObject({ code: 'ENGINE' });
      });

      test('a reader cannot write', async () => {
        await expect(query('INSERT INTO otel.metric_points (metric) SELECT 1')).rejects.toMatchObject({
          code: 'ENGINE',
        });
      });

      test('values with line feeds, quotes and commas come back as they are', async () => {
        expect(await query("SELECT 'a\\n,b\"\\\\c', [1, 2], map('k', 'v')")).toEqual([
          ['a\n,b"\\c', [1, 2], { k: 'v' }],
        ]);
      });
    });

    describe('views', () => {
      test('fill their tables with the batch, and a repeated one adds nothing to them', async () => {
        for (let time = 0; time < 2; time++) await insert(spansBatch(), 'v-1');
        expect(await query('SELECT count() FROM otel.spans')).toEqual([['3']]);
        expect(await query('SELECT uniqExact(trace_id), sum(spans), sum(errors) FROM otel.traces')).toEqual([
          ['2', '3', '1'],
        ]);
        expect(await query('SELECT sum(calls), max(duration_max) FROM otel.red_1m')).toEqual([['3', '1000000000']]);
      });
    });

    describe('rows beside those that are stored', () => {
      test('are read as they are by any number of statements, and not stored', async () => {
        const batch = seriesBatch("beside '\\n\n", 3);
        const read = await opened.store.withRows(batch, async (beside) => {
          const from = sourceSql(beside.source);
          const sql = `SELECT metric, toString(series), v FROM ${from} WHERE v > 0 ORDER BY v`;
          const counted = await beside.query({ sql: `SELECT count() FROM ${from}`, limits: LIMITS });
          return [counted.rows, (await beside.query({ sql, limits: LIMITS })).rows];
        });
        expect(read).toEqual([[['3']], [1, 2].map((v) => ["beside '\\n\n", '18446744073709551615', v])]);
        expect(await query("SELECT count() FROM otel.metric_points WHERE startsWith(metric, 'beside')")).toEqual([
          ['0'],
        ]);
      });

      test('are read within limits, and not after the signal', async () => {
        await opened.store.withRows(seriesBatch('beside', 3), async (beside) => {
          const from = sourceSql(beside.source);
          const all = { sql: `SELECT * FROM ${from}`, limits: { ...LIMITS, rows: 2 } };
          await expect(beside.query(all)).rejects.toMatchObject({ code: 'TOO_MANY_ROWS' });
          const aborted = { ...all, signal: AbortSignal.abort() };
          await expect(beside.query(aborted)).rejects.toMatchObject({ code: 'CANCELLED' });
          const wrong = { sql: `SELECT nope FROM ${from}`, limits: LIMITS };
          await expect(beside.query(wrong)).rejects.toMatchObject({ code: 'ENGINE' });
        });
      });
    });

    describe('limits', () => {
      test('time', async () => {
        const before = performance.now();
        await expect(query(ENDLESS, { ms: 300 })).rejects.toMatchObject({ code: 'TIMEOUT' });
        expect(performance.now() - before).toBeLessThan(5_000);
      });
      test('memory', async () => {
        await expect(
          query('SELECT groupArray(number) FROM numbers(100000000)', { memoryBytes: 50_000_000 }),
        ).rejects.toMatchObject({ code: 'MEMORY' });
      });
      test('rows', async () => {
        await expect(query('SELECT number FROM numbers(100)', { rows: 10 })).rejects.toMatchObject({
          code: 'TOO_MANY_ROWS',
        });
      });
      test('what a failed statement had already written does not reach the next one', async () => {
        const failing = 'SELECT number, throwIf(number = 1000000) FROM numbers(2000000)';
        const outcomes = await Promise.allSettled(Array.from({ length: 4 }, () => query(failing, { rows: 3_000_000 })));
        expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
        for (let i = 0; i < 4; i++) expect(await query(`SELECT ${i}`)).toEqual([[i]]);
      });
      test('what the engine refuses is ENGINE, its text stays in the cause', async () => {
        const error = await query("SELECT nope('secret')").catch((e: Error) => e);
        expect(error).toMatchObject({ code: 'ENGINE', message: 'the engine refused the statement (code 46)' });
      });
    });

    describe('cancel', () => {
      test('the signal stops the work in the engine', async () => {
        const abort = new AbortController();
        const running = query(`${ENDLESS} AND 'mark1' != ''`, { ms: 60_000 }, abort.signal);
        running.catch(() => {});
        await started(query, 'mark1');
        abort.abort();
        await expect(running).rejects.toMatchObject({ code: 'CANCELLED' });
        // The engine strikes it off its list a moment after it has ended it.
        while ((await statements(query, 'mark1')) > 0);
      });

      test('a statement cancelled at once, or while it waits for a reader, does not run', async () => {
        const aborts = Array.from({ length: 12 }, () => new AbortController());
        const running = aborts.map((abort) => query(ENDLESS, { ms: 60_000 }, abort.signal));
        for (const abort of aborts.toReversed()) abort.abort();
        for (const outcome of await Promise.allSettled(running))
          expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'CANCELLED' } });
        await expect(query('SELECT 1', {}, AbortSignal.abort())).rejects.toMatchObject({ code: 'CANCELLED' });
      });
    });

    test('what is held is told by table, with the engine and how far it reaches', async () => {
      await insert(seriesBatch('counted', 2), 's-1');
      const { tables, engine }: StoreStats = await opened.store.stats();
      expect(engine).toMatch(/^ClickHouse \d+\.\d+/);
      const points = tables.find(({ table }) => table === 'metric_points');
      expect(points).toMatchObject({
        oldest: expect.stringMatching(/^2026-/),
        newest: expect.stringMatching(/^2026-/),
      });
      expect(String(points?.rows)).toBe(String((await query('SELECT count() FROM otel.metric_points'))[0]?.[0]));
      expect(points?.bytesOnDisk).toBeGreaterThan(0);
      expect(tables.find(({ table }) => table === 'logs')).toMatchObject({ rows: 0, oldest: null, newest: null });
    });
  });
};
