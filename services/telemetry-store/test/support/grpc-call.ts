import type { ClientHttp2Session, ClientHttp2Stream, IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http2';
import type { Signal } from '@clearspan/telemetry-store';

const SERVICE: Readonly<Record<Signal, string>> = { traces: 'trace', logs: 'logs', metrics: 'metrics' };
const TYPE: Readonly<Record<Signal, string>> = { traces: 'Trace', logs: 'Logs', metrics: 'Metrics' };

export const exportPath = (signal: Signal): string =>
  `/opentelemetry.proto.collector.${SERVICE[signal]}.v1.${TYPE[signal]}Service/Export`;

/** A message behind its prefix, whose flag and length may lie. */
export const framed = (message: Uint8Array, flag = 0, length: number = message.byteLength): Buffer => {
  const prefix = Buffer.alloc(5, flag);
  prefix.writeUInt32BE(length, 1);
  return Buffer.concat([prefix, message]);
};

export interface GrpcAnswer {
  readonly http: unknown;
  readonly code: unknown;
  readonly message: unknown;
  readonly headers: IncomingHttpHeaders;
  /** The first headers were all there is. */
  readonly trailersOnly: boolean;
  /** Bytes of all data, with the prefix. */
  readonly body: Buffer;
}

/** Sends the headers of a call and leaves it open. */
export const openCall = (
  session: ClientHttp2Session,
  signal: Signal,
  headers: OutgoingHttpHeaders = {},
): ClientHttp2Stream => {
  const stream = session.request(
    {
      ':method': 'POST',
      ':path': exportPath(signal),
      'content-type': 'application/grpc',
      te: 'trailers',
      ...headers,
    },
    { endStream: false },
  );
  // A reset is part of what is tested; it shows in the answer.
  stream.on('error', () => {});
  return stream;
};

export const answerOf = async (stream: ClientHttp2Stream): Promise<GrpcAnswer> => {
  let headers: IncomingHttpHeaders = {};
  let trailers: IncomingHttpHeaders | undefined;
  const data: Buffer[] = [];
  stream.on('response', (got) => (headers = got));
  stream.on('trailers', (got) => (trailers = got));
  stream.on('data', (chunk: Buffer) => data.push(chunk));
  // A client that is told to stop sending keeps its half of the stream open: the answer may end before the stream does.
  await Promise.race(['end', 'close'].map((event) => new Promise((resolve) => stream.on(event, resolve))));
  const status = trailers ?? headers;
  const message = status['grpc-message'];
  return {
    http: headers[':status'],
    code: status['grpc-status'],
    message: typeof message === 'string' ? decodeURIComponent(message) : message,
    headers: status,
    trailersOnly: trailers === undefined,
    body: Buffer.concat(data),
  };
};

export const callRaw = (
  session: ClientHttp2Session,
  signal: Signal,
  body: Uint8Array,
  headers: OutgoingHttpHeaders = {},
): Promise<GrpcAnswer> => {
  const stream = openCall(session, signal, headers);
  stream.end(body);
  return answerOf(stream);
};
