import { conversationId, historyItem, historyPage } from '@clearspan/contracts';
import type { MeshClient } from '@clearspan/mesh';
import type { ServiceApp } from '@clearspan/service-kit';
import { z } from 'zod';
import { forwarded } from '../downstream/forwarded.ts';
import type { RequireCaller } from './caller.ts';

const service = 'storage-service';
const paging = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional(),
  conversation_id: conversationId.optional(),
});

export const historyRoutes = (app: ServiceApp, mesh: MeshClient, callerOf: RequireCaller): void => {
  app.get(
    '/api/history',
    {
      schema: {
        summary: 'Past questions, newest first',
        tags: ['ask'],
        querystring: paging,
        response: { 200: historyPage },
      },
    },
    (request) => {
      const { limit, cursor, conversation_id: id } = request.query;
      return forwarded(mesh, historyPage, {
        service,
        method: 'GET',
        path: '/history',
        query: {
          limit: String(limit),
          ...(cursor ? { cursor } : {}),
          ...(id ? { conversation_id: id, user: callerOf(request).user } : {}),
        },
      });
    },
  );
  app.get(
    '/api/history/:id',
    {
      schema: {
        summary: 'One past question',
        tags: ['ask'],
        params: z.object({ id: z.string().max(200) }),
        response: { 200: historyItem },
      },
    },
    ({ params }) =>
      forwarded(mesh, historyItem, { service, method: 'GET', path: `/history/${encodeURIComponent(params.id)}` }),
  );
};
