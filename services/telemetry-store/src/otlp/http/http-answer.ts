import type { ServerResponse } from 'node:http';
import { statusResponse } from '@clearspan/telemetry-store';
import type { Encoding } from '../../wal/record.ts';
import { RETRY_AFTER_S, type Refusal } from '../outcome.ts';
import { RPC } from '../rpc-code.ts';
import type { RefusedRequest } from './http-request.ts';

export interface HttpAnswer {
  readonly status: number;
  readonly body: Uint8Array;
  readonly headers?: Record<string, string>;
}

const STATUS_OF: Readonly<Record<Refusal, { readonly status: number; readonly rpc: number }>> = {
  malformed: { status: 400, rpc: RPC.invalid },
  'too-large': { status: 413, rpc: RPC.invalid },
  crowded: { status: 429, rpc: RPC.exhausted },
  behind: { status: 503, rpc: RPC.unavailable },
  unwritable: { status: 503, rpc: RPC.unavailable },
  failed: { status: 500, rpc: RPC.internal },
};

const headersOf = (status: number): Record<string, string> => {
  switch (status) {
    // Exporters send the same again after these; after the others they drop it.
    case 429:
    case 503:
      return { 'retry-after': String(RETRY_AFTER_S) };
    // What the client still sends is not waited for.
    case 404:
    case 413:
    case 415:
      return { connection: 'close' };
    case 405:
      return { connection: 'close', allow: 'POST' };
    default:
      return {};
  }
};

/** Lines are answered in JSON. */
const answerEncoding = (encoding: Encoding): 'protobuf' | 'json' => (encoding === 'protobuf' ? encoding : 'json');

const errorAnswer = (encoding: Encoding, status: number, rpc: number, message: string): HttpAnswer => ({
  status,
  body: statusResponse(answerEncoding(encoding), rpc, message),
  headers: headersOf(status),
});

/** An error answer by the OTLP specification: a `Status` in the encoding of the request. */
export const refusalAnswer = (encoding: Encoding, why: Refusal, message: string): HttpAnswer =>
  errorAnswer(encoding, STATUS_OF[why].status, STATUS_OF[why].rpc, message);

/** The answer to what is no export at all. */
export const unsupportedAnswer = (encoding: Encoding, { status, message }: RefusedRequest): HttpAnswer => {
  const rpc = status === 404 ? RPC.notFound : status === 405 ? RPC.unimplemented : RPC.invalid;
  return errorAnswer(encoding, status, rpc, message);
};

/** Whether the answer gets to the connection whole; false when the client goes away before. */
export const answerDelivery = (response: ServerResponse): Promise<boolean> =>
  new Promise((resolve) => {
    response.once('finish', () => resolve(true));
    response.once('close', () => resolve(false));
  });

export const sendAnswer = (response: ServerResponse, encoding: Encoding, answer: HttpAnswer): void => {
  if (response.destroyed) return;
  response.writeHead(answer.status, {
    'content-type': `application/${answerEncoding(encoding) === 'json' ? 'json' : 'x-protobuf'}`,
    'content-length': answer.body.byteLength,
    ...answer.headers,
  });
  response.end(answer.body);
};
