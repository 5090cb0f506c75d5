import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { prepareTables } from '../../src/database/tables/prepare-tables.ts';
import { type EndedSpan, type RunningDatabase, runDatabase } from './running-database.ts';
import { type EmptyShop, SHOPS, type Shops } from './shops.ts';

/** Name, kind and attributes of the spans of a trace, in the order they ended. */
const told = (spans: readonly EndedSpan[]): unknown[] =>
  spans.map(({ name, kind, attributes }) => [name, SpanKind[kind], attributes]);

describe.each(SHOPS)('the service on $system', ({ system, start }) => {
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
    database = await runDatabase(place);
  });
  afterEach(() => database.stop());

  const statement = (operation: string, table: string, text: RegExp, rows?: number): object => ({
    'correlation.id': expect.any(String),
    'db.system.name': system,
    'db.operation.name': operation,
    'db.collection.name': table,
    'db.query.text': expect.stringMatching(text),
    ...(rows === undefined ? {} : { 'db.response.returned_rows': rows }),
  });
  const beginText = system === 'sqlite' ? /^BEGIN IMMEDIATE$/ : /^BEGIN; LOCK TABLE users IN ROW EXCLUSIVE MODE$/;

  test('tells of the newest open orders, in the same order each time', async () => {
    const first = await database.get('/db/query');
    const { database: which, timestamp, rows, data } = first.body;
    expect([first.status, Object.keys(first.body).toSorted(), which, rows, data.length]).toEqual([
      200,
      ['data', 'database', 'rows', 'timestamp'],
      system,
      20,
      20,
    ]);
    expect(new Date(timestamp).toISOString()).toBe(timestamp);
    expect(data[0]).toEqual({
      order_id: 39_997,
      user_id: 16_117,
      created_at: '2025-07-09T12:25:19.832Z',
      lines: 5,
      total_cents: 175_601,
    });
    const times = data.map(({ created_at }: { created_at: string }) => created_at);
    expect(times).toEqual(times.toSorted((a: string, b: string) => (a < b ? 1 : -1)));
    expect((await database.get('/db/query')).body.data).toEqual(data);
  });

  test('plans the query and runs it, each in a span that has the plan', async () => {
    await database.get('/db/query');
    const spans = await database.trace('database_query');
    const plan = expect.stringMatching(/orders_by_state.*order_lines_by_order/);
    expect(told(spans)).toEqual([
      [
        'query_planning',
        'CLIENT',
        {
          ...statement('EXPLAIN', 'orders', /^EXPLAIN .*SELECT orders\.id/),
          'db.response.returned_rows': expect.any(Number),
          'db.query.plan': plan,
        },
      ],
      [
        'query_execution',
        'CLIENT',
        { ...statement('SELECT', 'orders', /^SELECT .*LIMIT 20$/, 20), 'db.query.plan': plan },
      ],
      [
        'database_query',
        'SERVER',
        expect.objectContaining({
          'http.response.status_code': 200,
          'db.client.connection.wait_ms': expect.any(Number),
          'db.client.connections.used': 1,
        }),
      ],
    ]);
    const route = spans.at(-1);
    expect(spans.slice(0, 2).map(({ parentSpanContext }) => parentSpanContext?.spanId)).toEqual(
      Array(2).fill(route?.spanContext().spanId),
    );
    expect(String(spans[0]?.attributes['db.query.plan'])).not.toMatch(/\n|SCAN|Seq Scan/);
  });

  test('gives a user and notes the visit, in one transaction', async () => {
    expect(await database.get('/db/user/7')).toMatchObject({
      status: 200,
      body: {
        database: system,
        user: { id: 7, name: 'Ines Singh', email: 'ines.singh.7@example.com', created_at: '2024-01-01T04:57:44.483Z' },
      },
    });
    expect(told(await database.trace('database_get_user'))).toEqual([
      ['transaction_begin', 'CLIENT', statement('BEGIN', 'users', beginText)],
      ['SELECT users', 'CLIENT', statement('SELECT', 'users', /^SELECT/, 1)],
      ['UPDATE users', 'CLIENT', statement('UPDATE', 'users', /^UPDATE/)],
      ['transaction_commit', 'CLIENT', statement('COMMIT', 'users', /^COMMIT$/)],
      ['database_get_user', 'SERVER', expect.objectContaining({ 'http.response.status_code': 200 })],
    ]);
    await database.get('/db/user/7');
    const connection = await place.shop.open();
    const [row] = await connection.query('SELECT visits, last_seen_at FROM users WHERE id = 7');
    await connection.close();
    expect(row).toEqual({ visits: 2, last_seen_at: expect.stringMatching(/^\d{4}-.*Z$/) });
  });

  test('visits of one user at the same time are all noted', async () => {
    const answers = await Promise.all(Array.from({ length: 24 }, () => database.get('/db/user/8')));
    expect(answers.map(({ status }) => status)).toEqual(Array(24).fill(200));
    const connection = await place.shop.open();
    expect(await connection.query('SELECT visits FROM users WHERE id = 8')).toEqual([{ visits: 24 }]);
    await connection.close();
  });

  test('gives a product with how many of it there are, of one join', async () => {
    const { status, body } = await database.get('/db/product/9');
    expect([status, body]).toEqual([
      200,
      {
        database: system,
        product: {
          id: 9,
          name: 'Light oak table',
          description: 'A light table, made of oak.',
          stock: 233,
          created_at: '2024-01-02T01:54:34.110Z',
        },
      },
    ]);
    expect(told(await database.trace('database_get_product'))).toEqual([
      ['join_inventory', 'CLIENT', statement('SELECT', 'products', /JOIN inventory/, 1)],
      ['database_get_product', 'SERVER', expect.objectContaining({ 'http.response.status_code': 200 })],
    ]);
  });

  test.each([
    ['user', 20_001],
    ['user', Number.MAX_SAFE_INTEGER],
    ['product', 5_001],
    ['product', 2 ** 40],
  ])('no %s %i is 404, and no error of the service', async (kind, id) => {
    expect(await database.get(`/db/${kind}/${id}`)).toMatchObject({
      status: 404,
      body: { code: 'NOT_FOUND', detail: `no ${kind} ${id}` },
    });
    const spans = await database.trace(`database_get_${kind}`);
    expect(spans.every(({ status }) => status.code === SpanStatusCode.UNSET)).toBe(true);
    if (kind === 'user')
      expect(spans.map(({ name }) => name)).toEqual([
        'transaction_begin',
        'SELECT users',
        'transaction_rollback',
        'database_get_user',
      ]);
  });

  test.each(['0', '-1', '01', '1.5', 'abc', '1e3', '9007199254740992', '%20', '1%27--'])(
    'the id %s is refused with what is expected',
    async (id) => {
      for (const kind of ['user', 'product']) {
        const found = JSON.stringify(decodeURIComponent(id));
        expect(await database.get(`/db/${kind}/${id}`)).toMatchObject({
          status: 400,
          body: {
            code: 'INVALID_REQUEST',
            detail: `params.id: expected a whole number from 1 to 9007199254740991, found ${found}`,
          },
        });
      }
      const counted = Object.keys(await database.metrics()).filter((name) => name.startsWith('database_queries'));
      expect(counted).toEqual([]);
    },
  );

  test('counts and times every statement, and every transaction by its end', async () => {
    const paths = ['query', 'query', 'user/1', 'user/2', 'user/90000', 'product/1', 'product/90000', 'user/x'];
    for (const path of paths) await database.get(`/db/${path}`);
    const metrics = await database.metrics();
    const counted = (prefix: string): Record<string, number> =>
      Object.fromEntries(Object.entries(metrics).filter(([name]) => name.startsWith(prefix)));
    const query = (operation: string, table: string, status: string): string =>
      `database_queries_total{operation="${operation}",table="${table}",status="${status}"}`;
    expect(counted('database_queries_total')).toEqual({
      [query('explain', 'orders', 'success')]: 2,
      [query('select', 'orders', 'success')]: 2,
      [query('begin', 'users', 'success')]: 3,
      [query('select', 'users', 'success')]: 2,
      [query('select', 'users', 'not_found')]: 1,
      [query('update', 'users', 'success')]: 2,
      [query('commit', 'users', 'success')]: 2,
      [query('rollback', 'users', 'success')]: 1,
      [query('select', 'products', 'success')]: 1,
      [query('select', 'products', 'not_found')]: 1,
    });
    const duration = (operation: string, table: string): string =>
      `database_query_duration_seconds_count{operation="${operation}",table="${table}"}`;
    expect(counted('database_query_duration_seconds_count')).toEqual({
      [duration('explain', 'orders')]: 2,
      [duration('select', 'orders')]: 2,
      [duration('begin', 'users')]: 3,
      [duration('select', 'users')]: 3,
      [duration('update', 'users')]: 2,
      [duration('commit', 'users')]: 2,
      [duration('rollback', 'users')]: 1,
      [duration('select', 'products')]: 2,
    });
    expect(counted('database_transactions_total')).toEqual({
      'database_transactions_total{status="committed"}': 2,
      'database_transactions_total{status="rolled_back"}': 1,
    });
    expect(metrics.database_connection_pool_active).toBe(0);
    for (const table of ['users', 'products', 'inventory', 'orders', 'order_lines'])
      expect(metrics[`database_table_size_bytes{table="${table}"}`]).toBeGreaterThan(10_000);
  });

  test('is ready while the database answers', async () => {
    expect((await database.get('/health')).body).toMatchObject({ status: 'healthy', checks: { database: {} } });
  });
});
