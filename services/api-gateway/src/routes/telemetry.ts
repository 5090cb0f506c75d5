import { catalog, queryResult, storeQueryRequest, storeStats, traceResponse } from '@clearspan/contracts';
import type { MeshClient } from '@clearspan/mesh';
import type { ServiceApp } from '@clearspan/service-kit';
import { z } from 'zod';
import { forwarded } from '../downstream/forwarded.ts';
import { QUERY_MS } from '../downstream/pipeline-services.ts';

const service = 'telemetry-store';

/** Reading the telemetry store: a query, a trace, the fields of the data, what it holds. */
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
