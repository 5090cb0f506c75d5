import type { IncomingMessage } from 'node:http';

export type Body =
  | { readonly kind: 'body'; readonly bytes: Buffer }
  | { readonly kind: 'too-large' }
  /** The client went away before it had sent everything. */
  | { readonly kind: 'cut' };

/**
 * Reads a body of at most `bodyBytesMax`. What is over the limit is read and dropped up to once the limit again, so that
 * a client which sends before it listens still gets its answer.
 */
export const readBody = (request: IncomingMessage, bodyBytesMax: number): Promise<Body> => {
  const { promise, resolve } = Promise.withResolvers<Body>();
  const chunks: Buffer[] = [];
  let bytes = 0;
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes <= bodyBytesMax) chunks.push(chunk);
    else {
      chunks.length = 0;
      if (bytes > 2 * bodyBytesMax) resolve({ kind: 'too-large' });
    }
  });
  request.on('end', () =>
    resolve(bytes > bodyBytesMax ? { kind: 'too-large' } : { kind: 'body', bytes: Buffer.concat(chunks) }),
  );
  request.on('error', () => resolve({ kind: 'cut' }));
  request.on('close', () => resolve({ kind: 'cut' }));
  if (Number(request.headers['content-length'] ?? 0) > 2 * bodyBytesMax) resolve({ kind: 'too-large' });
  return promise;
};
