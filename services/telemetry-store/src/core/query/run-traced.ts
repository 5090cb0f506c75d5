import { type Prepared, type QueryLimits, type Ran, runQuery, type TelemetryStore } from '@clearspan/telemetry-store';
import { tracedQuery } from '../statement-span.ts';

/** Runs a prepared query with its statement in a span of its own. Rejects with a `StoreError`. */
export const runTraced = (
  store: Pick<TelemetryStore, 'query'>,
  prepared: Extract<Prepared, { ok: true }>,
  limits: Omit<QueryLimits, 'rows'>,
  signal: AbortSignal,
): Promise<Ran> =>
  runQuery({ query: (request) => tracedQuery(store, prepared.dataset, request) }, prepared, limits, signal);
