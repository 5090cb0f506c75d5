import {
  catalog,
  fieldQuery,
  fieldStats,
  metricQuery,
  metricResponse,
  metricsQuery,
  metricsResponse,
  patternsQuery,
  patternsResponse,
  queryResult,
  redQuery,
  redResponse,
  serviceMap,
  storeQueryRequest,
  storeStats,
  traceResponse,
  traceSearch,
  traceSearchQuery,
  windowQuery,
} from '@clearspan/contracts';
import type { MeshClient } from '@clearspan/mesh';
import type { ServiceApp } from '@clearspan/service-kit';
import { z } from 'zod';
import { asQuery } from '../downstream/as-query.ts';
import { forwarded } from '../downstream/forwarded.ts';
import { QUERY_MS } from '../downstream/pipeline-services.ts';

const service = 'telemetry-store';

interface Asked {
  readonly path: string;
  readonly summary: string;
  readonly question: z.ZodType<object>;
  readonly answer: z.ZodType;
}

/** What is asked by a query string. */
const ASKED: readonly Asked[] = [
  { path: '/api/traces', summary: 'Find traces', question: traceSearchQuery, answer: traceSearch },
  { path: '/api/service-map', summary: 'Who calls whom', question: windowQuery, answer: serviceMap },
  {
    path: '/api/patterns',
    summary: 'Log records by the shape of their texts',
    question: patternsQuery,
    answer: patternsResponse,
  },
  { path: '/api/field', summary: 'What a field has', question: fieldQuery, answer: fieldStats },
  { path: '/api/red', summary: 'Rate, errors and durations', question: redQuery, answer: redResponse },
  { path: '/api/metrics', summary: 'The metrics that are held', question: metricsQuery, answer: metricsResponse },
  { path: '/api/metrics/query', summary: 'A metric over time', question: metricQuery, answer: metricResponse },
];

/** Reading the telemetry store: queries, traces, what was made of spans, metrics, the fields of the data, what it holds. */
export const telemetryRoutes = (app: ServiceApp, mesh: MeshClient): void => {
  app.post(
    '/api/query',
    {
      schema: {
        summary: 'Run DataPrime',
        tags: ['telemetry'],
        body: storeQueryRequest,
        response: { 200: queryResult },
      },
    },
    ({ body }) =>
      forwarded(mesh, queryResult, { service, method: 'POST', path: '/api/query', body, deadlineMs: QUERY_MS }),
  );
  for (const { path, summary, question, answer } of ASKED) {
    app.get(
      path,
      { schema: { summary, tags: ['telemetry'], querystring: question, response: { 200: answer } } },
      ({ query }) =>
        forwarded(mesh, answer, { service, method: 'GET', path, query: asQuery(query), deadlineMs: QUERY_MS }),
    );
  }
  app.get(
    '/api/traces/:id',
    {
      schema: {
        summary: 'Every span of a trace',
        tags: ['telemetry'],
        params: z.object({ id: z.string().max(64) }),
        response: { 200: traceResponse },
      },
    },
    ({ params }) =>
      forwarded(mesh, traceResponse, {
        service,
        method: 'GET',
        path: `/api/traces/${encodeURIComponent(params.id)}`,
        deadlineMs: QUERY_MS,
      }),
  );
  app.get(
    '/api/catalog',
    { schema: { summary: 'The fields and values the data has', tags: ['telemetry'], response: { 200: catalog } } },
    () => forwarded(mesh, catalog, { service, method: 'GET', path: '/api/catalog' }),
  );
  app.get(
    '/api/store/stats',
    { schema: { summary: 'What the store holds', tags: ['telemetry'], response: { 200: storeStats } } },
    () => forwarded(mesh, storeStats, { service, method: 'GET', path: '/api/store/stats' }),
  );
};
