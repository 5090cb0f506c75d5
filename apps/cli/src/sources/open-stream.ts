import { readBody, refused, unreachable } from './http-json.ts';
import type { Outcome } from './query-source.ts';

/** A text that is read as it comes. What is wrong comes back as a failure; a body that breaks off throws. */
export const openStream = async (url: string): Promise<Outcome<AsyncIterable<string>>> => {
  const { origin } = new URL(url);
  try {
    const response = await fetch(url, { headers: { accept: 'text/event-stream' } });
    if (response.ok && response.body) return { ok: true, value: response.body.pipeThrough(new TextDecoderStream()) };
    return { ok: false, failure: refused(origin, response.status, await readBody(response)) };
  } catch (error) {
    return { ok: false, failure: unreachable(origin, error) };
  }
};
