import { type InsightsResponse, insightsResponse, storedProcessing, taskView } from '@clearspan/contracts';
import type { MeshClient } from '@clearspan/mesh';
import type { ServiceApp } from '@clearspan/service-kit';
import { z } from 'zod';
import { forwarded } from '../downstream/forwarded.ts';
import { callFor } from '../downstream/pipeline-services.ts';

/** `GET /api/insights/:task_id`: how far the background task is, and what it found once it is done. */
export const insightsRoute = (app: ServiceApp, mesh: MeshClient): void => {
  app.get(
    '/api/insights/:task_id',
    {
      schema: {
        summary: 'What the background task found',
        tags: ['ask'],
        params: z.object({ task_id: z.string().max(200) }),
        response: { 200: insightsResponse },
      },
    },
    async ({ params }): Promise<InsightsResponse> => {
      const id = encodeURIComponent(params.task_id);
      const task = await forwarded(mesh, taskView, { service: 'queue-service', method: 'GET', path: `/status/${id}` });
      const base = { task_id: task.message_id, status: task.status, ...(task.error ? { error: task.error } : {}) };
      if (task.status !== 'completed') return base;
      const record = await callFor(mesh, storedProcessing, {
        service: 'storage-service',
        method: 'GET',
        path: `/processing/${id}`,
      });
      if (!record.ok) return { ...base, error: record.message };
      const { complexity, insights, transformed, stored_at } = record.value;
      return { ...base, complexity, insights, transformed, stored_at };
    },
  );
};
