import type { IncomingHttpHeaders, ServerHttp2Stream } from 'node:http2';
import { setImmediate as turn } from 'node:timers/promises';
import type { OtlpServerOptions } from '../otlp-server.ts';
import { RPC } from '../rpc-code.ts';
import { type Client, type Export, type Taken, takeExport } from '../take-export.ts';
import { type ExportCall, readCallHead } from './call-head.ts';
import { type FailedCall, failedCall, refusedCall, unwantedCall } from './failed-call.ts';
import { callDelivery, sendFailure, sendHttpStatus, sendResponse } from './grpc-answer.ts';
import type { Message } from './message-frame.ts';
import { readMessage } from './read-message.ts';

type Ended = Extract<Taken, { kind: 'kept' }> | FailedCall;

const take = async (
  { signal, compression, eventual }: ExportCall,
  { compressed, bytes }: Message,
  options: OtlpServerOptions,
  client: Client,
): Promise<Ended> => {
  if (compressed && !compression)
    return failedCall(RPC.internal, 'malformed', 'expected a grpc-encoding of the compressed message, found none');
  // The log keeps the message as it came, so its compression is that of this message and not of the call.
  const kept = (compressed && compression) || 'identity';
  const asked: Export = { signal, encoding: 'protobuf', compression: kept, eventual };
  const taken = await takeExport(asked, bytes, options, client);
  switch (taken.kind) {
    case 'kept':
      return taken;
    case 'refused':
      return refusedCall(taken.why, taken.message);
    case 'cut':
      return unwantedCall();
  }
};

/** Reads the message of a call while there is room for it, and takes it. */
const receive = async (
  stream: ServerHttp2Stream,
  call: ExportCall,
  options: OtlpServerOptions,
  client: Client & { readonly wanted: AbortSignal },
): Promise<Ended> => {
  const { bodyBytesMax, receiving } = options;
  let heldBytes = 0;
  const enter = (bytes: number): boolean => {
    if (!receiving.enter(bytes)) return false;
    heldBytes = bytes;
    return true;
  };
  try {
    const message = await readMessage(stream, { bodyBytesMax, enter }, client.wanted);
    return message.kind === 'message' ? await take(call, message, options, client) : message;
  } finally {
    receiving.leave(heldBytes);
  }
};

/** The message must be there, and the taking of it begun, within the time of the client and that of the server. */
const receiveInTime = async (
  stream: ServerHttp2Stream,
  call: ExportCall,
  options: OtlpServerOptions,
): Promise<Ended> => {
  const unwanted = new AbortController();
  const abort = (): void => unwanted.abort();
  const timer = setTimeout(abort, Math.min(call.timeoutMs, options.requestMs));
  stream.once('close', abort);
  try {
    const client = { wanted: unwanted.signal, delivered: callDelivery(stream) };
    return await receive(stream, call, options, client);
  } finally {
    clearTimeout(timer);
  }
};

/** Answers one call. What is no call of an export is told so, and counted where it names a signal. */
export const answerCall = async (
  stream: ServerHttp2Stream,
  headers: IncomingHttpHeaders,
  options: OtlpServerOptions,
): Promise<void> => {
  const { onReceived } = options;
  const head = readCallHead(headers);
  switch (head.kind) {
    case 'not-grpc':
      if (head.signal) onReceived(head.signal, 'unsupported', 0);
      sendHttpStatus(stream, head.status);
      return;
    case 'refused':
      if (head.signal) onReceived(head.signal, head.failed.outcome, 0);
      sendFailure(stream, head.failed);
      return;
    case 'export': {
      const ended = await receiveInTime(stream, head, options);
      // A client that went away in the meantime is noticed before the answer counts as delivered.
      await turn();
      onReceived(head.signal, ended.outcome, ended.kind === 'kept' ? ended.accepted : 0);
      if (ended.kind === 'kept') sendResponse(stream, ended.response);
      else sendFailure(stream, ended);
      return;
    }
  }
};
