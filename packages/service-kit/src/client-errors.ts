import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { PROBLEM_STATUS } from '@clearspan/contracts';
import { problem, problemBody } from './problem.ts';

const DETAILS: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: 'expected a request line and headers of at most 16384 bytes together, found more',
  ERR_HTTP_REQUEST_TIMEOUT: 'the request did not arrive whole in the time it may take',
};

/** Answers what cannot be read as a request of HTTP: no route, trace or path is known then. Ends the connection. */
export const answerClientError = (error: Error & { readonly code?: string }, socket: Socket): void => {
  // Nobody is left to read an answer.
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy(error);
  const detail = DETAILS[error.code ?? ''] ?? `the request is not HTTP/1.1 (${error.code ?? 'unreadable'})`;
  const found = problem('INVALID_REQUEST', detail);
  const body = JSON.stringify(problemBody(found, { instance: '', traceId: null, correlationId: null }));
  const status = PROBLEM_STATUS[found.problem.code];
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n` +
      `Content-Type: application/problem+json; charset=utf-8\r\nConnection: close\r\n\r\n${body}`,
  );
};
