import type { ServerResponse } from 'node:http';
import { statusResponse } from '@clearspan/telemetry-store';
import type { Encoding } from '../wal/record.ts';

/** How a request ended, for the counter `otlp_received_total`. */
export type OtlpOutcome =
  | 'accepted'
  | 'partial'
  | 'malformed'
  | 'too_large'
  | 'unsupported'
  | 'overloaded'
  | 'failed'
  | 'cut';

export interface Answer {
  readonly status: number;
  readonly outcome: OtlpOutcome;
  readonly body: Uint8Array;
  readonly accepted?: number;
  readonly headers?: Record<string, string>;
}

/** `google.rpc.Code`. */
export const RPC = {
  invalid: 3,
  notFound: 5,
  exhausted: 8,
  unimplemented: 12,
  internal: 13,
  unavailable: 14,
} as const;

const RETRY_AFTER_S = 1;

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

/** An error answer by the OTLP specification: a `Status` in the encoding of the request. */
export const refusal = (
  encoding: Encoding,
  status: number,
  rpc: number,
  outcome: OtlpOutcome,
  message: string,
): Answer => ({ status, outcome, body: statusResponse(encoding, rpc, message), headers: headersOf(status) });

export const sendAnswer = (response: ServerResponse, encoding: Encoding, answer: Answer): void => {
  if (response.destroyed) return;
  response.writeHead(answer.status, {
    'content-type': encoding === 'json' ? 'application/json' : 'application/x-protobuf',
    'content-length': answer.body.byteLength,
    ...answer.headers,
  });
  response.end(answer.body);
};
