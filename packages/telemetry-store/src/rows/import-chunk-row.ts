import type { RowBatch } from '../row-binary/row-batch.ts';
import { writeBigInt64, writeText } from '../row-binary/row-buffer.ts';

/** One row of `otel.import_chunks`. */
export interface ImportChunkRow {
  readonly chunk: string;
  readonly takenNanos: bigint;
  readonly answer: string;
}

/** Writes a row behind those of `otel.import_chunks`. */
export const appendImportChunk = ({ import_chunks: rows }: RowBatch, row: ImportChunkRow): void => {
  writeText(rows.buffer, row.chunk);
  writeBigInt64(rows.buffer, row.takenNanos);
  writeText(rows.buffer, row.answer);
  rows.rows++;
};
