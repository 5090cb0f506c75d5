import type { MeshClient } from '@clearspan/mesh';
import { problem, type ServiceApp } from '@clearspan/service-kit';
import { failureOf, QUERY_MS } from '../downstream/pipeline-services.ts';

/**
 * Jaeger's query API, passed to the store and back, so that its page and Grafana's Jaeger source work with
 * `http://localhost:8010/jaeger` as their address.
 */
export const jaegerRoute = (app: ServiceApp, mesh: MeshClient): void => {
  app.get(
    '/jaeger/api/*',
    // An interface of another project: its own documents describe it.
    { schema: { hide: true } },
    async (request, reply) => {
      const answer = await mesh.stream({
        service: 'telemetry-store',
        method: 'GET',
        path: request.url,
        deadlineMs: QUERY_MS,
        signal: request.signal,
      });
      const json = reply.type('application/json; charset=utf-8');
      if (answer.ok) return json.code(answer.status).send(answer.body);
      const { status, message } = answer.error;
      if (status === undefined) throw problem(failureOf(answer.error).code, message);
      const refusal = { data: null, total: 0, limit: 0, offset: 0, errors: [{ code: status, msg: message }] };
      return json.code(status).serializer(JSON.stringify).send(refusal);
    },
  );
};
