import { queryResult, storeQueryRequest } from '@clearspan/contracts';
import { histogram } from '@clearspan/instrumentation';
import { problem, type ServiceApp } from '@clearspan/service-kit';
import { wireResult } from '@clearspan/telemetry-store';
import { nanosOf } from '../core/query/nanos.ts';
import type { QueryRunner } from '../core/query/query-runner.ts';
import { storeProblem } from './store-problem.ts';

/** Where a query looks that names no time and whose caller names none. */
const WINDOW_NANOS = 15n * 60n * 1_000_000_000n;

const duration = histogram('dataprime_execution_seconds', {
  description: 'Duration of DataPrime queries in the store',
});

/** `POST /api/query`: DataPrime in, rows out. */
export const queryRoutes = (app: ServiceApp, runner: QueryRunner): void => {
  app.post(
    '/api/query',
    {
      config: { span: 'telemetry_store.execute_dataprime' },
      schema: { body: storeQueryRequest, response: { 200: queryResult } },
    },
    async (request) => {
      const { query, time_range: range, now, limit } = request.body;
      const started = performance.now();
      const nowNanos = now === undefined ? BigInt(Date.now()) * 1_000_000n : nanosOf(now);
      const timeRange = range
        ? { fromNanos: nanosOf(range.from), toNanos: nanosOf(range.to) }
        : { fromNanos: nowNanos - WINDOW_NANOS, toNanos: nowNanos };
      const outcome = await runner
        .run({ text: query, nowNanos, timeRange, limit: limit ?? null }, request.signal)
        .catch((error: unknown) => {
          throw storeProblem(error);
        });
      if (outcome.kind === 'invalid') {
        const errors = outcome.diagnostics
          .filter(({ severity }) => severity === 'error')
          .map(({ code, message, span }) => ({ path: 'body.query', code, message, start: span.start, end: span.end }));
        throw problem('INVALID_QUERY', errors[0]?.message ?? 'the query is not valid', { errors });
      }
      const ms = performance.now() - started;
      duration.record(ms / 1000);
      request.span?.setAttributes({
        'query.generated': query,
        'clearspan.row_count': outcome.result.rows.length,
        'clearspan.scanned_rows': outcome.result.scannedRows,
      });
      return wireResult(outcome.result, outcome.warnings, ms);
    },
  );
};
