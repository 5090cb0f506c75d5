import { Buffer } from 'node:buffer';
import { markBatch, type RowBatch, rewindBatch } from '../row-binary/row-batch.ts';
import { type Cursor, createCursor, isMalformed } from './cursor.ts';
import { createTally, type DecodeContext, type DecodeError, type DecodeOutcome, type Tally } from './outcome.ts';

/** Reads a whole request, row by row, into the batch. Throws `Malformed`. */
export type RequestReader = (c: Cursor, batch: RowBatch, context: DecodeContext, tally: Tally) => void;

/** The value for what a reader threw; anything that is not about the body goes on as it is. */
export const decodeError = (error: unknown): DecodeError => {
  if (!isMalformed(error)) throw error;
  return { code: error.code, message: error.message, offset: error.offset };
};

/** Runs a reader over a body; a malformed body leaves the batch as it was. */
export const decodeWith = (
  read: RequestReader,
  body: Uint8Array,
  batch: RowBatch,
  context: DecodeContext,
): DecodeOutcome => {
  const mark = markBatch(batch);
  const tally = createTally();
  try {
    read(createCursor(Buffer.from(body.buffer, body.byteOffset, body.byteLength)), batch, context, tally);
  } catch (error) {
    rewindBatch(batch, mark);
    return { ok: false, error: decodeError(error) };
  }
  const { accepted, rejected, message } = tally;
  return { ok: true, accepted, rejected, message };
};
