import { metricQuery, metricResponse, metricsQuery, metricsResponse } from '@clearspan/contracts';
import { problem, type ServiceApp } from '@clearspan/service-kit';
import type { TelemetryStore } from '@clearspan/telemetry-store';
import type { Ingest } from '../core/ingest.ts';
import { type ListParts, listMetrics } from '../core/metrics/list-metrics.ts';
import { type MetricParts, readMetric } from '../core/metrics/read-metric.ts';
import { windowOf } from '../core/window.ts';
import { READ_FLUSH_MS } from '../limits.ts';
import { storeProblem } from './store-problem.ts';

export interface MetricRouteParts {
  readonly store: Pick<TelemetryStore, 'query'>;
  readonly ingest: Pick<Ingest, 'flushed'>;
  readonly limits: MetricParts['limits'] & ListParts['limits'];
}

/** `GET /api/metrics`, the metrics that are held; `GET /api/metrics/query`, one of them over time. */
export const metricRoutes = (app: ServiceApp, { store, ingest, limits }: MetricRouteParts): void => {
  app.get(
    '/api/metrics',
    {
      config: { span: 'telemetry_store.list_metrics' },
      schema: { querystring: metricsQuery, response: { 200: metricsResponse } },
    },
    async (request) => {
      await ingest.flushed(READ_FLUSH_MS);
      return listMetrics({ store, limits }, request.query, request.signal).catch((error: unknown) => {
        throw storeProblem(error);
      });
    },
  );
  app.get(
    '/api/metrics/query',
    {
      config: { span: 'telemetry_store.query_metric' },
      schema: { querystring: metricQuery, response: { 200: metricResponse } },
    },
    async (request) => {
      const { query, signal } = request;
      await ingest.flushed(READ_FLUSH_MS);
      const window = windowOf(query, Date.now());
      const outcome = await readMetric({ store, limits }, query, window, signal).catch((error: unknown) => {
        throw storeProblem(error);
      });
      switch (outcome.kind) {
        case 'found':
          return outcome.answer;
        case 'unknown':
          throw problem('NOT_FOUND', `no metric ${JSON.stringify(query.metric)} is held`);
        case 'invalid': {
          const { path, message } = outcome.fault;
          throw problem('INVALID_QUERY', message, { errors: [{ path: `querystring.${path}`, message }] });
        }
      }
    },
  );
};
