import type { FastifyReply } from 'fastify';

/** Fires when the connection closes before the answer was sent: nobody waits for the work any more. */
export const clientGone = (reply: FastifyReply): AbortSignal => {
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort();
  });
  return gone.signal;
};
