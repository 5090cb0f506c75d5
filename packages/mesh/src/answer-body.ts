import type { Readable } from 'node:stream';

export type Body = { readonly ok: true; readonly data: unknown } | { readonly ok: false; readonly reason: string };

const isJson = (contentType: string): boolean => /^application\/(?:[\w.+-]+\+)?json\b/i.test(contentType);

/** Reads a whole body, at most `bytesMax`, and parses it where it says it is JSON. Throws what the stream throws. */
export const readBody = async (stream: Readable, contentType: string, bytesMax: number): Promise<Body> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    // Leaving the loop destroys the stream, and with it the connection.
    if (bytes > bytesMax) return { ok: false, reason: `expected an answer of at most ${bytesMax} bytes, found more` };
    chunks.push(chunk);
  }
  if (bytes === 0) return { ok: true, data: null };
  const text = Buffer.concat(chunks).toString('utf8');
  if (!isJson(contentType)) return { ok: true, data: text };
  try {
    return { ok: true, data: JSON.parse(text) };
  } catch {
    return { ok: false, reason: 'the answer says it is JSON and is not' };
  }
};
