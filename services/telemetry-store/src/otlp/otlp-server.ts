import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportResponse, statusResponse } from '@clearspan/telemetry-store';
import { inflateBody } from '../core/inflate.ts';
import type { Ingest, IngestError } from '../core/ingest.ts';
import type { Log } from '../core/log.ts';
import type { Encoding, Signal } from '../wal/record.ts';
import { type OtlpRequest, readOtlpRequest } from './otlp-request.ts';
import { readBody } from './read-body.ts';

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

export interface OtlpServerOptions {
  readonly host: string;
  readonly port: number;
  /** As sent. */
  readonly bodyBytesMax: number;
  /** When inflated. */
  readonly plainBytesMax: number;
  /** Bodies being received, together. */
  readonly bodiesBytesMax: number;
  readonly requestMs: number;
  readonly nowNanos: () => bigint;
  readonly onReceived: (signal: Signal, outcome: OtlpOutcome, accepted: number) => void;
  readonly log: Log;
}

export interface OtlpServer {
  readonly url: string;
  /** Takes no more connections and waits for the requests under way. */
  close(): Promise<void>;
}

const RETRY_AFTER_S = 1;
/** `google.rpc.Code`. */
const RPC = { invalid: 3, notFound: 5, exhausted: 8, unimplemented: 12, internal: 13, unavailable: 14 } as const;

interface Answer {
  readonly status: number;
  readonly outcome: OtlpOutcome;
  readonly body: Uint8Array;
  readonly accepted?: number;
  readonly headers?: Record<string, string>;
}

const refuse = (encoding: Encoding, status: number, rpc: number, outcome: OtlpOutcome, message: string): Answer => ({
  status,
  outcome,
  body: statusResponse(encoding, rpc, message),
  // Exporters send the same again after these; after the others they drop it.
  ...(status === 429 || status === 503 ? { headers: { 'retry-after': String(RETRY_AFTER_S) } } : {}),
  // The rest of a body that is too large is not waited for.
  ...(status === 413 ? { headers: { connection: 'close' } } : {}),
});

const send = (response: ServerResponse, encoding: Encoding, answer: Answer): void => {
  if (response.destroyed) return;
  response.writeHead(answer.status, {
    'content-type': encoding === 'json' ? 'application/json' : 'application/x-protobuf',
    'content-length': answer.body.byteLength,
    ...answer.headers,
  });
  response.end(answer.body);
};

type Export = Extract<OtlpRequest, { kind: 'export' }>;

const takeBody = async (
  request: Export,
  bytes: Buffer,
  ingest: Ingest,
  options: OtlpServerOptions,
): Promise<Answer> => {
  const { signal, encoding, compression } = request;
  const receivedNanos = options.nowNanos();
  const inflated = await inflateBody(bytes, compression, options.plainBytesMax);
  if (!inflated.ok) {
    return inflated.reason === 'too-large'
      ? refuse(encoding, 413, RPC.invalid, 'too_large', inflated.message)
      : refuse(encoding, 400, RPC.invalid, 'malformed', inflated.message);
  }
  try {
    const outcome = await ingest.accept({
      signal,
      encoding,
      compression,
      receivedNanos,
      body: bytes,
      plain: inflated.plain,
    });
    if (!outcome.ok) {
      const { message, offset } = outcome.error;
      const where = offset === null ? '' : ` (at ${encoding === 'json' ? 'character' : 'byte'} ${offset})`;
      return refuse(encoding, 400, RPC.invalid, 'malformed', `${message}${where}`);
    }
    return {
      status: 200,
      outcome: outcome.rejected > 0 ? 'partial' : 'accepted',
      accepted: outcome.accepted,
      body: exportResponse(signal, encoding, outcome),
    };
  } catch (error) {
    const { code, message } = error as IngestError;
    if (code === 'OVERLOADED') return refuse(encoding, 503, RPC.unavailable, 'overloaded', message);
    if (code === 'LOG_FAILED') return refuse(encoding, 503, RPC.unavailable, 'failed', message);
    options.log.error({ err: error }, 'an export request failed');
    return refuse(encoding, 500, RPC.internal, 'failed', 'the store failed');
  }
};

/**
 * OTLP over HTTP. It leaves no spans and no logs of its own about what it takes in: those would come back as telemetry,
 * without end.
 */
export const startOtlpServer = async (ingest: Ingest, options: OtlpServerOptions): Promise<OtlpServer> => {
  let receivingBytes = 0;

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const asked = readOtlpRequest(request);
    if (asked.kind === 'refused') {
      const { status, message, signal } = asked;
      if (signal) options.onReceived(signal, 'unsupported', 0);
      const type = request.headers['content-type'] ?? '';
      const encoding = /protobuf/.test(type) ? 'protobuf' : 'json';
      const rpc = status === 404 ? RPC.notFound : status === 405 ? RPC.unimplemented : RPC.invalid;
      const answer = refuse(encoding, status, rpc, 'unsupported', message);
      send(response, encoding, {
        ...answer,
        headers: { connection: 'close', ...(status === 405 ? { allow: 'POST' } : {}) },
      });
      return;
    }
    const { signal, encoding } = asked;
    const finish = (answer: Answer): void => {
      options.onReceived(signal, answer.outcome, answer.accepted ?? 0);
      send(response, encoding, answer);
    };
    // Without a length the most it can be is counted.
    const expected = Math.min(Number(request.headers['content-length'] ?? options.bodyBytesMax), options.bodyBytesMax);
    if (receivingBytes + expected > options.bodiesBytesMax) {
      request.resume();
      finish(refuse(encoding, 429, RPC.exhausted, 'overloaded', 'too many bodies are being received at once'));
      return;
    }
    receivingBytes += expected;
    try {
      const body = await readBody(request, options.bodyBytesMax);
      if (body.kind === 'cut') options.onReceived(signal, 'cut', 0);
      else if (body.kind === 'too-large') {
        finish(
          refuse(
            encoding,
            413,
            RPC.invalid,
            'too_large',
            `expected a body of at most ${options.bodyBytesMax} bytes, found more`,
          ),
        );
      } else finish(await takeBody(asked, body.bytes, ingest, options));
    } finally {
      receivingBytes -= expected;
    }
  };

  const server = createServer(
    { requestTimeout: options.requestMs, headersTimeout: options.requestMs },
    (request, response) => {
      handle(request, response).catch((error: unknown) => {
        options.log.error({ err: error }, 'an export request failed');
        response.destroy();
      });
    },
  );
  server.listen(options.port, options.host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      await closed;
    },
  };
};
