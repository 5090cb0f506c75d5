import { Buffer } from 'node:buffer';
import type { RowBatch } from '../row-binary/row-batch.ts';
import { jsonFault } from './json-fault.ts';
import { otlpJsonToProtobuf, type Signal } from './json-to-protobuf.ts';
import { decodeLogs } from './logs.ts';
import { decodeMetrics } from './metrics.ts';
import type { DecodeContext, DecodeOutcome } from './outcome.ts';
import { decodeTraces } from './traces.ts';

export type Encoding = 'protobuf' | 'json';

const DECODERS: Readonly<Record<Signal, (body: Uint8Array, batch: RowBatch, context: DecodeContext) => DecodeOutcome>> =
  { traces: decodeTraces, logs: decodeLogs, metrics: decodeMetrics };

/**
 * Turns one OTLP request into rows at the end of the batch. Never throws for what the body holds: a malformed body gives
 * `ok: false` and leaves the batch as it was; records that cannot be stored are counted and the others kept. The same
 * body with the same context gives the same rows, so what was logged ahead can be decoded again.
 */
export const decodeOtlp = (
  signal: Signal,
  encoding: Encoding,
  body: Uint8Array,
  batch: RowBatch,
  context: DecodeContext,
): DecodeOutcome => {
  if (encoding === 'protobuf') return DECODERS[signal](body, batch, context);
  const fault = jsonFault(body);
  if (fault !== null) return { ok: false, error: fault };
  const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8');
  const transcoded = otlpJsonToProtobuf(signal, text);
  return transcoded.ok ? DECODERS[signal](transcoded.body, batch, context) : transcoded;
};
