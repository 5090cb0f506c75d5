import { feedbackRequest, feedbackResponse, feedbackStats, feedbackStored } from '@clearspan/contracts';
import { rootOf } from '@clearspan/instrumentation';
import type { MeshClient } from '@clearspan/mesh';
import type { ServiceApp } from '@clearspan/service-kit';
import { forwarded } from '../downstream/forwarded.ts';

const service = 'storage-service';

export const feedbackRoutes = (app: ServiceApp, mesh: MeshClient): void => {
  app.post(
    '/api/feedback',
    {
      config: { span: 'api_gateway.submit_feedback' },
      schema: { summary: 'Rate an answer', tags: ['ask'], body: feedbackRequest, response: { 201: feedbackResponse } },
    },
    async (request, reply) => {
      const { traceId, spanId } = rootOf(request.span);
      request.span?.setAttribute('feedback.rating', request.body.rating);
      const stored = await forwarded(mesh, feedbackStored, {
        service,
        method: 'POST',
        path: '/feedback',
        body: { ...request.body },
      });
      return reply.code(201).send({ success: true, ...stored, trace_id: traceId, span_id: spanId });
    },
  );
  app.get(
    '/api/feedback/stats',
    { schema: { summary: 'How answers were rated', tags: ['ask'], response: { 200: feedbackStats } } },
    () => forwarded(mesh, feedbackStats, { service, method: 'GET', path: '/feedback/stats' }),
  );
};
