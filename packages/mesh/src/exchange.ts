import { carrierOf } from '@clearspan/instrumentation';
import type { Context } from '@opentelemetry/api';
import type { Dispatcher, Pool } from 'undici';
import { isBroken } from './call-error.ts';
import type { CallRequest } from './call-request.ts';

export interface Exchange {
  readonly request: CallRequest<string>;
  readonly url: URL;
  readonly within: Context;
  readonly signal: AbortSignal;
  readonly agent: string;
  leftMs(): number;
}

export interface Exchanged {
  readonly response: Dispatcher.ResponseData;
  readonly resends: number;
}

const isIdempotent = ({ idempotent, method }: CallRequest<string>): boolean =>
  idempotent ?? (method === 'GET' || method === 'HEAD');

const payloadOf = (body: unknown): { body?: string | Uint8Array; type?: string } => {
  if (body === undefined) return {};
  return body instanceof Uint8Array ? { body } : { body: JSON.stringify(body), type: 'application/json' };
};

const headersOf = ({ request, within, agent }: Exchange, type: string | undefined): Record<string, string> => ({
  'user-agent': agent,
  accept: 'application/json, */*;q=0.5',
  ...(type ? { 'content-type': type } : {}),
  ...request.headers,
  ...carrierOf(within),
});

/**
 * Sends a request and waits for the head of the answer. A call that may be repeated is sent a second time, at once,
 * when the connection broke before that: a service that restarted leaves old connections behind.
 */
export const exchange = async (pool: Pool, call: Exchange): Promise<Exchanged> => {
  const { body, type } = payloadOf(call.request.body);
  const headers = headersOf(call, type);
  const send = (resends: number): Promise<Dispatcher.ResponseData> =>
    pool.request({
      method: call.request.method,
      path: call.url.pathname + call.url.search,
      // A whole number of milliseconds left, not a time of day: clocks of machines differ.
      headers: {
        ...headers,
        'x-deadline-ms': String(Math.max(1, Math.floor(call.leftMs()))),
        ...(resends ? { 'x-attempt': String(resends) } : {}),
      },
      body: body ?? null,
      signal: call.signal,
    });
  try {
    return { response: await send(0), resends: 0 };
  } catch (error) {
    if (!isBroken(error) || !isIdempotent(call.request) || call.signal.aborted) throw error;
    return { response: await send(1), resends: 1 };
  }
};

/** Header values as text; a header that came several times is joined by commas. */
export const textHeaders = (headers: Dispatcher.ResponseData['headers']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  );

/** Empty where the answer does not say. */
export const contentType = ({ 'content-type': type = '' }: Dispatcher.ResponseData['headers']): string =>
  Array.isArray(type) ? type.join(', ') : type;
