import type { MeshClient } from '@clearspan/mesh';
import { problem, type ServiceApp } from '@clearspan/service-kit';
import { z } from 'zod';
import { failureOf, QUERY_MS } from '../downstream/pipeline-services.ts';

/** `POST /api/v1/dataprime/query`: passed to the store and back as it streams, so DataPrime clients work by host alone. */
export const directQueryRoute = (app: ServiceApp, mesh: MeshClient): void => {
  app.post(
    '/api/v1/dataprime/query',
    { schema: { summary: 'The DataPrime direct-query API', tags: ['telemetry'], body: z.looseObject({}) } },
    async (request, reply) => {
      const answer = await mesh.stream({
        service: 'telemetry-store',
        method: 'POST',
        path: '/api/v1/dataprime/query',
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
    },
  );
};
