import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { redResponse, type ServiceMap, serviceMap, traceSearch } from '@clearspan/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runService, type ServiceProcess } from '../support/run-service.ts';
import { type StorySpan, storyJson } from '../support/story.ts';

const BEGIN_MS = Date.parse('2026-09-21T14:00:30Z');
const WINDOW = 'from=2026-09-21T14:00:00Z&to=2026-09-21T14:10:00Z';

/** A shop: a gateway asks a cart, which asks a database, a cache and a bank, and leaves work in a queue. */
const ORDER: readonly StorySpan[] = [
  { service: 'gateway', name: 'GET /cart', id: 1, kind: 'server', atMs: 0, ms: 120 },
  {
    service: 'gateway',
    name: 'GET',
    id: 2,
    parent: 1,
    kind: 'client',
    atMs: 5,
    ms: 110,
    attributes: { 'server.address': 'cart.local' },
  },
  {
    service: 'cart',
    name: 'GET /items',
    id: 3,
    parent: 2,
    kind: 'server',
    atMs: 10,
    ms: 100,
    failed: true,
    attributes: { 'http.route': '/items' },
  },
  {
    service: 'cart',
    name: 'SELECT items',
    id: 4,
    parent: 3,
    kind: 'client',
    atMs: 12,
    ms: 20,
    attributes: { 'db.system.name': 'postgresql', 'db.namespace': 'shop' },
  },
  {
    service: 'cart',
    name: 'GET key',
    id: 5,
    parent: 3,
    kind: 'client',
    atMs: 33,
    ms: 2,
    attributes: { 'db.system': 'redis', 'server.address': 'cache' },
  },
  {
    service: 'cart',
    name: 'POST',
    id: 6,
    parent: 3,
    kind: 'client',
    atMs: 40,
    ms: 50,
    failed: true,
    attributes: { 'server.address': 'bank.example' },
  },
  {
    service: 'cart',
    name: 'orders publish',
    id: 7,
    parent: 3,
    kind: 'producer',
    atMs: 92,
    ms: 1,
    attributes: { 'messaging.system': 'kafka', 'messaging.destination.name': 'orders' },
  },
  {
    service: 'mailer',
    name: 'orders process',
    id: 8,
    parent: 7,
    kind: 'consumer',
    atMs: 95,
    ms: 40,
    attributes: { 'messaging.system': 'kafka', 'messaging.destination.name': 'orders' },
  },
];
/** A caller whose server's span comes later than its own. */
const LATE: readonly StorySpan[] = [
  {
    service: 'web',
    name: 'GET',
    id: 20,
    kind: 'client',
    atMs: 29_990,
    ms: 50,
    attributes: { 'server.address': 'gateway.local' },
  },
  { service: 'gateway', name: 'GET /', id: 21, parent: 20, kind: 'server', atMs: 30_010, ms: 20 },
];

let dir: string;
let service: ServiceProcess;
const get = async (path: string): Promise<{ status: number; body: unknown }> => {
  const answer = await fetch(`${service.url}${path}`);
  return { status: answer.status, body: await answer.json() };
};
const send = async (body: string): Promise<void> => {
  const headers = { 'content-type': 'application/json' };
  expect((await fetch(`${service.otlpUrl}/v1/traces`, { method: 'POST', headers, body })).status).toBe(200);
};
const mapOf = async (window = WINDOW): Promise<ServiceMap> =>
  serviceMap.parse((await get(`/api/service-map?${window}`)).body);
const lines = ({ edges }: ServiceMap): readonly string[] =>
  edges
    .map(
      ({ source, source_type, target, target_type, calls, errors }) =>
        `${source_type} ${source} > ${target_type} ${target}: ${calls}, ${errors} failed`,
    )
    .toSorted();

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'service-map-'));
  service = await runService(dir);
  await send(storyJson(1, BEGIN_MS, ORDER));
  await send(storyJson(2, BEGIN_MS + 60_000, ORDER));
}, 60_000);
afterAll(async () => {
  await service?.stop();
  await rm(dir, { recursive: true, force: true });
});

describe('the service map', () => {
  test('has what calls what, also what sends no spans of its own', async () => {
    const map = await mapOf();
    expect(lines(map)).toEqual([
      'queue orders > service mailer: 2, 0 failed',
      'service cart > cache cache: 2, 0 failed',
      'service cart > database shop: 2, 0 failed',
      'service cart > external bank.example: 2, 2 failed',
      'service cart > queue orders: 2, 0 failed',
      'service gateway > service cart: 2, 2 failed',
    ]);
    expect(map.pending_minutes).toBe(0);
    const node = (name: string) => map.nodes.find((one) => one.name === name);
    expect(node('cart')).toMatchObject({
      type: 'service',
      calls: 2,
      errors: 2,
      error_rate: 1,
      avg_us: 100_000,
      max_us: 100_000,
    });
    expect(node('cart')?.p95_us).toBeCloseTo(100_000, -4);
    expect(node('shop')).toMatchObject({
      type: 'database',
      system: 'postgresql',
      calls: 2,
      avg_us: 20_000,
      p95_us: null,
    });
    expect(node('orders')).toMatchObject({ type: 'queue', system: 'kafka', calls: 2 });
    expect(map.nodes).toHaveLength(7);
  });

  test('of a part of the time has the calls of that part', async () => {
    const map = await mapOf('from=2026-09-21T14:01:00Z&to=2026-09-21T14:02:00Z');
    expect(map.edges.map(({ calls }) => calls)).toEqual([1, 1, 1, 1, 1, 1]);
    expect((await mapOf('from=2026-09-21T15:00:00Z&to=2026-09-21T16:00:00Z')).nodes).toEqual([]);
  });
});

describe('spans that come in parts', () => {
  const window = 'from=2026-09-21T15:00:00Z&to=2026-09-21T15:10:00Z';
  const begin = Date.parse('2026-09-21T15:00:30Z');
  test('a caller alone calls an address; with its server it calls the service', async () => {
    await send(storyJson(3, begin, LATE.slice(0, 1)));
    expect(lines(await mapOf(window))).toEqual(['service web > external gateway.local: 1, 0 failed']);
    await send(storyJson(3, begin, LATE.slice(1)));
    expect(lines(await mapOf(window))).toEqual(['service web > service gateway: 1, 0 failed']);
  });
});

describe('rate, errors and durations', () => {
  test('by service: what each was asked', async () => {
    const red = redResponse.parse((await get(`/api/red?${WINDOW}&step_s=60`)).body);
    expect(red.series.map(({ service: name, calls, errors }) => [name, calls, errors])).toEqual([
      ['cart', 2, 2],
      ['gateway', 2, 0],
      ['mailer', 2, 0],
    ]);
    const [cart] = red.series;
    expect(cart?.points.map(({ calls }) => calls)).toEqual([1, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(cart?.points[2]).toMatchObject({ time: '2026-09-21T14:02:00.000Z', avg_us: null, p99_us: null });
    expect(cart?.rate).toBeCloseTo(2 / 600);
  });

  test('by operation, of every kind', async () => {
    const red = redResponse.parse((await get(`/api/red?${WINDOW}&service=cart&kind=client&limit=2`)).body);
    expect(red.series.map(({ operation }) => operation)).toEqual(['GET key', 'POST']);
    expect(red.truncated).toBe(true);
  });

  test('a name with quotes is a name', async () => {
    const red = redResponse.parse((await get(`/api/red?${WINDOW}&service=${encodeURIComponent("a' OR 1=1 --")}`)).body);
    expect(red.series).toEqual([]);
  });

  test.each([
    ['step_s=90', 'querystring.step_s'],
    ['from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z', 'querystring.to'],
    ['kind=outer', 'querystring.kind'],
  ])('%s is refused', async (more, path) => {
    const { status, body } = await get(`/api/red?${more}`);
    expect(status).toBe(400);
    expect(body).toMatchObject({ errors: [{ path }] });
  });
});

describe('the search for traces', () => {
  const search = async (more: string): Promise<ReturnType<typeof traceSearch.parse>> => {
    const { status, body } = await get(`/api/traces?${WINDOW}${more}`);
    expect(status, JSON.stringify(body)).toBe(200);
    return traceSearch.parse(body);
  };
  const idsOf = async (more: string): Promise<readonly string[]> =>
    (await search(more)).traces.map(({ trace_id }) => trace_id.replace(/^0+/, ''));

  test('newest first, with the figures of the whole trace', async () => {
    const { traces, truncated } = await search('&service=cart&status=error');
    expect(truncated).toBe(false);
    expect(traces.map(({ trace_id }) => trace_id.at(-1))).toEqual(['2', '1']);
    expect(traces[1]).toMatchObject({
      root_service: 'gateway',
      root_operation: 'GET /cart',
      start: '2026-09-21T14:00:30.000000000Z',
      duration_us: 135_000,
      spans: 8,
      errors: 2,
      services: ['cart', 'gateway', 'mailer'],
      matched_spans: 2,
      longest_match_us: 100_000,
    });
  });

  test('by operation, duration and a condition of DataPrime', async () => {
    expect(await idsOf('&operation=GET%20/cart')).toEqual(['2', '1']);
    expect(await idsOf('&min_duration_us=110000&max_duration_us=115000&limit=1')).toEqual(['2']);
    expect(await idsOf('&min_duration_us=200000')).toEqual([]);
    expect(await idsOf(`&filter=${encodeURIComponent("tags['http.route'] == '/items' // the cart")}`)).toEqual([
      '2',
      '1',
    ]);
  });

  test('a condition that is wrong is told with its place', async () => {
    const { status, body } = await get(`/api/traces?${WINDOW}&filter=${encodeURIComponent("tags.x == 'a' &&")}`);
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'INVALID_QUERY', errors: [{ path: 'querystring.filter' }] });
    const more = await get(`/api/traces?${WINDOW}&filter=${encodeURIComponent('true | limit 1')}`);
    expect(more.body).toMatchObject({ detail: 'expected one condition, found 2 commands' });
  });
});
