import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Connection } from '../../src/database/sql/connection.ts';
import { prepareTables } from '../../src/database/tables/prepare-tables.ts';
import { type EndedSpan, type RunningDatabase, runDatabase } from './running-database.ts';
import { type EmptyShop, SHOPS, type Shops } from './shops.ts';

// Lines of the log are looked at as telemetry.
vi.spyOn(process.stdout, 'write').mockReturnValue(true);

const MARK = { 'demo.simulated': true };

describe.each(SHOPS)('faults of the service on $system', ({ system, start }) => {
  let shops: Shops;
  let place: EmptyShop;
  let database: RunningDatabase;

  beforeAll(async () => {
    shops = await start();
    place = shops.next();
    await prepareTables(place.shop);
  });
  afterAll(() => shops.stop());
  beforeEach(async () => {
    database = await runDatabase(place, { LOG_LEVEL: 'info', STOREFRONT_SLOW_QUERY_MS: 20 });
  });
  afterEach(() => database.stop());

  const switchFault = async (name: string, more: object = {}): Promise<void> => {
    expect(await database.post('/faults', { name, ...more })).toMatchObject({ status: 200 });
  };
  const switchOff = (name: string): Promise<void> => switchFault(name, { on: false });
  const marked = (spans: readonly EndedSpan[]): unknown[] =>
    spans
      .filter(({ attributes }) => attributes['demo.simulated'] === true)
      .map(({ name, attributes }) => [name, attributes['demo.fault']]);
  /** Asks, and gives the spans of that request alone. */
  const ask = async (path: string, route: string): Promise<readonly EndedSpan[]> => {
    database.telemetry.clear();
    await database.get(path);
    return database.trace(route);
  };
  const warnings = (): unknown[] =>
    database.telemetry
      .logs()
      .filter(({ severityText }) => severityText === 'WARN')
      .map(({ body, attributes, spanContext }) => [body, attributes, spanContext?.traceId]);
  const inConnection = async <R>(work: (connection: Connection) => Promise<R>): Promise<R> => {
    const connection = await place.shop.open();
    try {
      return await work(connection);
    } finally {
      await connection.close();
    }
  };

  test('slow_query: the plan reads the whole table, which is slow, and is as before at the end', async () => {
    const planOf = (spans: readonly EndedSpan[]): string => String(spans[0]?.attributes['db.query.plan']);
    const before = await ask('/db/query', 'database_query');
    const { data } = (await database.get('/db/query')).body;
    expect([marked(before), planOf(before)]).toEqual([[], expect.stringContaining('order_lines_by_order')]);

    await switchFault('slow_query');
    const during = await ask('/db/query', 'database_query');
    expect(planOf(during)).toMatch(system === 'sqlite' ? /SCAN order_lines/ : /Seq Scan on order_lines/);
    expect(marked(during)).toEqual([
      ['query_planning', 'slow_query'],
      ['query_execution', 'slow_query'],
    ]);
    const slow = (await database.metrics())['database_slow_queries_total{table="order_lines"}'];
    expect(slow).toBe(1);
    expect(warnings()).toEqual([
      [
        'slow query',
        expect.objectContaining({ table: 'order_lines', ms: expect.any(Number) }),
        during[0]?.spanContext().traceId,
      ],
    ]);
    expect((await database.get('/db/query')).body.data).toEqual(data);

    await switchOff('slow_query');
    const after = await ask('/db/query', 'database_query');
    expect([marked(after), planOf(after)]).toEqual([[], planOf(before)]);
  });

  test('slow_query: the other index too can be dropped', async () => {
    await switchFault('slow_query', { params: { index: 'orders_by_state' } });
    const [planning] = await ask('/db/query', 'database_query');
    expect(planning?.attributes['db.query.plan']).toMatch(/(?:SCAN|Seq Scan on) orders\b/);
  });

  test('slow_query: a service that ends meanwhile leaves the index as it was', async () => {
    await switchFault('slow_query');
    await database.stop();
    const plan = await inConnection(async (connection) =>
      place.shop.dialect.planOf(
        await connection.query(place.shop.dialect.explain('SELECT id FROM order_lines WHERE order_id = $1'), [5]),
      ),
    );
    expect(plan).toContain('order_lines_by_order');
    database = await runDatabase(place);
  });

  test('lock_contention: transactions wait to begin, and those that did are marked', async () => {
    await switchFault('lock_contention', { params: { hold_ms: 300, pause_ms: 300 } });
    const begins: unknown[] = [];
    await expect
      .poll(
        async () => {
          const spans = await ask('/db/user/5', 'database_get_user');
          expect(spans.at(-1)?.attributes['http.response.status_code']).toBe(200);
          begins.push(...marked(spans));
          return begins.length;
        },
        { timeout: 20_000, interval: 70 },
      )
      .toBeGreaterThan(1);
    expect(begins[0]).toEqual(['transaction_begin', 'lock_contention']);
    await switchOff('lock_contention');
    for (let i = 0; i < 5; i++) expect(marked(await ask('/db/user/5', 'database_get_user'))).toEqual([]);
  });

  test('lock_contention: a lock that is held for too long is 503, and readers do not wait for it', async () => {
    await switchFault('lock_contention', { params: { hold_ms: 5_000 } });
    const user = database.get('/db/user/5');
    expect((await database.get('/db/product/5')).status).toBe(200);
    const { status, headers, body } = await user;
    expect([status, headers.get('retry-after'), body.code, body.detail]).toEqual([
      503,
      '1',
      'SERVICE_UNAVAILABLE',
      'a lock was waited for in vain',
    ]);
    expect(marked(await database.trace('database_get_user'))).toEqual([['transaction_begin', 'lock_contention']]);
    expect(await database.metrics()).toMatchObject({
      'database_queries_total{operation="begin",table="users",status="error"}': 1,
      'database_query_duration_seconds_count{operation="begin",table="users"}': 1,
      database_connection_pool_active: 0,
    });
    await switchOff('lock_contention');
    expect((await database.get('/db/user/5')).status).toBe(200);
  });

  test('pool_exhaustion: requests wait for a connection in vain, are told so and counted', async () => {
    await switchFault('pool_exhaustion');
    expect((await database.metrics()).database_connection_pool_active).toBe(4);
    const { status, headers, body } = await database.get('/db/product/5');
    expect([status, headers.get('retry-after'), body.code, body.detail]).toEqual([
      503,
      '1',
      'SERVICE_UNAVAILABLE',
      'expected one of 4 connections within 1000 ms, found all in use',
    ]);
    const spans = await database.trace('database_get_product');
    expect(marked(spans)).toEqual([['database_get_product', 'pool_exhaustion']]);
    expect(spans.at(-1)?.attributes).toMatchObject({ ...MARK, 'db.client.connections.used': 4 });
    expect(spans.at(-1)?.attributes['db.client.connection.wait_ms']).toBeGreaterThan(900);
    expect(warnings()).toEqual([
      [
        'a connection was waited for in vain',
        expect.objectContaining({ reason: 'timeout', used: 4 }),
        spans[0]?.spanContext().traceId,
      ],
    ]);
    expect(await database.metrics()).toMatchObject({
      'database_queries_total{operation="select",table="products",status="error"}': 1,
      'database_query_duration_seconds_count{operation="select",table="products"}': 1,
    });
    expect((await database.get('/health')).body.status).toBe('healthy');
    await switchOff('pool_exhaustion');
    expect((await database.metrics()).database_connection_pool_active).toBe(0);
    database.telemetry.clear();
    expect((await database.get('/db/product/5')).status).toBe(200);
    expect(marked(await database.trace('database_get_product'))).toEqual([]);
  });

  test('pool_exhaustion: of a share of the pool, the rest goes on', async () => {
    await switchFault('pool_exhaustion', { params: { percent: 60 } });
    expect((await database.metrics()).database_connection_pool_active).toBe(3);
    expect((await database.get('/db/product/5')).status).toBe(200);
  });

  test('pool_exhaustion: does not wait for ever for a pool that is in use', async () => {
    const users = await inConnection(async (connection) => {
      await connection.query(place.shop.dialect.beginHolding);
      const asked = [1, 2, 3, 4].map((id) => database.get(`/db/user/${id}`));
      await expect.poll(async () => (await database.metrics()).database_connection_pool_active).toBe(4);
      await switchFault('pool_exhaustion');
      await connection.query('ROLLBACK');
      return Promise.all(asked);
    });
    expect(users.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    await expect.poll(async () => (await database.get('/db/product/5')).status, { timeout: 10_000 }).toBe(503);
    await switchOff('pool_exhaustion');
    expect((await database.get('/db/product/5')).status).toBe(200);
  });

  test('a hidden fault has no name, on spans or in the log', async () => {
    await switchFault('slow_query', { hidden: true });
    expect(marked(await ask('/db/query', 'database_query'))).toEqual([
      ['query_planning', 'hidden'],
      ['query_execution', 'hidden'],
    ]);
    await switchOff('slow_query');
    const log = JSON.stringify(database.telemetry.logs().map(({ body, attributes }) => [body, attributes]));
    expect(log).toContain('a fault was switched off');
    expect(log).not.toContain('slow_query');
  });
});
