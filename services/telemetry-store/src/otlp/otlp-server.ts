import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Signal } from '../wal/record.ts';
import { type Answer, type OtlpOutcome, RPC, refusal, sendAnswer } from './answer.ts';
import { type ExportRequest, type RefusedRequest, readOtlpRequest } from './otlp-request.ts';
import { readBody } from './read-body.ts';
import { type TakeParts, takeExport } from './take-export.ts';

export interface OtlpServerOptions extends TakeParts {
  readonly host: string;
  readonly port: number;
  /** Bytes of a body as sent. */
  readonly bodyBytesMax: number;
  /** Bytes of bodies being received, together. */
  readonly bodiesBytesMax: number;
  readonly requestMs: number;
  readonly onReceived: (signal: Signal, outcome: OtlpOutcome, accepted: number) => void;
}

export interface OtlpServer {
  readonly url: string;
  /** Takes no more connections and waits for the requests under way. */
  close(): Promise<void>;
}

const refuseRequest = (
  request: IncomingMessage,
  response: ServerResponse,
  { status, message }: RefusedRequest,
): void => {
  const encoding = /protobuf/.test(request.headers['content-type'] ?? '') ? 'protobuf' : 'json';
  const rpc = status === 404 ? RPC.notFound : status === 405 ? RPC.unimplemented : RPC.invalid;
  sendAnswer(response, encoding, refusal(encoding, status, rpc, 'unsupported', message));
};

/** Reads a body and takes it; null when the client went away before it had sent everything. */
const receive = async (
  request: IncomingMessage,
  asked: ExportRequest,
  options: OtlpServerOptions,
): Promise<Answer | null> => {
  const body = await readBody(request, options.bodyBytesMax);
  if (body.kind === 'cut') return null;
  if (body.kind === 'body') return takeExport(asked, body.bytes, options);
  const message = `expected a body of at most ${options.bodyBytesMax} bytes, found more`;
  return refusal(asked.encoding, 413, RPC.invalid, 'too_large', message);
};

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const createHandler = (options: OtlpServerOptions): Handler => {
  const { bodyBytesMax, bodiesBytesMax, onReceived } = options;
  let receivingBytes = 0;
  return async (request, response) => {
    const asked = readOtlpRequest(request);
    if (asked.kind === 'refused') {
      if (asked.signal) onReceived(asked.signal, 'unsupported', 0);
      refuseRequest(request, response, asked);
      return;
    }
    const finish = (answer: Answer): void => {
      onReceived(asked.signal, answer.outcome, answer.accepted ?? 0);
      sendAnswer(response, asked.encoding, answer);
    };
    // Without a length the most it can be is counted.
    const expected = Math.min(Number(request.headers['content-length'] ?? bodyBytesMax), bodyBytesMax);
    if (receivingBytes + expected > bodiesBytesMax) {
      request.resume();
      const message = 'too many bodies are being received at once';
      finish(refusal(asked.encoding, 429, RPC.exhausted, 'overloaded', message));
      return;
    }
    receivingBytes += expected;
    try {
      const answer = await receive(request, asked, options);
      if (answer) finish(answer);
      else onReceived(asked.signal, 'cut', 0);
    } finally {
      receivingBytes -= expected;
    }
  };
};

const urlOf = (server: Server, host: string): string =>
  `http://${host.includes(':') ? `[${host}]` : host}:${(server.address() as AddressInfo).port}`;

/**
 * OTLP over HTTP. It leaves no spans and no logs of its own about what it takes in: those would come back as telemetry,
 * without end.
 */
export const startOtlpServer = async (options: OtlpServerOptions): Promise<OtlpServer> => {
  const handle = createHandler(options);
  const timeouts = { requestTimeout: options.requestMs, headersTimeout: options.requestMs };
  const server = createServer(timeouts, (request, response) => {
    handle(request, response).catch((error: unknown) => {
      options.log.error({ err: error }, 'an export request failed');
      response.destroy();
    });
  });
  server.listen(options.port, options.host);
  await once(server, 'listening');
  return {
    url: urlOf(server, options.host),
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      await closed;
    },
  };
};
