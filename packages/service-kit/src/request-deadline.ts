import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ProblemError, problem } from './problem.ts';
import type { ServiceApp } from './service-app.ts';

/** Milliseconds the caller still has for this request, by its `X-Deadline-Ms`; null when it does not say. */
const givenMs = (request: FastifyRequest): number | null => {
  const ms = Number(request.headers['x-deadline-ms']);
  return Number.isFinite(ms) && ms > 0 ? ms : null;
};

/** Milliseconds this request may take: the caller's time, or the route's, whichever is shorter. */
export const allowedMs = (request: FastifyRequest): number => {
  const { handlerTimeout } = request.routeOptions;
  return Math.min(givenMs(request) ?? Number.POSITIVE_INFINITY, handlerTimeout || Number.POSITIVE_INFINITY);
};

const tooLate = (ms: number): ProblemError =>
  problem('DEADLINE_EXCEEDED', `expected an answer within the ${Math.round(ms)} ms the caller had left, found none`);

const endAfter = (request: FastifyRequest, reply: FastifyReply, ms: number): void => {
  const controller = new AbortController();
  let either: AbortSignal | undefined;
  // Most handlers never look at it, so it is only made when one does.
  Object.defineProperty(request, 'signal', {
    get: () => {
      const own: AbortSignal = Reflect.get(Object.getPrototypeOf(request), 'signal', request);
      either ??= AbortSignal.any([own, controller.signal]);
      return either;
    },
  });
  const timer = setTimeout(() => {
    // The caller's time is for the head of the answer: a body that is under way may go on.
    if (reply.raw.headersSent || reply.sent) return;
    const late = tooLate(ms);
    controller.abort(late);
    if (!reply.sent) reply.send(late);
  }, ms);
  reply.raw.once('close', () => clearTimeout(timer));
};

/**
 * A request ends when its caller no longer waits for it: `request.signal` fires and the answer is a 504. The time a
 * route has of its own (`handlerTimeout`) is kept by Fastify.
 */
export const requestDeadline = (app: ServiceApp): void => {
  app.addHook('onRequest', (request, reply, done) => {
    const ms = givenMs(request);
    if (ms !== null && ms <= allowedMs(request)) endAfter(request, reply, ms);
    done();
  });
};
