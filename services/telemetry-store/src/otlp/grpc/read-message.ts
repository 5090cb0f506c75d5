import type { ServerHttp2Stream } from 'node:http2';
import { type FailedCall, unwantedCall } from './failed-call.ts';
import { createMessageReader, type Message, type MessageLimits } from './message-frame.ts';

/** Reads the message of a call, until it is there, something is wrong with it, or nobody waits for it any more. */
export const readMessage = (
  stream: ServerHttp2Stream,
  limits: MessageLimits,
  wanted: AbortSignal,
): Promise<Message | FailedCall> => {
  const { promise, resolve } = Promise.withResolvers<Message | FailedCall>();
  const reader = createMessageReader(limits);
  let done = false;
  const finish = (result: Message | FailedCall): void => {
    done = true;
    resolve(result);
  };
  stream.on('data', (chunk: Buffer) => {
    // What comes after a failure is read and dropped until the stream is closed.
    const failed = done ? null : reader.push(chunk);
    if (failed) finish(failed);
  });
  stream.on('end', () => {
    // A stream that was reset ends, too, but it is closed by then.
    if (!done && !stream.closed) finish(reader.end());
  });
  wanted.addEventListener('abort', () => finish(unwantedCall()));
  return promise;
};
