import type { ServiceApp } from '@clearspan/service-kit';
import { sessionOf } from './session-cookie.ts';
import type { Sessions } from './sessions.ts';

/** Gives each visitor of a page a session, and notes that it was seen; whatever the answer is. */
export const knowVisitors = (app: ServiceApp, sessions: Sessions): void => {
  app.addHook('onRequest', async (request, reply) => {
    if (request.span === null) return;
    const { id, setCookie } = sessionOf(request.headers.cookie);
    sessions.seen(id);
    request.span.setAttribute('session.id', id);
    if (setCookie !== null) reply.header('set-cookie', setCookie);
  });
};
