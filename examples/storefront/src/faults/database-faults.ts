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
    question: 'p95 duration by db.query.plan',
    query:
      "source spans | filter $l.operationName == 'query_execution' | groupby tags['db.query.plan'] as plan aggregate count() as queries, round(percentile(0.95, $m.duration) / 1000, 1) as p95_ms | orderby p95_ms desc",
    shows: 'a plan that reads a whole table (SCAN, or Seq Scan), far slower than the one that uses the index',
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
    question: 'Which operations of database-service are the slowest?',
    query:
      "source spans | filter $l.subsystemName == 'database-service' && $m.kind == 'CLIENT' | groupby $l.operationName as statement aggregate count() as times, round(percentile(0.95, $m.duration) / 1000, 1) as p95_ms | orderby p95_ms desc",
    shows: 'transaction_begin above all others: transactions wait hundreds of milliseconds before their first query',
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
    question: 'What are the most common warnings of database-service?',
    query:
      "source logs | filter $l.subsystemname == 'database-service' && $m.severity >= WARNING | countby $d.logRecord.body as line into lines desc",
    shows: 'a connection was waited for in vain, by as many requests as failed',
  },
} as const satisfies Readonly<Record<string, FaultSpec>>;
