import { Buffer } from 'node:buffer';
import {
  type Cursor,
  createCursor,
  enter,
  fields,
  leave,
  readText,
  readVarint32,
  readVarint64,
  unexpected,
} from './cursor.ts';
import type { Encoding } from './decode-otlp.ts';
import type { PartialSuccess } from './responses.ts';

const NOTHING: PartialSuccess = { rejected: 0, message: '' };

const RESPONSE = fields(1);
const PARTIAL = fields(1, 2);

const readPartial = (c: Cursor): PartialSuccess => {
  const outer = enter(c, 'partial_success');
  let { rejected, message } = NOTHING;
  while (c.position < c.end) {
    const tag = readVarint32(c);
    if (tag === 0x08) {
      readVarint64(c);
      rejected = c.high * 2 ** 32 + c.low;
    } else if (tag === 0x12) message = readText(c, 'error_message');
    else unexpected(c, tag, 'partial_success', PARTIAL);
  }
  leave(c, outer);
  return { rejected, message };
};

const fromProtobuf = (body: Uint8Array): PartialSuccess => {
  const c = createCursor(Buffer.from(body.buffer, body.byteOffset, body.byteLength));
  let partial = NOTHING;
  while (c.position < c.end) {
    const tag = readVarint32(c);
    if (tag === 0x0a) partial = readPartial(c);
    else unexpected(c, tag, 'an export response', RESPONSE);
  }
  return partial;
};

interface JsonResponse {
  readonly partialSuccess?: Readonly<Record<string, unknown>> | null;
}

const fromJson = (body: Uint8Array): PartialSuccess => {
  const response = JSON.parse(Buffer.from(body).toString('utf8')) as JsonResponse | null;
  const partial = response?.partialSuccess ?? {};
  const { rejectedSpans, rejectedLogRecords, rejectedDataPoints, errorMessage } = partial;
  // 64-bit integers are text in protobuf's JSON, but not everyone's.
  const rejected = Number(rejectedSpans ?? rejectedLogRecords ?? rejectedDataPoints ?? 0);
  return {
    rejected: Number.isNaN(rejected) ? 0 : Math.max(0, rejected),
    message: typeof errorMessage === 'string' ? errorMessage : '',
  };
};

/**
 * How much of a request that was answered with 200 was not kept after all: reads an `Export…ServiceResponse`, the same
 * for all signals. What is no such response says nothing of the kind, and never makes this throw.
 */
export const readPartialSuccess = (encoding: Encoding, body: Uint8Array): PartialSuccess => {
  try {
    return encoding === 'json' ? fromJson(body) : fromProtobuf(body);
  } catch {
    return NOTHING;
  }
};
