import type { FastifyReply } from 'fastify';

/**
 * Fires when the exchange is over: the client went away, or it was answered by something else (its deadline). Nobody waits
 * for the work any more. The framework's own signal is of no use here: it fires when the request's body has been read.
 */
export const clientGone = (reply: FastifyReply): AbortSignal => {
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  return gone.signal;
};
