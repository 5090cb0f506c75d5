import type { FaultSpec } from './fault.ts';

/** Faults of the tables and of the way to them. */
export const DATABASE_FAULTS = {
  slow_query: {
    name: 'slow_query',
    service: 'database-service',
    summary: 'An index is dropped, so a query reads the whole table.',
    params: {
      index: {
        kind: 'choice',
        choices: ['order_lines_by_order', 'orders_by_state'],
        otherwise: 'order_lines_by_order',
        says: 'the index that is dropped, and made again at the end',
      },
    },
    question: 'Why is the home page slow?',
    query:
      "source spans | filter $l.operationName == 'query_planning' | groupby $d.attributes['db.query.plan'] as plan aggregate count() as queries",
    shows: 'a plan with SCAN beside the one with SEARCH',
  },
  lock_contention: {
    name: 'lock_contention',
    service: 'database-service',
    summary: 'Another connection holds the lock for writing again and again, so transactions that write wait for it.',
    params: {
      hold_ms: { kind: 'number', unit: 'ms', min: 10, max: 5_000, otherwise: 400, says: 'how long the lock is held' },
      pause_ms: {
        kind: 'number',
        unit: 'ms',
        min: 1,
        max: 5_000,
        otherwise: 100,
        says: 'how long it is free in between',
      },
    },
    question: 'Which transactions are slow?',
    query:
      "source spans | filter $l.operationName == 'transaction_begin' | aggregate count() as transactions, percentile(0.95, $m.duration) as p95",
    shows: 'transactions that wait hundreds of milliseconds to begin',
  },
  pool_exhaustion: {
    name: 'pool_exhaustion',
    service: 'database-service',
    summary: 'Connections are taken from the pool and never given back, so requests wait for one and give up.',
    params: {
      percent: {
        kind: 'number',
        unit: 'percent',
        min: 1,
        max: 100,
        otherwise: 100,
        says: 'share of the pool that is held',
      },
    },
    question: 'Why does the shop answer 503?',
    query: "source logs | filter $l.subsystemname == 'database-service' && $m.severity >= WARNING | countby $d.body",
    shows: 'requests that gave up waiting for a connection',
  },
} as const satisfies Readonly<Record<string, FaultSpec>>;
