import type { ServiceApp } from '@clearspan/service-kit';

const PAGE_POLICY = [
  "default-src 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** The API's documentation page brings styles and pictures inside its code; scripts stay files of this origin. */
const DOCS_POLICY = `${PAGE_POLICY}; style-src 'self' 'unsafe-inline'; img-src 'self' data:`;

/** On every answer: what a page from here may load, and that nothing is guessed about its type. */
export const securityHeaders = (app: ServiceApp): void => {
  app.addHook('onSend', async (request, reply) => {
    reply.headers({
      'Content-Security-Policy': request.url.startsWith('/api/docs') ? DOCS_POLICY : PAGE_POLICY,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
    });
  });
};
