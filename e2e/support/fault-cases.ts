import { eventually } from './eventually.ts';
import { type Row, SHOP_SERVICES, type Shop, type Visit } from './shop.ts';
import type { Window } from './shop-window.ts';

/** Ids that nobody has asked for: what is not in the cache goes all the way to the tables. */
export interface FreshIds {
  user(): number;
  product(): number;
}

export interface Scene {
  readonly shop: Shop;
  readonly fresh: FreshIds;
  /** Two products that are sold out. */
  readonly soldOut: readonly number[];
}

/** A window with the visits in it, and the rows that the query of the catalog has over it. */
export interface SeenWindow extends Window {
  readonly visits: readonly Visit[];
  readonly rows: readonly Row['$d'][];
}

export interface FaultCase {
  readonly name: string;
  readonly params?: Readonly<Record<string, number | string>>;
  readonly by?: 'command line';
  /** Visits that the fault hits for certain while it is on. */
  readonly visit: (scene: Scene) => Promise<readonly Visit[]>;
  /** What the rows, the answers and the figures of a window tell. */
  readonly tells: (window: SeenWindow) => unknown;
  readonly during: unknown;
  /** Before it is on, and after it was. */
  readonly otherwise: unknown;
}

const times = <T>(count: number, make: () => T): readonly T[] => Array.from({ length: count }, make);

const together = (scene: Scene, paths: readonly string[]): Promise<readonly Visit[]> =>
  Promise.all(paths.map((path) => scene.shop.visit(path)));

const oneByOne = async ({ shop }: Scene, paths: readonly string[]): Promise<readonly Visit[]> => {
  const visits: Visit[] = [];
  for (const path of paths) visits.push(await shop.visit(path));
  return visits;
};

const users = ({ fresh }: Scene, count: number): readonly string[] => times(count, () => `/user/${fresh.user()}`);
const products = ({ fresh }: Scene, count: number): readonly string[] =>
  times(count, () => `/product/${fresh.product()}`);

/** The home page, as often as it takes until it was made anew so many times. */
const homePages = async ({ shop }: Scene, count: number): Promise<readonly Visit[]> => {
  const visits: Visit[] = [];
  for (let made = 0; made < count; made += 1)
    await eventually('a home page that is not from the cache', async () => {
      const visit = await shop.visit('/');
      visits.push(visit);
      return visit.status !== 200 || visit.body.backend_response.from_cache ? undefined : visit;
    });
  return visits;
};

const PROCESSES = new Set([...SHOP_SERVICES, 'storefront-traffic']);

const memoryIsTold = async (shop: Shop): Promise<void> => {
  const from = new Date();
  await eventually('the memory of all processes in the log', async () => {
    const rows = await shop.query(
      "source logs | filter logRecord.body == 'memory of the process' | distinct $l.subsystemname",
      { from, to: new Date(Date.now() + 1_000) },
    );
    return rows.length === PROCESSES.size ? true : undefined;
  });
};

const ofStatus = ({ visits }: SeenWindow, status: number): number =>
  visits.filter((visit) => visit.status === status).length;

const sumOfRows = (rows: SeenWindow['rows'], key: string): number =>
  rows.reduce((total, row) => total + Number(row[key]), 0);

const LATENCY_MS = 1_500;
const LEAKED_MB = 100;
const LOCKED_MS = 400;
const LINES = 30;

export const FAULT_CASES: readonly FaultCase[] = [
  {
    name: 'route_latency',
    params: { route: '/product/:id', delay_ms: LATENCY_MS, jitter_ms: 0 },
    by: 'command line',
    visit: (scene) => together(scene, [...users(scene, 3), ...products(scene, 3)]),
    tells: ({ rows, grown }) => ({
      slow: rows.filter(({ p95_ms }) => p95_ms >= LATENCY_MS).map(({ page, requests }) => `${page} ${requests}`),
      slowest: rows[0]?.p95_ms >= LATENCY_MS ? rows[0]?.page : null,
      seconds:
        grown('frontend-service', 'frontend_request_duration_seconds_sum', { endpoint: '/product/:id' }) >=
        (3 * LATENCY_MS) / 1_000,
    }),
    during: { slow: ['frontend_get_product 3'], slowest: 'frontend_get_product', seconds: true },
    otherwise: { slow: [], slowest: null, seconds: false },
  },
  {
    name: 'cache_disabled',
    visit: (scene) =>
      oneByOne(
        scene,
        users(scene, 3).flatMap((path) => [path, path]),
      ),
    tells: ({ rows, grown }) => ({
      lookups: sumOfRows(rows, 'lookups'),
      hits: sumOfRows(rows, 'hits'),
      counted: ['hit', 'miss'].map((operation) =>
        grown('backend-service', 'backend_cache_operations_total', { operation }),
      ),
    }),
    during: { lookups: 6, hits: 0, counted: [0, 6] },
    otherwise: { lookups: 6, hits: 3, counted: [3, 3] },
  },
  {
    name: 'payment_errors',
    params: { percent: 100 },
    by: 'command line',
    visit: (scene) => oneByOne(scene, [...users(scene, 2), ...products(scene, 4)]),
    tells: (window) => ({
      messages: window.rows.map(({ message, errors }) => `${errors} ${message}`).sort(),
      refused: ofStatus(window, 502),
      counted: window.grown('frontend-service', 'frontend_errors_total', { type: 'upstream_error' }),
    }),
    during: {
      messages: ['4 request failed', '4 the payment provider refused the reservation'],
      refused: 4,
      counted: 4,
    },
    otherwise: { messages: [], refused: 0, counted: 0 },
  },
  {
    name: 'dependency_unreachable',
    visit: (scene) => oneByOne(scene, [...users(scene, 2), ...products(scene, 2)]),
    tells: (window) => ({
      unreached: window.rows
        .filter(({ error }) => error === 'SERVICE_UNAVAILABLE')
        .map(({ caller, callee, calls }) => `${caller} ${callee} ${calls}`),
      failed: sumOfRows(
        window.rows.filter(({ error }) => error !== null),
        'calls',
      ),
      answers: ofStatus(window, 503),
      counted: window.grown('backend-service', 'backend_database_calls_total', { status: 'unavailable' }),
    }),
    // Each failed call of the backend is one of the frontend, too.
    during: { unreached: ['backend-service database-service 4'], failed: 8, answers: 4, counted: 4 },
    otherwise: { unreached: [], failed: 0, answers: 0, counted: 0 },
  },
  {
    name: 'memory_leak',
    params: { bytes_per_request: 10_000_000, bytes_max: 500_000_000 },
    by: 'command line',
    visit: async (scene) => {
      await memoryIsTold(scene.shop);
      const visits = await oneByOne(scene, users(scene, 15));
      await memoryIsTold(scene.shop);
      return visits;
    },
    tells: ({ rows, grown }) => ({
      services: new Set(rows.map(({ service }) => service)),
      growing: rows.filter(({ grown_mb }) => grown_mb >= LEAKED_MB).map(({ service }) => service),
      first: rows[0]?.grown_mb >= LEAKED_MB ? rows[0]?.service : null,
      measured: grown('backend-service', 'process_resident_memory_bytes') >= LEAKED_MB * 1_000_000,
    }),
    during: {
      services: PROCESSES,
      growing: ['backend-service'],
      first: 'backend-service',
      measured: true,
    },
    otherwise: {
      services: PROCESSES,
      growing: [],
      first: null,
      measured: false,
    },
  },
  {
    name: 'log_storm',
    params: { lines_per_request: LINES },
    visit: (scene) => oneByOne(scene, users(scene, 4)),
    tells: ({ rows }) => ({
      storm: rows
        .filter(({ message }) => /consistency check/.test(message))
        .map(({ service, lines }) => [service, lines]),
      most: /consistency check/.test(rows[0]?.message),
    }),
    during: { storm: [['backend-service', 4 * LINES]], most: true },
    otherwise: { storm: [], most: false },
  },
  {
    name: 'bad_deploy',
    visit: (scene) => oneByOne(scene, [...scene.soldOut.map((id) => `/product/${id}`), ...users(scene, 1)]),
    tells: (window) => ({
      versions: window.rows.map(({ version, requests, failed }) => [version, requests, failed]),
      failed: ofStatus(window, 500),
      counted: window.grown('frontend-service', 'frontend_errors_total', { type: 'internal_error' }),
    }),
    during: { versions: [['1.1.0', 2, 2]], failed: 2, counted: 2 },
    otherwise: { versions: [['1.0.0', 2, 0]], failed: 0, counted: 0 },
  },
  {
    name: 'slow_query',
    visit: (scene) => homePages(scene, 2),
    tells: ({ rows, grown }) => ({
      plans: rows.map(({ plan, queries }) => [/SCAN order_lines/.test(plan), queries]),
      counted: grown('database-service', 'database_slow_queries_total', { table: 'order_lines' }),
    }),
    during: { plans: [[true, 2]], counted: 2 },
    otherwise: { plans: [[false, 2]], counted: 0 },
  },
  {
    name: 'lock_contention',
    // Held when the visits come, and free for long enough afterwards that each of them gets it.
    params: { hold_ms: 1_200, pause_ms: 1_000 },
    visit: (scene) => together(scene, users(scene, 4)),
    tells: (window) => ({
      slow: window.rows.filter(({ p95_ms }) => p95_ms >= LOCKED_MS).map(({ statement }) => statement),
      answers: ofStatus(window, 200),
      seconds: window.grown('backend-service', 'backend_request_duration_seconds_sum') >= (4 * LOCKED_MS) / 1_000,
    }),
    during: { slow: ['transaction_begin'], answers: 4, seconds: true },
    otherwise: { slow: [], answers: 4, seconds: false },
  },
  {
    name: 'pool_exhaustion',
    params: { percent: 100 },
    visit: (scene) => together(scene, users(scene, 3)),
    tells: (window) => ({
      lines: window.rows.find(({ line }) => line === 'a connection was waited for in vain')?.lines ?? 0,
      calm: window.rows.length === 0,
      answers: ofStatus(window, 503),
      active: window.figure('database-service', 'database_connection_pool_active'),
      counted: window.grown('database-service', 'database_queries_total', { status: 'error' }),
    }),
    during: { lines: 3, calm: false, answers: 3, active: 4, counted: 3 },
    otherwise: { lines: 0, calm: true, answers: 0, active: 0, counted: 0 },
  },
];
