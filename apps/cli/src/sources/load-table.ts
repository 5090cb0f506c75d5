import { pipeline, Readable } from 'node:stream';
import {
  appendEnrichmentRow,
  batchBytes,
  clearBatch,
  createRowBatch,
  type RowBatch,
  type TelemetryStore,
  tableBatches,
} from '@clearspan/telemetry-store';
import { type CsvError, type InfoRecord, parse } from 'csv-parse';
import type { TableChoice } from '../args/table-option.ts';
import { inputError, isCommandError } from '../command-error.ts';
import { visible } from '../output/cell-text.ts';
import { openInput } from './open-input.ts';

const COLUMNS_MAX = 1_000;
const CELL_BYTES_MAX = 1_048_576;
const ROWS_MAX = 1_000_000;
/** A row at most, so that a quotation mark that is never closed ends soon. */
const ROW_CHARS_MAX = 16 * 1_048_576;
const BATCH_BYTES_MAX = 16 * 1_048_576;

/** A loaded table as the checker may know it; the first column is the key. */
export interface SourceTable {
  readonly name: string;
  readonly columns: readonly string[];
}

type Row = { readonly record: readonly string[]; readonly info: InfoRecord };

const header = (cells: readonly string[]): readonly string[] => {
  if (cells.length > COLUMNS_MAX) throw new Error(`expected at most ${COLUMNS_MAX} columns, found ${cells.length}`);
  const empty = cells.findIndex((cell) => cell.trim() === '');
  if (empty >= 0) throw new Error(`expected a name in each cell of the header, found none in cell ${empty + 1}`);
  const twice = cells.find((cell, index) => cells.indexOf(cell) !== index);
  if (twice !== undefined) throw new Error(`expected each column once, found \`${visible(twice)}\` twice`);
  return cells;
};

const checkCells = (cells: readonly string[], columns: readonly string[], line: number): void => {
  if (cells.length > columns.length)
    throw new Error(`line ${line}: expected at most ${columns.length} cells as the header has, found ${cells.length}`);
  for (const cell of cells) {
    // Every UTF-16 unit makes three bytes at most.
    if (cell.length * 3 <= CELL_BYTES_MAX) continue;
    const bytes = Buffer.byteLength(cell);
    if (bytes > CELL_BYTES_MAX)
      throw new Error(`line ${line}: expected at most ${CELL_BYTES_MAX} bytes in a cell, found ${bytes}`);
  }
};

/** What the parser of CSV refuses, in our words. */
const CSV_FAULTS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'expected a quotation mark that ends the cell, found the end of the file',
  INVALID_OPENING_QUOTE: 'expected a cell that is quoted from its start, found a quotation mark inside it',
  CSV_INVALID_CLOSING_QUOTE: 'expected a comma or the end of the line behind a quoted cell, found more of it',
  CSV_MAX_RECORD_SIZE: `expected at most ${ROW_CHARS_MAX} characters in a row, found more`,
};

const faultText = (error: unknown): string => {
  const { code, lines, message } = error as CsvError & { readonly lines?: number };
  const fault = CSV_FAULTS[code];
  return fault === undefined ? message : `line ${lines}: ${fault}`;
};

/**
 * Reads a CSV file (RFC 4180, in UTF-8; packed or not) into the store. The first row names the columns, every value is
 * text, and cells that a row does not have are empty. Throws a command error that names the file.
 */
export const loadTable = async (
  store: Pick<TelemetryStore, 'insert'>,
  { name, file }: TableChoice,
  place: number,
): Promise<SourceTable> => {
  const batch: RowBatch = createRowBatch();
  let batches = 0;
  const flush = async (): Promise<void> => {
    batches += 1;
    for (const table of tableBatches(batch)) await store.insert(table, `table-${place}-${batches}`);
    clearBatch(batch);
  };
  const { chunks } = await openInput(file);
  const options = { bom: true, info: true, skip_empty_lines: true, relax_column_count: true } as const;
  // The reader of the rows gets the error: `pipeline` only ends both streams with it.
  const parser = pipeline(
    Readable.from(chunks),
    parse({ ...options, max_record_size: ROW_CHARS_MAX }),
    () => undefined,
  );
  let columns: readonly string[] | null = null;
  let position = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<Row>) {
      if (columns === null) {
        columns = header(record);
        continue;
      }
      if (position === ROWS_MAX) throw new Error(`expected at most ${ROWS_MAX} rows, found more`);
      checkCells(record, columns, info.lines);
      appendEnrichmentRow(batch, { name, position, columns, cells: record });
      position += 1;
      if (batchBytes(batch) >= BATCH_BYTES_MAX) await flush();
    }
    if (columns === null) throw new Error('expected a header, found nothing');
  } catch (error) {
    if (isCommandError(error)) throw error;
    throw inputError(`${file}: ${faultText(error)}`, error);
  }
  await flush();
  return { name, columns };
};
