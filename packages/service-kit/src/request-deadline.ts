import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ProblemError, problem } from './problem.ts';
import type { ServiceApp } from './service-app.ts';

/** Milliseconds the caller still has for this request, by its `X-Deadline-Ms`; infinite when it does not say. */
const givenMs = (request: FastifyRequest): number => {
  const ms = Number(request.headers['x-deadline-ms']);
  return Number.isFinite(ms) && ms > 0 ? ms : Number.POSITIVE_INFINITY;
};

const tooLate = (ms: number): ProblemError =>
  problem('DEADLINE_EXCEEDED', `expected an answer within ${Math.round(ms)} ms, found none`);

const gone = (): Error => Object.assign(new Error('the client is gone'), { name: 'AbortError' });

/**
 * Fastify's own signal and `handlerTimeout` follow the request stream, which Node closes as soon as a body was read:
 * with a body the one would fire at once and the other never. This follows the answer instead.
 */
const follow = (request: FastifyRequest, reply: FastifyReply): void => {
  const controller = new AbortController();
  Object.defineProperty(request, 'signal', { value: controller.signal });
  const timer = setTimeout(() => {
    // The time is for the head of the answer: a body that is under way may go on.
    if (reply.raw.headersSent || reply.sent) return;
    const late = tooLate(request.allowedMs);
    controller.abort(late);
    if (!reply.sent) reply.send(late);
    // How the handler ends after that is for nobody: Fastify would take it for a second answer and warn of it.
    reply.log = reply.log.child({}, { level: 'silent' });
  }, request.allowedMs);
  reply.raw.once('close', () => {
    clearTimeout(timer);
    if (!reply.raw.writableFinished) controller.abort(gone());
  });
};

/**
 * A request ends when nobody waits for it any longer: after the time its caller has left or its route allows, with a
 * 504, or when the client is gone. Either way `request.signal` fires.
 */
export const requestDeadline = (app: ServiceApp, requestMs: number): void => {
  app.decorateRequest('allowedMs', requestMs);
  app.addHook('onRequest', (request, reply, done) => {
    request.allowedMs = Math.min(givenMs(request), request.routeOptions.config?.requestMs ?? requestMs);
    follow(request, reply);
    done();
  });
};
