import { tailQuery } from '@clearspan/contracts';
import type { MeshClient } from '@clearspan/mesh';
import { problem, type ServiceApp } from '@clearspan/service-kit';
import { asQuery } from '../downstream/as-query.ts';
import { failureOf } from '../downstream/pipeline-services.ts';

/** `GET /api/tail`: passed to the store and back for as long as it goes on. */
export const tailRoute = (app: ServiceApp, mesh: MeshClient): void => {
  app.get(
    '/api/tail',
    { schema: { summary: 'Records as they arrive', tags: ['telemetry'], querystring: tailQuery } },
    async (request, reply) => {
      const answer = await mesh.stream({
        service: 'telemetry-store',
        method: 'GET',
        path: '/api/tail',
        query: asQuery(request.query),
        signal: request.signal,
      });
      if (!answer.ok) {
        const { code, message, errors } = failureOf(answer.error);
        throw problem(code, message, { errors });
      }
      return reply
        .header('content-type', answer.headers['content-type'] ?? 'text/event-stream')
        .header('cache-control', 'no-store')
        .send(answer.body);
    },
  );
};
