import { queryResult, storeQueryRequest } from '@clearspan/contracts';
import { histogram } from '@clearspan/instrumentation';
import { problem, type ServiceApp } from '@clearspan/service-kit';
import { rfc3339Nanos, wireResult } from '@clearspan/telemetry-store';
import { DEFAULT_WINDOW_NANOS } from '../core/query/default-window.ts';
import type { QueryRunner } from '../core/query/query-runner.ts';
import { storeProblem } from './store-problem.ts';

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
      const { query, time_range: range, now, limit = null, records = null, parameters = {} } = request.body;
      const started = performance.now();
      const nowNanos = now === undefined ? BigInt(Date.now()) * 1_000_000n : rfc3339Nanos(now);
      const timeRange = range
        ? { fromNanos: rfc3339Nanos(range.from), toNanos: rfc3339Nanos(range.to) }
        : { fromNanos: nowNanos - DEFAULT_WINDOW_NANOS, toNanos: nowNanos };
      const outcome = await runner
        .run({ text: query, nowNanos, timeRange, limit, records, parameters }, request.signal)
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
