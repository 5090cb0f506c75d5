import type { IncomingHttpHeaders } from 'node:http2';
import type { Compression, Signal } from '../../wal/record.ts';
import { isEventual } from '../is-eventual.ts';
import { RPC } from '../rpc-code.ts';
import { shown } from '../shown.ts';
import { type FailedCall, failedCall } from './failed-call.ts';
import { readGrpcTimeout } from './grpc-timeout.ts';

export interface ExportCall {
  readonly kind: 'export';
  readonly signal: Signal;
  /** Of a message whose flag says that it is compressed; null when there is no such thing in this call. */
  readonly compression: Compression | null;
  readonly eventual: boolean;
  /** How long the client waits; infinite when it does not say. */
  readonly timeoutMs: number;
}

/** What a call says it is, before a byte of its message is read. */
export type CallHead =
  | ExportCall
  | { readonly kind: 'refused'; readonly signal: Signal | null; readonly failed: FailedCall }
  /** The client does not speak gRPC: it gets a status of HTTP. */
  | { readonly kind: 'not-grpc'; readonly signal: Signal | null; readonly status: 405 | 415 };

const SIGNAL_OF_PATH: ReadonlyMap<string, Signal> = new Map([
  ['/opentelemetry.proto.collector.trace.v1.TraceService/Export', 'traces'],
  ['/opentelemetry.proto.collector.logs.v1.LogsService/Export', 'logs'],
  ['/opentelemetry.proto.collector.metrics.v1.MetricsService/Export', 'metrics'],
]);

const COMPRESSION_OF: ReadonlyMap<string, Compression> = new Map([
  ['gzip', 'gzip'],
  ['deflate', 'deflate'],
  ['zstd', 'zstd'],
]);

/** For `grpc-accept-encoding`. */
export const ENCODINGS = ['identity', ...COMPRESSION_OF.keys()].join(',');

/** `application/grpc`, also with `+proto` or parameters; not `application/grpc-web`, and no messages in JSON. */
const GRPC_TYPE = /^application\/grpc(?:\+proto)?\s*(?:;|$)/i;

const headerOf = (headers: IncomingHttpHeaders, name: string): string => String(headers[name] ?? '').trim();

export const readCallHead = (headers: IncomingHttpHeaders): CallHead => {
  const path = headerOf(headers, ':path');
  const signal = SIGNAL_OF_PATH.get(path) ?? null;
  if (headers[':method'] !== 'POST') return { kind: 'not-grpc', signal, status: 405 };
  if (!GRPC_TYPE.test(headerOf(headers, 'content-type'))) return { kind: 'not-grpc', signal, status: 415 };
  const unsupported = (message: string): CallHead => ({
    kind: 'refused',
    signal,
    failed: failedCall(RPC.unimplemented, 'unsupported', message),
  });
  if (!signal)
    return unsupported(`expected Export of the trace, logs or metrics service of OTLP, found ${shown(path)}`);
  const encoding = headerOf(headers, 'grpc-encoding');
  const compression = COMPRESSION_OF.get(encoding) ?? null;
  if (!compression && encoding !== '' && encoding !== 'identity')
    return unsupported(`expected grpc-encoding ${ENCODINGS}, found ${shown(encoding)}`);
  const timeout = headerOf(headers, 'grpc-timeout');
  const timeoutMs = timeout === '' ? Number.POSITIVE_INFINITY : readGrpcTimeout(timeout);
  if (timeoutMs === null) {
    const message = `expected a grpc-timeout such as 10S, found ${shown(timeout)}`;
    return { kind: 'refused', signal, failed: failedCall(RPC.invalid, 'malformed', message) };
  }
  return { kind: 'export', signal, compression, eventual: isEventual(headers), timeoutMs };
};
