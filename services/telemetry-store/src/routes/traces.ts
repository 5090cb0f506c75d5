import { traceResponse } from '@clearspan/contracts';
import { problem, type ServiceApp } from '@clearspan/service-kit';
import type { TelemetryStore } from '@clearspan/telemetry-store';
import { z } from 'zod';
import type { Ingest } from '../core/ingest.ts';
import { tracedQuery } from '../core/statement-span.ts';
import { findTrace, type TraceLimits } from '../core/trace/find-trace.ts';
import { parseTraceId } from '../core/trace/trace-sql.ts';
import { READ_FLUSH_MS } from '../limits.ts';
import { storeProblem } from './store-problem.ts';

export interface TraceRouteParts {
  readonly store: Pick<TelemetryStore, 'query'>;
  readonly ingest: Pick<Ingest, 'flushed'>;
  readonly limits: TraceLimits;
}

/** `GET /api/traces/:id`: every span held of a trace, with original attribute types. */
export const traceRoutes = (app: ServiceApp, { store, ingest, limits }: TraceRouteParts): void => {
  const traced: Pick<TelemetryStore, 'query'> = { query: (request) => tracedQuery(store, 'spans', request) };
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
      const trace = await findTrace(traced, traceId, limits, request.signal).catch((error: unknown) => {
        throw storeProblem(error);
      });
      if (!trace) throw problem('NOT_FOUND', `no span of trace ${traceId} is held`);
      return trace;
    },
  );
};
