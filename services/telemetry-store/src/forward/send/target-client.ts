import { VERSION } from '@clearspan/service-kit';
import { type Dispatcher, Pool } from 'undici';
import type { Signal } from '../../wal/record.ts';
import type { ForwardTarget } from '../target/forward-target.ts';
import { type Answer, answerOf } from './answer.ts';
import type { OutgoingBody } from './outgoing-body.ts';

export interface ClientLimits {
  /** Requests under way to one target, each on a connection of its own. */
  readonly sendsMax: number;
  /** One request, from its start to the end of its answer. */
  readonly sendMs: number;
  readonly answerBytesMax: number;
}

/** Sends requests to one target. Never throws for what the target or the network does. */
export interface TargetClient {
  send(signal: Signal, outgoing: OutgoingBody): Promise<Answer>;
  /** Breaks off what is under way: it ends as something to be sent again. */
  close(): Promise<void>;
}

const KEEP_ALIVE_MS = 30_000;

/** At most `bytesMax` of an answer; null where it is longer, or breaks off. */
const readBody = async (body: AsyncIterable<Buffer>, bytesMax: number): Promise<Buffer | null> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of body) {
      bytes += chunk.length;
      // Leaving the loop ends the connection: what follows is not waited for.
      if (bytes > bytesMax) return null;
      chunks.push(chunk);
    }
  } catch {
    return null;
  }
  return Buffer.concat(chunks);
};

/** By its code alone: the message of an error may quote an address or a header. */
const reasonOf = (error: unknown, sendMs: number): string => {
  const { name, code } = error as { name?: string; code?: unknown };
  if (name === 'TimeoutError') return `there was no answer within ${sendMs} ms`;
  return `there was no answer (${typeof code === 'string' ? code : (name ?? 'no reason')})`;
};

export const createTargetClient = ({ url, headers }: ForwardTarget, limits: ClientLimits): TargetClient => {
  const base = url.pathname.replace(/\/+$/, '');
  const pool = new Pool(url.origin, {
    connections: limits.sendsMax,
    connect: { timeout: limits.sendMs },
    keepAliveTimeout: KEEP_ALIVE_MS,
    allowH2: false,
    // The time of the whole request is what counts.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  const exchange = (signal: Signal, { body, type, coding }: OutgoingBody): Promise<Dispatcher.ResponseData> =>
    pool.request({
      method: 'POST',
      path: `${base}/v1/${signal}`,
      headers: {
        'user-agent': `clearspan-telemetry-store/${VERSION}`,
        ...headers,
        'content-type': type,
        ...(coding === null ? {} : { 'content-encoding': coding }),
      },
      body,
      signal: AbortSignal.timeout(limits.sendMs),
    });
  return {
    send: async (signal, outgoing) => {
      try {
        const { statusCode: status, headers: answered, body } = await exchange(signal, outgoing);
        return answerOf({ status, headers: answered, body: await readBody(body, limits.answerBytesMax) }, Date.now());
      } catch (error) {
        return { kind: 'again', reason: reasonOf(error, limits.sendMs), askedMs: 0 };
      }
    },
    close: () => pool.destroy(),
  };
};
