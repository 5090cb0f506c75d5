import { Buffer } from 'node:buffer';
import {
  createRowBuffer,
  type RowBuffer,
  writeBuffer,
  writeText,
  writeUInt8,
  writeVarint,
} from '../row-binary/row-buffer.ts';
import type { Encoding } from './decode-otlp.ts';
import type { Signal } from './json-to-protobuf.ts';

export interface PartialSuccess {
  readonly rejected: number;
  /** Why; may be a warning with nothing rejected. */
  readonly message: string;
}

const REJECTED_NAME: Readonly<Record<Signal, string>> = {
  traces: 'rejectedSpans',
  logs: 'rejectedLogRecords',
  metrics: 'rejectedDataPoints',
};

const done = (out: RowBuffer): Uint8Array => out.bytes.subarray(0, out.length);

/** `Export…ServiceResponse`, the same field numbers for all signals; empty when everything was kept. */
const protobufResponse = ({ rejected, message }: PartialSuccess): Uint8Array => {
  const partial = createRowBuffer(64);
  if (rejected > 0) {
    writeUInt8(partial, 0x08);
    writeVarint(partial, rejected);
  }
  if (message !== '') {
    writeUInt8(partial, 0x12);
    writeText(partial, message);
  }
  const out = createRowBuffer(64);
  if (partial.length > 0) {
    writeUInt8(out, 0x0a);
    writeVarint(out, partial.length);
    writeBuffer(out, partial);
  }
  return done(out);
};

/** Body of a 200 answer to an export. `partial_success` is left out when nothing was rejected and nothing is to say. */
export const exportResponse = (signal: Signal, encoding: Encoding, partial: PartialSuccess): Uint8Array => {
  if (encoding === 'protobuf') return protobufResponse(partial);
  if (partial.rejected === 0 && partial.message === '') return Buffer.from('{}');
  // 64-bit integers are text in protobuf's JSON.
  const partialSuccess = { [REJECTED_NAME[signal]]: String(partial.rejected), errorMessage: partial.message };
  return Buffer.from(JSON.stringify({ partialSuccess }));
};

/** Body of a 4xx or 5xx answer to an export: `google.rpc.Status`. `code` is a gRPC code, 3 for a malformed body. */
export const statusResponse = (encoding: Encoding, code: number, message: string): Uint8Array => {
  if (encoding === 'json') return Buffer.from(JSON.stringify({ code, message }));
  const out = createRowBuffer(64);
  writeUInt8(out, 0x08);
  writeVarint(out, code);
  writeUInt8(out, 0x12);
  writeText(out, message);
  return done(out);
};
