import { processingRecord, processingStored, storedProcessing } from '@clearspan/contracts';
import { problem, type ServiceApp } from '@clearspan/service-kit';
import { z } from 'zod';
import type { Records } from '../core/records.ts';

const byTask = z.object({ task_id: z.string().min(1).max(100) });

export const processingRoutes = (app: ServiceApp, records: Records): void => {
  app.put(
    '/processing/:task_id',
    {
      config: { span: 'storage_service.store_processing_data' },
      schema: { params: byTask, body: processingRecord, response: { 200: processingStored, 201: processingStored } },
    },
    async (request, reply) => {
      const outcome = await records.putProcessing(request.params.task_id, request.body);
      request.span?.setAttributes({ 'database.operation': 'upsert', 'storage.record_id': outcome.record_id });
      return reply.code(outcome.created ? 201 : 200).send(outcome);
    },
  );
  app.get(
    '/processing/:task_id',
    { schema: { params: byTask, response: { 200: storedProcessing } } },
    async ({ params }) => {
      const record = await records.processing(params.task_id);
      if (!record) throw problem('NOT_FOUND', `nothing is stored for task ${params.task_id}`);
      return record;
    },
  );
};
