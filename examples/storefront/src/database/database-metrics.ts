import { counter, histogram } from '@clearspan/instrumentation';

/** A statement, however it ended. Labels: operation, table, status (success, not_found, error). */
export const queries = counter('database_queries_total', { description: 'Statements by how they ended' });

/** Labels: operation, table. A statement that got no connection took as long as it waited for one. */
export const queryDuration = histogram('database_query_duration_seconds', {
  description: 'Time from a statement to its rows, in seconds',
  bucketsSeconds: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
});

/** Label: table. */
export const slowQueries = counter('database_slow_queries_total', {
  description: 'Queries that took longer than STOREFRONT_SLOW_QUERY_MS',
});

/** Label: status (committed, rolled_back). */
export const transactions = counter('database_transactions_total', { description: 'Transactions by how they ended' });
