import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Gate } from './gate.ts';

/** What is asked about the service, not of it: it goes on during a deploy, and makes no spans. */
const ASIDE = /^\/(?:faults|health|metrics)(?:[/?]|$)/;

/**
 * Puts the gate before the handler of a server. A hook of a route would be too late: the span of a request has begun by
 * then, and a request that waits must begin its span with the telemetry of after the deploy.
 */
export const guardRequests = (server: Server, gate: Gate): void => {
  const handlers = server.listeners('request');
  server.removeAllListeners('request');
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    for (const handler of handlers) Reflect.apply(handler, server, [request, response]);
  };
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (ASIDE.test(request.url ?? '')) return handle(request, response);
    return gate.enter(() => {
      // Nobody waits for an answer any longer.
      if (response.destroyed) return;
      response.once('close', gate.hold());
      handle(request, response);
    });
  });
};
