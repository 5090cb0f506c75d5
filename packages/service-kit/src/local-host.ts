import { isLoopback } from './config.ts';
import { problem } from './problem.ts';
import type { ServiceApp } from './service-app.ts';

/**
 * Refuses requests that do not name this machine. A page of another site can point its own name at 127.0.0.1 and have a
 * browser here ask in its name (DNS rebinding); nothing but the Host header tells such a request from a local one.
 */
export const localHostOnly = (app: ServiceApp): void => {
  app.addHook('onRequest', async (request) => {
    const name = request.hostname?.replace(/^\[|\]$/g, '') ?? '';
    if (name === '' || isLoopback(name)) return;
    throw problem(
      'FORBIDDEN',
      `expected a request to this machine, such as localhost, found the host ${JSON.stringify(name)}`,
    );
  });
};
