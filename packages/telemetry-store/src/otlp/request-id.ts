import { createHash } from 'node:crypto';

/** Hexadecimal digits of the hash that names a request: 80 bits. */
const DIGITS = 20;

/**
 * Names a request by what it holds, so that a replay gives its records the same `logid`. A client that sends the same
 * body twice sends the same records twice.
 */
export const requestIdOf = (body: Uint8Array): string =>
  createHash('sha256').update(body).digest('hex').slice(0, DIGITS);
