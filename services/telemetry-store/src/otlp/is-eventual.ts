import type { IncomingHttpHeaders } from 'node:http';

/**
 * `clearspan-visibility: eventual` says that nobody waits to read what is sent: queries are not kept until it is stored.
 * A system that watches itself must not be slowed by what it tells of itself.
 */
export const isEventual = (headers: Pick<IncomingHttpHeaders, string>): boolean =>
  headers['clearspan-visibility'] === 'eventual';
