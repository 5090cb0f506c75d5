import {
  feedbackRequest,
  feedbackResponse,
  feedbackStats,
  feedbackStored,
  type LearnRequest,
  type LearnResponse,
  learnResponse,
} from '@clearspan/contracts';
import { rootOf } from '@clearspan/instrumentation';
import type { MeshClient } from '@clearspan/mesh';
import type { ServiceApp } from '@clearspan/service-kit';
import { forwarded } from '../downstream/forwarded.ts';
import { callFor } from '../downstream/pipeline-services.ts';
import type { RequireCaller } from './caller.ts';

const service = 'storage-service';

const NOT_NOW: LearnResponse = { learned: [], not_learned: 'learning is not possible now' };

/** Feedback is kept whether or not something can be learned from it: a failure here is told, and no more. */
const learn = async (mesh: MeshClient, body: LearnRequest): Promise<LearnResponse> => {
  const outcome = await callFor(mesh, learnResponse, {
    service: 'query-service',
    method: 'POST',
    path: '/learn',
    body,
  });
  return outcome.ok ? outcome.value : NOT_NOW;
};

export const feedbackRoutes = (app: ServiceApp, mesh: MeshClient, callerOf: RequireCaller): void => {
  app.post(
    '/api/feedback',
    {
      config: { span: 'api_gateway.submit_feedback' },
      schema: { summary: 'Rate an answer', tags: ['ask'], body: feedbackRequest, response: { 201: feedbackResponse } },
    },
    async (request, reply) => {
      const { traceId, spanId } = rootOf(request.span);
      const caller = callerOf(request);
      request.span?.setAttribute('feedback.rating', request.body.rating);
      const stored = await forwarded(mesh, feedbackStored, {
        service,
        method: 'POST',
        path: '/feedback',
        body: { ...request.body },
      });
      const { user_input, generated_query, corrected_query = null, rating } = request.body;
      const { feedback_id } = stored;
      const lesson = await learn(mesh, { caller, feedback_id, user_input, generated_query, corrected_query, rating });
      return reply.code(201).send({ success: true, ...stored, ...lesson, trace_id: traceId, span_id: spanId });
    },
  );
  app.get(
    '/api/feedback/stats',
    { schema: { summary: 'How answers were rated', tags: ['ask'], response: { 200: feedbackStats } } },
    () => forwarded(mesh, feedbackStats, { service, method: 'GET', path: '/feedback/stats' }),
  );
};
