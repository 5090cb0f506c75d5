import { feedbackRequest, feedbackStats, feedbackStored } from '@clearspan/contracts';
import type { ServiceApp } from '@clearspan/service-kit';
import type { Records } from '../core/records.ts';

export const feedbackRoutes = (app: ServiceApp, records: Records): void => {
  app.post(
    '/feedback',
    {
      config: { span: 'storage_service.store_feedback' },
      schema: { body: feedbackRequest, response: { 201: feedbackStored } },
    },
    async (request, reply) => {
      const stored = await records.addFeedback(request.body);
      request.span?.setAttributes({
        'database.operation': 'insert',
        'feedback.rating': request.body.rating,
        'storage.record_id': stored.feedback_id,
      });
      return reply.code(201).send(stored);
    },
  );
  app.get('/feedback/stats', { schema: { response: { 200: feedbackStats } } }, () => records.feedbackStats());
};
