import { aliasRequest, type Caller, learnedAction, learnedItem, learnedList } from '@clearspan/contracts';
import type { MeshClient } from '@clearspan/mesh';
import type { ServiceApp } from '@clearspan/service-kit';
import { z } from 'zod';
import { forwarded } from '../downstream/forwarded.ts';
import type { RequireCaller } from './caller.ts';

const service = 'query-service';

const asQuery = ({ user, team, admin }: Caller, all: boolean): Record<string, string> => ({
  user,
  ...(team === null ? {} : { team }),
  admin: String(admin),
  all: String(all),
});

/** What was learned from corrections: listed with its evidence, added to, undone. */
export const learnedRoutes = (app: ServiceApp, mesh: MeshClient, callerOf: RequireCaller): void => {
  app.get(
    '/api/learned',
    {
      schema: {
        summary: 'What was learned, and from what',
        tags: ['ask'],
        querystring: z.object({ all: z.stringbool().default(false) }),
        response: { 200: learnedList },
      },
    },
    (request) =>
      forwarded(mesh, learnedList, {
        service,
        method: 'GET',
        path: '/learned',
        query: asQuery(callerOf(request), request.query.all),
      }),
  );
  app.post(
    '/api/learned',
    {
      schema: {
        summary: 'Write down what words stand for',
        tags: ['ask'],
        body: aliasRequest,
        response: { 201: learnedItem },
      },
    },
    async (request, reply) => {
      const body = { caller: callerOf(request), alias: request.body };
      const added = await forwarded(mesh, learnedItem, { service, method: 'POST', path: '/learned', body });
      return reply.code(201).send(added);
    },
  );
  for (const action of learnedAction.options)
    app.post(
      `/api/learned/:id/${action}`,
      {
        schema: {
          summary: { undo: 'Undo what was learned', redo: 'Let it count again', promote: 'Let it count for everyone' }[
            action
          ],
          tags: ['ask'],
          params: z.object({ id: z.string().min(1).max(100) }),
          response: { 200: learnedItem },
        },
      },
      (request) =>
        forwarded(mesh, learnedItem, {
          service,
          method: 'POST',
          path: `/learned/${encodeURIComponent(request.params.id)}/${action}`,
          body: { caller: callerOf(request) },
        }),
    );
};
