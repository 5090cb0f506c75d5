import type { TableRows } from '../row-binary/row-batch.ts';
import { type DecodeContext, RECORD_BYTES_MAX, ROWS_BYTES_MAX, reject, type Tally } from './outcome.ts';

/** Why nothing more of a request is written; empty while there is room. */
export const rowsFull = ({ writtenBytes }: Tally, context: DecodeContext): string => {
  const max = context.rowsBytesMax ?? ROWS_BYTES_MAX;
  return writtenBytes < max
    ? ''
    : `expected at most ${max} bytes of rows in one request, found more; the rest was not stored`;
};

/**
 * Writes one record as one row, unless the row or the rows of the request grow over their limit: then the row is taken
 * back and the record counts as rejected.
 */
export const writeRecord = (
  rows: TableRows,
  context: DecodeContext,
  tally: Tally,
  what: string,
  write: () => void,
): void => {
  const { buffer } = rows;
  const before = buffer.length;
  const full = rowsFull(tally, context);
  if (full !== '') {
    reject(tally, full);
    return;
  }
  write();
  const recordMax = context.recordBytesMax ?? RECORD_BYTES_MAX;
  const size = buffer.length - before;
  tally.writtenBytes += size;
  if (size > recordMax) {
    buffer.length = before;
    reject(tally, `expected at most ${recordMax} bytes in a ${what} with its resource, found ${size}`);
    return;
  }
  rows.rows++;
  tally.accepted++;
};
