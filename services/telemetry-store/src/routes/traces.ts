import { traceResponse, traceSearch, traceSearchQuery } from '@clearspan/contracts';
import { problem, type ServiceApp } from '@clearspan/service-kit';
import type { QueryLimits, TelemetryStore } from '@clearspan/telemetry-store';
import { z } from 'zod';
import type { Ingest } from '../core/ingest.ts';
import type { QueryRunner } from '../core/query/query-runner.ts';
import { tracedQuery } from '../core/statement-span.ts';
import { findTrace, type TraceLimits } from '../core/trace/find-trace.ts';
import { searchTraces } from '../core/trace/search-traces.ts';
import { parseTraceId } from '../core/trace/trace-sql.ts';
import { windowOf } from '../core/window.ts';
import { READ_FLUSH_MS } from '../limits.ts';
import { invalidPart } from './invalid-part.ts';
import { storeProblem } from './store-problem.ts';

export interface TraceRouteParts {
  readonly store: Pick<TelemetryStore, 'query'>;
  readonly ingest: Pick<Ingest, 'flushed'>;
  readonly runner: QueryRunner;
  readonly limits: { readonly trace: TraceLimits; readonly query: Omit<QueryLimits, 'rows'> };
}

/** `GET /api/traces`, traces such as asked for; `GET /api/traces/:id`, every span held of one, with original attribute types. */
export const traceRoutes = (app: ServiceApp, { store, ingest, runner, limits }: TraceRouteParts): void => {
  const traced: Pick<TelemetryStore, 'query'> = { query: (request) => tracedQuery(store, 'spans', request) };
  const summaries: Pick<TelemetryStore, 'query'> = { query: (request) => tracedQuery(store, 'traces', request) };
  app.get(
    '/api/traces',
    {
      config: { span: 'telemetry_store.search_traces' },
      schema: { querystring: traceSearchQuery, response: { 200: traceSearch } },
    },
    async (request) => {
      const window = windowOf(request.query, Date.now());
      const parts = { store: summaries, runner, limits: limits.query };
      const outcome = await searchTraces(parts, request.query, window, request.signal).catch((error: unknown) => {
        throw storeProblem(error);
      });
      if (outcome.kind === 'found') return outcome.answer;
      throw invalidPart('filter', outcome.errors);
    },
  );
  app.get(
    '/api/traces/:id',
    {
      config: { span: 'telemetry_store.get_trace' },
      schema: { params: z.object({ id: z.string() }), response: { 200: traceResponse } },
    },
    async (request) => {
      const traceId = parseTraceId(request.params.id);
      if (!traceId) {
        throw problem('INVALID_REQUEST', 'expected a trace id of 32 hexadecimal digits, not all zero', {
          errors: [{ path: 'params.id', message: 'is not a trace id' }],
        });
      }
      await ingest.flushed(READ_FLUSH_MS);
      const trace = await findTrace(traced, traceId, limits.trace, request.signal).catch((error: unknown) => {
        throw storeProblem(error);
      });
      if (!trace) throw problem('NOT_FOUND', `no span of trace ${traceId} is held`);
      return trace;
    },
  );
};
