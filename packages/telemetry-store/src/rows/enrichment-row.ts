import type { RowBatch } from '../row-binary/row-batch.ts';
import { writeText, writeUInt64, writeVarint } from '../row-binary/row-buffer.ts';

/** One row of a table that records are looked up in. `cells` has a text for each of `columns`; the first is the key. */
export interface EnrichmentRow {
  readonly name: string;
  /** From 0, below 2^53. */
  readonly position: number;
  readonly columns: readonly string[];
  readonly cells: readonly string[];
}

const HALF = 2 ** 32;

/** Writes a row behind those of `otel.enrichments`. */
export const appendEnrichmentRow = (
  { enrichments }: RowBatch,
  { name, position, columns, cells }: EnrichmentRow,
): void => {
  const { buffer } = enrichments;
  writeText(buffer, name);
  writeText(buffer, cells[0] ?? '');
  writeUInt64(buffer, position % HALF, Math.floor(position / HALF));
  writeVarint(buffer, columns.length);
  columns.forEach((column, index) => {
    writeText(buffer, column);
    writeText(buffer, cells[index] ?? '');
  });
  enrichments.rows++;
};
