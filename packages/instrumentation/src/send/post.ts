import { Buffer } from 'node:buffer';
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { VERSION } from '../version.ts';

/** What became of one request. Only what passes is worth another. */
export type Posted =
  | { readonly kind: 'taken'; readonly answer: Buffer }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'later'; readonly reason: string; readonly afterMs: number | null };

export interface Poster {
  /** Never rejects. */
  post(path: string, body: Uint8Array, msMax: number): Promise<Posted>;
  /** Closes connections that nothing is sent over. */
  close(): void;
}

const ANSWER_BYTES_MAX = 65_536;
const PASSING_STATUSES = new Set([429, 502, 503, 504]);
const PASSING_CODES = new Set([
  'ABORT_ERR',
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'ENOTFOUND',
  'ENETUNREACH',
  'EHOSTUNREACH',
]);

/** Seconds, or a date. */
const retryAfterMs = (text: string | undefined): number | null => {
  if (text === undefined) return null;
  const seconds = Number(text);
  const ms = Number.isNaN(seconds) ? Date.parse(text) - Date.now() : seconds * 1_000;
  return Number.isNaN(ms) ? null : Math.max(0, ms);
};

/** Reads to the end, so that the connection can be used again; of a long answer only the beginning is kept. */
const readAnswer = async (response: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    if (bytes < ANSWER_BYTES_MAX) chunks.push(chunk);
    bytes += chunk.length;
  }
  return Buffer.concat(chunks);
};

const outcomeOf = async (response: IncomingMessage): Promise<Posted> => {
  const { statusCode: status = 0, headers } = response;
  const answer = await readAnswer(response);
  if (status >= 200 && status < 300) return { kind: 'taken', answer };
  const reason = `status ${status}`;
  return PASSING_STATUSES.has(status)
    ? { kind: 'later', reason, afterMs: retryAfterMs(headers['retry-after']) }
    : { kind: 'refused', reason };
};

const failureOf = (error: unknown): Posted => {
  const { code = '', message } = error as NodeJS.ErrnoException;
  const reason = code || message;
  return PASSING_CODES.has(code) ? { kind: 'later', reason, afterMs: null } : { kind: 'refused', reason };
};

/** Sends OTLP over HTTP to one target, over connections that are kept. */
export const createPoster = (base: string, headers: Readonly<Record<string, string>>): Poster => {
  const isPlain = base.startsWith('http:');
  const request = isPlain ? httpRequest : httpsRequest;
  const agent = isPlain ? new HttpAgent({ keepAlive: true }) : new HttpsAgent({ keepAlive: true });
  const send = async (path: string, body: Uint8Array, msMax: number): Promise<Posted> => {
    const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
    const outgoing = request(`${base}${path}`, {
      method: 'POST',
      agent,
      headers: {
        'user-agent': `clearspan-telemetry/${VERSION}`,
        ...headers,
        'content-type': 'application/x-protobuf',
        'content-length': body.length,
      },
      signal: AbortSignal.timeout(Math.max(1, Math.ceil(msMax))),
    });
    outgoing.once('response', resolve).once('error', reject).end(body);
    return outcomeOf(await promise);
  };
  return {
    post: async (path, body, msMax) => {
      try {
        return await send(path, body, msMax);
      } catch (error) {
        return failureOf(error);
      }
    },
    close: () => agent.destroy(),
  };
};
