import type { FaultState, IncidentScenario, TrafficState } from '@clearspan/contracts';

const fault = (
  name: string,
  service: string,
  summary: string,
  more: Pick<FaultState, 'params' | 'question' | 'query' | 'shows'>,
): FaultState => ({ name, service, summary, ...more, on: false });

export const SHOP_FAULTS: readonly FaultState[] = [
  fault('route_latency', 'frontend-service', 'One route waits before it answers.', {
    params: {
      route: {
        kind: 'choice',
        choices: ['/', '/user/:id', '/product/:id'],
        otherwise: '/product/:id',
        says: 'the route that waits',
      },
      delay_ms: { kind: 'number', unit: 'ms', min: 1, max: 10_000, otherwise: 800, says: 'how long it waits at least' },
    },
    question: 'Which operation is the slowest?',
    query: "source spans | filter $l.subsystemname == 'frontend-service' | countby $l.operationName",
    shows: 'one page that is slower than the others',
  }),
  fault('cache_disabled', 'backend-service', 'The cache is passed by: every request goes to the database.', {
    params: {},
    question: 'Did the cache hit ratio change?',
    query: "source spans | countby $d.attributes['cache.hit'] as hit",
    shows: 'no hits, and as many misses as requests',
  }),
  fault('memory_leak', 'backend-service', 'Every request leaves something behind that is never given back.', {
    params: {
      bytes_per_request: {
        kind: 'number',
        unit: 'bytes',
        min: 1_000,
        max: 10_000_000,
        otherwise: 500_000,
        says: 'what a request leaves behind',
      },
      bytes_max: {
        kind: 'number',
        unit: 'bytes',
        min: 1_000_000,
        max: 500_000_000,
        otherwise: 200_000_000,
        says: 'what is left behind at most',
      },
    },
    question: 'Which service uses more and more memory?',
    query: "source logs | filter $d.body == 'memory of the process' | countby $l.subsystemname",
    shows: 'a service whose memory grows with its requests',
  }),
  fault('slow_query', 'database-service', 'An index is dropped, so a query reads the whole table.', {
    params: {
      index: {
        kind: 'choice',
        choices: ['order_lines_by_order', 'orders_by_state'],
        otherwise: 'order_lines_by_order',
        says: 'the index that is dropped, and made again at the end',
      },
    },
    question: 'Why is the home page slow?',
    query: "source spans | filter $l.operationName == 'query_planning' | countby $d.attributes['db.query.plan']",
    shows: 'a plan with SCAN beside the one with SEARCH',
  }),
];

export const SHOP_SCENARIOS: readonly IncidentScenario[] = [
  {
    name: 'black_friday',
    summary: 'Visitors come in bursts, and the database gives way first.',
    steps: [
      { at_minute: 0, does: 'lock_contention, held 100 ms' },
      { at_minute: 4, does: 'pool_exhaustion, half of the pool' },
      { at_minute: 7.5, does: 'pool_exhaustion, all of it' },
    ],
  },
  {
    name: 'bad_release',
    summary: 'A release goes out that fails where something is sold out, and logs too much.',
    steps: [
      { at_minute: 0, does: 'bad_deploy' },
      { at_minute: 3, does: 'log_storm, 50 lines a request' },
    ],
  },
];

export const SHOP_TRAFFIC: TrafficState = {
  running: false,
  settings: {
    seed: 1,
    rate_per_s: 10,
    users: 200,
    think_ms: 2_000,
    mix: { home: 5, user: 2, product: 3 },
    bad_id_percent: 2,
    burst: { every_s: 120, length_s: 15, factor: 3 },
    day_curve: false,
  },
  figures: { requests: 0, by_status: {}, active_users: 0, since: null },
};
