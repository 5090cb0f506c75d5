import { connect } from 'node:http2';
import type { Finding } from './hop.ts';

const ANSWER_MS = 5_000;
const PATH = '/opentelemetry.proto.collector.metrics.v1.MetricsService/Export';

/** An export of nothing: a message without a byte, behind its prefix. */
const NOTHING = Buffer.alloc(5);

/** Sends an export of nothing over gRPC: whoever takes OTLP says that it is fine. */
export const greetGrpc = (url: string): Promise<Finding> => {
  const { promise, resolve } = Promise.withResolvers<Finding>();
  const advice = `is the port of ${url} free for the store? TELEMETRY_STORE_OTLP_GRPC_PORT changes it`;
  const failed = (seen: string): void => resolve({ ok: false, seen, advice });
  const told = (status: unknown): void =>
    status === '0'
      ? resolve({ ok: true, seen: `accepted by ${url}` })
      : failed(`${url} gave gRPC status ${String(status)}`);
  const session = connect(url);
  session.on('error', (error) => failed(`${url}: ${error.message}`));
  session.setTimeout(ANSWER_MS, () => failed(`${url} did not answer within ${ANSWER_MS} ms`));
  const call = session.request({
    ':method': 'POST',
    ':path': PATH,
    'content-type': 'application/grpc',
    te: 'trailers',
  });
  call.on('error', (error) => failed(`${url}: ${error.message}`));
  call.on('response', (headers) => {
    if (headers['grpc-status'] !== undefined) told(headers['grpc-status']);
    else if (headers[':status'] !== 200) failed(`${url} gave HTTP status ${String(headers[':status'])}`);
  });
  call.on('trailers', (trailers) => told(trailers['grpc-status']));
  call.on('close', () => failed(`${url} closed the call without a status`));
  call.resume();
  call.end(NOTHING);
  return promise.finally(() => session.destroy());
};
