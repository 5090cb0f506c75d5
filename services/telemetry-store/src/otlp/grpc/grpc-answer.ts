import { constants, type ServerHttp2Stream } from 'node:http2';
import { retryStatusResponse } from '@clearspan/telemetry-store';
import { RETRY_AFTER_S } from '../outcome.ts';
import { RPC } from '../rpc-code.ts';
import { ENCODINGS } from './call-head.ts';
import type { FailedCall } from './failed-call.ts';
import { frameMessage } from './message-frame.ts';

const HEADERS = { ':status': 200, 'content-type': 'application/grpc', 'grpc-accept-encoding': ENCODINGS };

/** A header takes printable ASCII only: the bytes of everything else, and `%` itself, are written `%XX`. */
export const percentEncode = (text: string): string =>
  text.replace(/[^ -$&-~]+/gu, (part) =>
    [...Buffer.from(part)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
  );

/** Base64 without padding, as binary headers are written. */
const binaryHeader = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replace(/=+$/, '');

const isGone = (stream: ServerHttp2Stream): boolean => stream.destroyed || stream.closed;

/** What the client still sends is not waited for. */
const stopReading = (stream: ServerHttp2Stream): void => {
  stream.resume();
  stream.close(constants.NGHTTP2_NO_ERROR);
};

/** Whether all of the answer was sent before the call ended; false when the client goes away before. */
export const callDelivery = (stream: ServerHttp2Stream): Promise<boolean> =>
  new Promise((resolve) => {
    stream.once('close', () => {
      resolve(stream.sentTrailers !== undefined && stream.rstCode === constants.NGHTTP2_NO_ERROR);
    });
  });

export const sendResponse = (stream: ServerHttp2Stream, response: Uint8Array): void => {
  if (isGone(stream)) return;
  stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': String(RPC.ok) }));
  stream.respond(HEADERS, { waitForTrailers: true });
  stream.end(frameMessage(response));
};

/** Headers that are trailers at once: there is no message. */
export const sendFailure = (stream: ServerHttp2Stream, { code, message, passes }: FailedCall): void => {
  if (isGone(stream)) return;
  const details = passes
    ? { 'grpc-status-details-bin': binaryHeader(retryStatusResponse(code, message, RETRY_AFTER_S)) }
    : {};
  const status = { 'grpc-status': String(code), 'grpc-message': percentEncode(message), ...details };
  stream.respond({ ...HEADERS, ...status }, { endStream: true });
  stopReading(stream);
};

/** The answer to a client that does not speak gRPC. */
export const sendHttpStatus = (stream: ServerHttp2Stream, status: 405 | 415): void => {
  if (isGone(stream)) return;
  stream.respond({ ':status': status, ...(status === 405 ? { allow: 'POST' } : {}) }, { endStream: true });
  stopReading(stream);
};
