import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually } from './support/eventually.ts';
import { get } from './support/http.ts';
import { hasPrometheus, type Prometheus, startPrometheus } from './support/prometheus-server.ts';
import { sampleKey, sumOf } from './support/prometheus-text.ts';
import { drawTrace, SHOP_SERVICES, type Shop, shopOf, type Visit } from './support/shop.ts';
import { type System, startSystem } from './support/system.ts';

const HOME = `\
frontend-service: frontend_home_request
  frontend-service: GET
    backend-service: backend_get_data
      backend-service: GET
        database-service: database_query
          database-service: query_planning
          database-service: query_execution
`;
const USER = `\
frontend-service: frontend_get_user
  frontend-service: GET
    backend-service: backend_get_user
      backend-service: validate_user_id
      backend-service: GET
        database-service: database_get_user
          database-service: transaction_begin
          database-service: SELECT users
          database-service: UPDATE users
          database-service: transaction_commit
`;
const USER_CACHED = `\
frontend-service: frontend_get_user
  frontend-service: GET
    backend-service: backend_get_user
      backend-service: validate_user_id
`;
const USER_UNKNOWN = `\
frontend-service: frontend_get_user
  frontend-service: GET
    backend-service: backend_get_user
      backend-service: validate_user_id
      backend-service: GET
        database-service: database_get_user
          database-service: transaction_begin
          database-service: SELECT users
          database-service: transaction_rollback
`;
const PRODUCT = `\
frontend-service: frontend_get_product
  frontend-service: GET
    backend-service: backend_get_product
      backend-service: GET
        database-service: database_get_product
          database-service: join_inventory
      backend-service: apply_pricing_rules
`;
const PRODUCT_UNKNOWN = PRODUCT.replace('      backend-service: apply_pricing_rules\n', '');

/** Every visit that is made, in this order: where, what comes back, and the whole trace of it. */
const VISITS = [
  { path: '/', endpoint: '/', status: 200, tree: HOME },
  { path: '/user/7', endpoint: '/user/:id', status: 200, tree: USER },
  { path: '/user/7', endpoint: '/user/:id', status: 200, tree: USER_CACHED },
  { path: '/user/999999', endpoint: '/user/:id', status: 404, tree: USER_UNKNOWN },
  { path: '/user/seven', endpoint: '/user/:id', status: 400, tree: USER_CACHED },
  { path: '/product/5', endpoint: '/product/:id', status: 200, tree: PRODUCT },
  { path: '/product/999999', endpoint: '/product/:id', status: 404, tree: PRODUCT_UNKNOWN },
  { path: '/nowhere', endpoint: 'unknown', status: 404, tree: 'frontend-service: GET\n' },
] as const;

let system: System;
let shop: Shop;
const visits: Visit[] = [];
const started = new Date();

beforeAll(async () => {
  system = await startSystem(18_600, {
    examples: ['storefront'],
    env: { STOREFRONT_TRAFFIC: 'off', METRICS_COLLECTION_INTERVAL: '1000', RATE_LIMIT_PER_MINUTE: '10000' },
  });
  shop = shopOf(system);
  for (const { path } of VISITS) visits.push(await shop.visit(path));
});

afterAll(() => system?.stop());

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

/** What the store makes of a metric of the frontend over all its time: one value for each set of labels. */
const storedMetric = async (
  metric: string,
  how: string,
  by: readonly string[],
): Promise<readonly { labels: Record<string, string>; value: number }[]> => {
  const asked = new URLSearchParams({
    metric,
    function: how,
    where: 'resource.service.name=frontend-service',
    from: new Date(started.getTime() - 1_000).toISOString(),
    step_s: '3600',
  });
  for (const key of by) asked.append('by', key);
  const { status, body } = await get(`${system.url('api-gateway')}/api/metrics/query?${asked.toString()}`);
  if (status !== 200) throw new Error(JSON.stringify(body));
  const series: { labels: Record<string, string>; points: { value: number | null }[] }[] = body.series;
  return series.map(({ labels, points }) => ({ labels, value: sum(points.map(({ value }) => value ?? 0)) }));
};

/** A counter as the store has it, by the values of labels. */
const storedCounter = async (metric: string, by: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  const series = await storedMetric(metric, 'increase', by);
  return new Map(series.map(({ labels, value }) => [by.map((key) => labels[key]).join(' '), value]));
};

const visitOf = (path: string): Visit => visits[VISITS.findIndex((visit) => visit.path === path)] as Visit;

describe('every route', () => {
  test('answers with its status', () => {
    expect(visits.map(({ status }) => status)).toEqual(VISITS.map(({ status }) => status));
  });

  test('answers in its shape', () => {
    const user = {
      id: 7,
      name: expect.any(String),
      email: expect.stringContaining('@'),
      created_at: expect.any(String),
    };
    const product = {
      id: 5,
      name: expect.any(String),
      description: expect.any(String),
      stock: expect.any(Number),
      created_at: expect.any(String),
      calculated_price: expect.any(Number),
    };
    expect(visitOf('/').body).toEqual({
      service: 'frontend-service',
      backend_response: {
        service: 'backend-service',
        data: { database: 'sqlite', timestamp: expect.any(String), rows: expect.any(Number), data: expect.any(Array) },
        from_cache: false,
      },
      duration: expect.any(Number),
    });
    expect(visitOf('/').body.backend_response.data.rows).toBeGreaterThan(0);
    expect(visitOf('/user/7').body).toEqual({
      service: 'frontend-service',
      user_data: { service: 'backend-service', user, from_cache: false },
      duration: expect.any(Number),
    });
    expect(visits[2]?.body.user_data).toEqual({ service: 'backend-service', user, from_cache: true });
    expect(visitOf('/product/5').body).toEqual({
      service: 'frontend-service',
      product_data: { service: 'backend-service', product, from_cache: false },
      duration: expect.any(Number),
    });
    expect(visitOf('/user/999999').body).toMatchObject({ code: 'NOT_FOUND', status: 404 });
    expect(visitOf('/user/seven').body).toMatchObject({ code: 'INVALID_REQUEST', status: 400 });
  });

  test.each(VISITS.map((visit, i) => ({ ...visit, i })))('$path (visit $i) is one whole trace', async ({ tree, i }) => {
    const spans = tree.trimEnd().split('\n').length;
    const trace = await shop.trace(visits[i]?.traceId ?? '', (found) => found.spans.length >= spans);
    expect(drawTrace(trace)).toBe(tree);
    expect(trace.spans.filter((span) => span.parent_id === null)).toHaveLength(1);
    for (const span of trace.spans) expect(span.attributes['demo.simulated'], span.name).toBeUndefined();
  });

  test('is in the log of each service it passed, under its trace', async () => {
    for (const [i, { tree, path }] of VISITS.entries()) {
      const passed = SHOP_SERVICES.filter((service) => tree.includes(`${service}:`));
      const now = new Date();
      await eventually(`the logs of ${path}`, async () => {
        const rows = await shop.query(
          `source logs | filter $d.logRecord.traceId == '${visits[i]?.traceId}' | countby $l.subsystemname as service`,
          { from: new Date(now.getTime() - 600_000), to: new Date(Date.now() + 1_000) },
        );
        const services = rows.map(({ $d }) => $d.service as string);
        return passed.every((service) => services.includes(service)) ? true : undefined;
      });
    }
  });
});

describe('the figures', () => {
  const served = (service: string) => VISITS.filter(({ tree }) => tree.includes(`${service}:`));

  test.each(['frontend', 'backend'] as const)(
    '%s: counters and histograms are as many as the requests',
    async (name) => {
      const samples = await shop.samples(`${name}-service`);
      const all = served(`${name}-service`);
      expect(sumOf(samples, `${name}_requests_total`)).toBe(all.length);
      expect(sumOf(samples, `${name}_request_duration_seconds_count`)).toBe(all.length);
      for (const { endpoint, status } of all) {
        const own = { '/': '/api/data', '/user/:id': '/api/user/:id', '/product/:id': '/api/product/:id' };
        const pattern = name === 'frontend' ? endpoint : own[endpoint as keyof typeof own];
        const alike = all.filter((visit) => visit.endpoint === endpoint);
        expect(
          sumOf(samples, `${name}_requests_total`, { method: 'GET', endpoint: pattern, status }),
          `${pattern} ${status}`,
        ).toBe(alike.filter((visit) => visit.status === status).length);
        expect(sumOf(samples, `${name}_request_duration_seconds_count`, { endpoint: pattern })).toBe(alike.length);
      }
    },
  );

  test('errors are counted by type, and their ratio can be computed', async () => {
    const samples = await shop.samples('frontend-service');
    expect(sumOf(samples, 'frontend_errors_total')).toBe(4);
    expect(sumOf(samples, 'frontend_errors_total', { type: 'not_found' })).toBe(3);
    expect(sumOf(samples, 'frontend_errors_total', { type: 'invalid_request' })).toBe(1);
    const failed = [400, 404].map((status) => sumOf(samples, 'frontend_requests_total', { status }));
    expect((failed[0] ?? 0) + (failed[1] ?? 0)).toBe(4);
    // No cookie was sent along: each visit was a session of its own.
    expect(sumOf(samples, 'frontend_active_users')).toBeGreaterThan(0);
  });

  test('the cache and the calls behind it', async () => {
    const samples = await shop.samples('backend-service');
    expect(sumOf(samples, 'backend_cache_operations_total', { operation: 'hit' })).toBe(1);
    expect(sumOf(samples, 'backend_cache_operations_total', { operation: 'miss' })).toBe(5);
    expect(sumOf(samples, 'backend_database_calls_total')).toBe(5);
    expect(sumOf(samples, 'backend_database_calls_total', { status: 'success' })).toBe(3);
    expect(sumOf(samples, 'backend_database_calls_total', { status: 'not_found' })).toBe(2);
    expect(sumOf(samples, 'backend_processing_time_seconds_count')).toBeGreaterThan(0);
  });

  test('the database', async () => {
    const samples = await shop.samples('database-service');
    expect(sumOf(samples, 'database_transactions_total', { status: 'committed' })).toBe(1);
    expect(sumOf(samples, 'database_transactions_total', { status: 'rolled_back' })).toBe(1);
    expect(sumOf(samples, 'database_queries_total', { table: 'users', operation: 'update', status: 'success' })).toBe(
      1,
    );
    expect(sumOf(samples, 'database_queries_total', { table: 'users', status: 'not_found' })).toBe(1);
    expect(sumOf(samples, 'database_queries_total')).toBe(sumOf(samples, 'database_query_duration_seconds_count'));
    expect(sumOf(samples, 'database_connection_pool_active')).toBe(0);
    for (const table of ['users', 'products', 'orders', 'order_lines'])
      expect(sumOf(samples, 'database_table_size_bytes', { table }), table).toBeGreaterThan(100_000);
  });

  test('come by OTLP as they are on /metrics', async () => {
    const samples = await shop.samples('frontend-service');
    const stored = await eventually('the counter in the store', async () => {
      const found = await storedCounter('frontend_requests_total', ['endpoint', 'status']);
      return sum(found.values()) === VISITS.length ? found : undefined;
    });
    for (const [labels, value] of stored) {
      const [endpoint = '', status = ''] = labels.split(' ');
      expect(sumOf(samples, 'frontend_requests_total', { endpoint, status }), labels).toBe(value);
    }
  });
});

/** In CI it is there; elsewhere it may not be. */
describe.skipIf(!hasPrometheus() && process.env.CI === undefined)('Prometheus', () => {
  let prometheus: Prometheus;
  beforeAll(async () => {
    prometheus = await startPrometheus(
      Object.fromEntries(SHOP_SERVICES.map((service) => [service, system.url(service)])),
    );
  });
  afterAll(() => prometheus?.stop());

  test.each(SHOP_SERVICES)('reads every sample of %s as it is', async (service) => {
    const name = service.replace('-service', '');
    await eventually(`the figures of ${service}`, async () => {
      const samples = await shop.samples(service);
      const own = [...samples].filter(([key]) => key.startsWith(`${name}_`));
      const read = await prometheus.query(`{job="${service}", __name__=~"${name}_.*"}`);
      const theirs = new Map(
        read.map(({ metric, value }) => {
          const labels = Object.entries(metric).filter(
            ([key]) => !/^(?:__name__|job|instance|otel_scope_.*|service_.*)$/.test(key),
          );
          return [sampleKey(metric.__name__ ?? '', Object.fromEntries(labels)), value];
        }),
      );
      expect(own.length).toBeGreaterThan(5);
      return own.every(([key, value]) => theirs.get(key) === value) ? true : undefined;
    });
  });

  test('answers what the store answers: requests by status, the ratio of errors, a quantile', async () => {
    const theirs = await prometheus.query('sum by (status) (frontend_requests_total)');
    const stored = await storedCounter('frontend_requests_total', ['status']);
    expect(stored).toEqual(new Map(theirs.map(({ metric, value }) => [metric.status, value])));
    const [ratio] = await prometheus.query(
      'sum(frontend_requests_total{status=~"[45].."}) / sum(frontend_requests_total)',
    );
    const failed = sum([...stored].filter(([status]) => /^[45]/.test(status)).map(([, count]) => count));
    expect(ratio?.value).toBe(failed / VISITS.length);
    const [quantile] = await prometheus.query(
      'histogram_quantile(0.95, sum by (le) (frontend_request_duration_seconds_bucket))',
    );
    const [ours] = await storedMetric('frontend_request_duration_seconds', 'p95', []);
    expect(ours?.value).toBeCloseTo(quantile?.value ?? Number.NaN, 9);
  });
});
