import { Buffer } from 'node:buffer';
import {
  createRowBuffer,
  type RowBuffer,
  writeByteString,
  writeText,
  writeUInt8,
  writeVarint,
} from '../row-binary/row-buffer.ts';
import { statusResponse } from './responses.ts';

const RETRY_INFO = 'type.googleapis.com/google.rpc.RetryInfo';

/** A field that is a message of its own. */
const writeMessage = (out: RowBuffer, tag: number, message: RowBuffer): void => {
  writeUInt8(out, tag);
  writeByteString(out, message.bytes, 0, message.length);
};

/**
 * A `google.rpc.Status` with a `google.rpc.RetryInfo` among its details: the same may be sent again after `retryS` seconds.
 * For `grpc-status-details-bin`.
 */
export const retryStatusResponse = (code: number, message: string, retryS: number): Uint8Array => {
  const delay = createRowBuffer(8);
  writeUInt8(delay, 0x08);
  writeVarint(delay, retryS);
  const info = createRowBuffer(16);
  writeMessage(info, 0x0a, delay);
  const any = createRowBuffer(64);
  writeUInt8(any, 0x0a);
  writeText(any, RETRY_INFO);
  writeMessage(any, 0x12, info);
  const details = createRowBuffer(128);
  writeMessage(details, 0x1a, any);
  return Buffer.concat([statusResponse('protobuf', code, message), details.bytes.subarray(0, details.length)]);
};
