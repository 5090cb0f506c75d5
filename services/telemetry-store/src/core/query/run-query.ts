import {
  type Prepared,
  type QueryLimits,
  type Ran,
  runQuery as run,
  type TelemetryStore,
} from '@clearspan/telemetry-store';
import { tracedQuery } from '../statement-span.ts';

export type { Ran } from '@clearspan/telemetry-store';

/** Runs a prepared query, its statement in a span of its own. Rejects with a `StoreError`. */
export const runQuery = (
  store: Pick<TelemetryStore, 'query'>,
  prepared: Extract<Prepared, { ok: true }>,
  limits: Omit<QueryLimits, 'rows'>,
  signal: AbortSignal,
): Promise<Ran> => run({ query: (request) => tracedQuery(store, prepared.dataset, request) }, prepared, limits, signal);
