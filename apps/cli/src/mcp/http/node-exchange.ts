import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const headersOf = ({ headers }: IncomingMessage): Headers => {
  const held = new Headers();
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) held.set(name, Array.isArray(value) ? value.join(', ') : value);
  return held;
};

/** A request as the web has it. Its signal says when nobody waits for the answer any more. */
export const webRequest = (message: IncomingMessage, answer: ServerResponse, url: URL): Request => {
  const gone = new AbortController();
  answer.once('close', () => {
    if (!answer.writableFinished) gone.abort();
  });
  const method = message.method ?? 'GET';
  const hasBody = method !== 'GET' && method !== 'HEAD';
  return new Request(url, {
    method,
    headers: headersOf(message),
    signal: gone.signal,
    ...(hasBody ? { body: Readable.toWeb(message) as ReadableStream, duplex: 'half' } : {}),
  });
};

/** Writes an answer as it comes; ends when it ends, or when nobody reads it any more. */
export const sendResponse = async (response: Response, answer: ServerResponse): Promise<void> => {
  // What is not read of a request would stand before the next one.
  if (!answer.req.complete) answer.setHeader('connection', 'close');
  answer.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.body === null) {
    answer.end();
    return;
  }
  // A stream may have nothing to say for long.
  answer.flushHeaders();
  try {
    await pipeline(Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]), answer);
  } catch (error) {
    if (!answer.destroyed) throw error;
  }
};
