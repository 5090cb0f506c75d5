import {
  CALLER_CHARS_MAX,
  CONVERSATION_TURNS_MAX,
  conversationId,
  historyEntry,
  historyItem,
  historyPage,
  historyTurns,
  recordCounts,
  storedHistory,
} from '@clearspan/contracts';
import { problem, type ServiceApp } from '@clearspan/service-kit';
import { z } from 'zod';
import type { Records } from '../core/records.ts';

const PAGE_ITEMS = 50;
const PAGE_ITEMS_MAX = 200;

const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(PAGE_ITEMS_MAX).default(PAGE_ITEMS),
  cursor: z
    .string()
    .regex(/^\d{1,15}$/, 'expected a cursor that an earlier page gave')
    .optional(),
});
const ofConversation = z.object({ conversation_id: conversationId, user: z.string().min(1).max(CALLER_CHARS_MAX) });
const historyQuery = pageQuery.extend(ofConversation.partial().shape);
const byId = z.object({ id: z.string().min(1).max(100) });

export const historyRoutes = (app: ServiceApp, records: Records): void => {
  app.post('/history', { schema: { body: historyEntry, response: { 201: storedHistory } } }, async (request, reply) => {
    const outcome = await records.addHistory(request.body);
    request.span?.setAttributes({ 'database.operation': 'insert', 'storage.record_id': outcome.id });
    return reply.code(201).send(outcome);
  });
  app.get('/history', { schema: { querystring: historyQuery, response: { 200: historyPage } } }, ({ query }) => {
    const { conversation_id: id, user } = query;
    const of = id === undefined || user === undefined ? null : { conversationId: id, user };
    return records.history(query.limit, query.cursor ?? null, of);
  });
  app.get(
    '/history/turns',
    { schema: { querystring: ofConversation, response: { 200: historyTurns } } },
    async ({ query: { conversation_id: id, user } }) => ({
      turns: [...(await records.turns({ conversationId: id, user }, CONVERSATION_TURNS_MAX))],
    }),
  );
  app.get('/history/:id', { schema: { params: byId, response: { 200: historyItem } } }, async ({ params: { id } }) => {
    const item = await records.historyItem(id);
    if (!item) throw problem('NOT_FOUND', `no question ${id} in the history`);
    return item;
  });
  app.get('/counts', { schema: { response: { 200: recordCounts } } }, () => records.counts());
};
