import type { MeshClient } from '@clearspan/mesh';
import { problem, type ServiceApp } from '@clearspan/service-kit';
import { z } from 'zod';
import { failureOf, QUERY_MS } from '../downstream/pipeline-services.ts';

const ROUTES = [
  { path: '/api/v1/dataprime/query', summary: 'The DataPrime direct-query API' },
  { path: '/api/v1/dataprime/background-query', summary: 'Submit a query that runs in the background' },
  { path: '/api/v1/dataprime/background-query/status', summary: 'How far a background query is' },
  { path: '/api/v1/dataprime/background-query/data', summary: 'The results of a background query' },
  { path: '/api/v1/dataprime/background-query/cancel', summary: 'End a background query' },
] as const;

const passOn = (app: ServiceApp, mesh: MeshClient, { path, summary }: (typeof ROUTES)[number]): void => {
  app.post(path, { schema: { summary, tags: ['telemetry'], body: z.looseObject({}) } }, async (request, reply) => {
    const answer = await mesh.stream({
      service: 'telemetry-store',
      method: 'POST',
      path,
      body: request.body,
      deadlineMs: QUERY_MS,
      signal: request.signal,
    });
    if (!answer.ok) {
      const { status, problem: told, message } = answer.error;
      if (status === undefined || told !== undefined) throw problem(failureOf(answer.error).code, message);
      // The store's refusals are in the form that clients of this interface read, with a status they know.
      return reply.code(status).type('application/json; charset=utf-8').serializer(JSON.stringify).send({ message });
    }
    return reply
      .code(answer.status)
      .header('content-type', answer.headers['content-type'] ?? 'application/x-ndjson')
      .send(answer.body);
  });
};

/** The direct-query API: passed to the store and back as it streams, so DataPrime clients work by host alone. */
export const directQueryRoutes = (app: ServiceApp, mesh: MeshClient): void => {
  for (const route of ROUTES) passOn(app, mesh, route);
};
