import { RPC } from '../rpc-code.ts';
import { type FailedCall, failedCall, refusedCall } from './failed-call.ts';

/** A flag that says whether the message is compressed, and its length, big-endian. */
const PREFIX_BYTES = 5;

export const frameMessage = (message: Uint8Array): Buffer => {
  const frame = Buffer.alloc(PREFIX_BYTES + message.byteLength);
  frame.writeUInt32BE(message.byteLength, 1);
  frame.set(message, PREFIX_BYTES);
  return frame;
};

export interface Message {
  readonly kind: 'message';
  readonly compressed: boolean;
  readonly bytes: Buffer;
}

/** Puts the one message of a unary call together. After a failure it is not asked again. */
export interface MessageReader {
  push(chunk: Buffer): FailedCall | null;
  /** The client has sent everything. */
  end(): Message | FailedCall;
}

export interface MessageLimits {
  readonly bodyBytesMax: number;
  /** Asked once, as soon as the length is known; false when there is no room for as much. */
  readonly enter: (bytes: number) => boolean;
}

const wrongCount = (found: string): FailedCall =>
  failedCall(RPC.unimplemented, 'unsupported', `expected one message, found ${found}`);

export const createMessageReader = ({ bodyBytesMax, enter }: MessageLimits): MessageReader => {
  const prefix = Buffer.alloc(PREFIX_BYTES);
  let prefixBytes = 0;
  let message: Buffer | undefined;
  let messageBytes = 0;

  /** The length is believed only after there is room for it. */
  const open = (): FailedCall | null => {
    const flag = prefix[0] as number;
    if (flag > 1) return refusedCall('malformed', `expected a message with flag 0 or 1, found ${flag}`);
    const length = prefix.readUInt32BE(1);
    if (length > bodyBytesMax)
      return refusedCall('too-large', `expected a message of at most ${bodyBytesMax} bytes, found ${length}`);
    if (!enter(length)) return refusedCall('crowded', 'too many bodies are being received at once');
    message = Buffer.allocUnsafe(length);
    return null;
  };

  return {
    push: (chunk) => {
      let at = 0;
      if (!message) {
        at = chunk.copy(prefix, prefixBytes);
        prefixBytes += at;
        const failed = prefixBytes < PREFIX_BYTES ? null : open();
        if (failed || !message) return failed;
      }
      if (chunk.length - at > message.length - messageBytes) return wrongCount('more');
      messageBytes += chunk.copy(message, messageBytes, at);
      return null;
    },
    end: () => {
      if (prefixBytes === 0) return wrongCount('none');
      if (!message)
        return refusedCall('malformed', `expected ${PREFIX_BYTES} bytes before a message, found ${prefixBytes}`);
      if (messageBytes < message.length)
        return refusedCall('malformed', `expected a message of ${message.length} bytes, found ${messageBytes}`);
      return { kind: 'message', compressed: prefix[0] === 1, bytes: message };
    },
  };
};
