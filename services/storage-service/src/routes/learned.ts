import {
  CALLER_CHARS_MAX,
  caller,
  learnedAction,
  learnedActionsOf,
  learnedLesson,
  learnedRecord,
  learnedRecords,
  learnedStored,
} from '@clearspan/contracts';
import { problem, type ServiceApp } from '@clearspan/service-kit';
import { z } from 'zod';
import type { Records } from '../core/records.ts';

const name = z.string().min(1).max(CALLER_CHARS_MAX);
const ofCaller = z.object({
  user: name,
  team: name.optional(),
  all: z.stringbool().default(false),
  evidence: z.stringbool().default(true),
});
const target = z.object({ id: z.string().min(1).max(100), action: learnedAction });

export const learnedRoutes = (app: ServiceApp, records: Records): void => {
  app.post(
    '/learned',
    {
      config: { span: 'storage_service.store_learned' },
      schema: { body: learnedLesson, response: { 200: learnedStored } },
    },
    async (request) => {
      const stored = await records.learn(request.body);
      request.span?.setAttributes({ 'database.operation': 'upsert', 'learned.kind': request.body.content.kind });
      return stored;
    },
  );
  app.get(
    '/learned',
    { schema: { querystring: ofCaller, response: { 200: learnedRecords } } },
    async ({ query: { user, team = null, all, evidence } }) => ({
      records: [...(await records.learned({ user, team }, { all, evidence }))],
    }),
  );
  app.post(
    '/learned/:id/:action',
    { schema: { params: target, body: z.object({ caller }), response: { 200: learnedRecord } } },
    async ({ params: { id, action }, body }) => {
      const found = await records.learnedRecord(id);
      if (!found) throw problem('NOT_FOUND', `nothing that was learned has the id ${id}`);
      // Undoing twice is undoing once: whoever may do the opposite may do this too.
      const either = action === 'promote' ? [found] : [found, { ...found, active: !found.active }];
      if (!either.some((record) => learnedActionsOf(record, body.caller).includes(action)))
        throw problem('FORBIDDEN', `expected a caller who may ${action} this`);
      const changed =
        action === 'promote'
          ? await records.promoteLearned(id, body.caller.user)
          : await records.setLearned(id, action === 'redo', body.caller.user);
      if (!changed) throw problem('CONFLICT', 'expected room for one more that counts for everyone, found none');
      return changed;
    },
  );
};
