import { problem, type ServiceApp } from '@clearspan/service-kit';

const READS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);
/** `none`: somebody typed the address. Without the header it is no browser that asks. */
const OWN: ReadonlySet<unknown> = new Set([undefined, 'same-origin', 'none']);

/**
 * Refuses what a page of another origin, another port of this machine included, would change here. A body needs a
 * content type that such a page may not send by itself; a request without a body has nothing but this header.
 */
export const sameOriginOnly = (app: ServiceApp): void => {
  app.addHook('onRequest', async (request) => {
    const site = request.headers['sec-fetch-site'];
    if (READS.has(request.method) || OWN.has(site)) return;
    throw problem('FORBIDDEN', `expected a request of the page served here, found one that is ${JSON.stringify(site)}`);
  });
};
