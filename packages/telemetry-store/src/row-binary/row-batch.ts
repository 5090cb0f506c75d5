import type { TableBatch } from '../store.ts';
import type { TableName } from '../tables/table.ts';
import { createRowBuffer, emptyBuffer, type RowBuffer, writeBuffer } from './row-buffer.ts';

export interface TableRows {
  readonly buffer: RowBuffer;
  rows: number;
}

/** Rows of one or more requests, one buffer per table that rows are inserted into. */
export type RowBatch = Readonly<Record<BatchTable, TableRows>>;
export type BatchTable = Exclude<TableName, 'traces' | 'red_1m'>;

const BATCH_TABLES: readonly BatchTable[] = [
  'logs',
  'spans',
  'metric_series',
  'metric_points',
  'metric_hists',
  'exemplars',
  'enrichments',
  'edges_1m',
  'edge_minutes',
  'import_chunks',
];

const tableRows = (): TableRows => ({ buffer: createRowBuffer(), rows: 0 });

export const createRowBatch = (): RowBatch => ({
  logs: tableRows(),
  spans: tableRows(),
  metric_series: tableRows(),
  metric_points: tableRows(),
  metric_hists: tableRows(),
  exemplars: tableRows(),
  enrichments: tableRows(),
  edges_1m: tableRows(),
  edge_minutes: tableRows(),
  import_chunks: tableRows(),
});

/** Bytes of all tables. */
export const batchBytes = (batch: RowBatch): number =>
  BATCH_TABLES.reduce((sum, name) => sum + batch[name].buffer.length, 0);

/** Rows of all tables. */
export const batchRows = (batch: RowBatch): number => BATCH_TABLES.reduce((sum, name) => sum + batch[name].rows, 0);

/** Copies the rows of `from` behind those of `into`; `from` stays as it is. */
export const appendBatch = (into: RowBatch, from: RowBatch): void => {
  for (const name of BATCH_TABLES) {
    if (from[name].rows === 0) continue;
    writeBuffer(into[name].buffer, from[name].buffer);
    into[name].rows += from[name].rows;
  }
};

/** Forgets the rows. As much memory as they took is kept for the next ones, not what a burst long ago took. */
export const clearBatch = (batch: RowBatch): void => {
  for (const name of BATCH_TABLES) {
    emptyBuffer(batch[name].buffer);
    batch[name].rows = 0;
  }
};

/** Where a batch stands, to go back to when what follows turns out malformed. */
export const markBatch = (batch: RowBatch): readonly (readonly [bytes: number, rows: number])[] =>
  BATCH_TABLES.map((name) => [batch[name].buffer.length, batch[name].rows]);

export const rewindBatch = (batch: RowBatch, mark: readonly (readonly [bytes: number, rows: number])[]): void => {
  BATCH_TABLES.forEach((name, index) => {
    const [bytes, rows] = mark[index] as readonly [number, number];
    batch[name].buffer.length = bytes;
    batch[name].rows = rows;
  });
};

/** The non-empty tables, as views that are valid until the batch is written to or cleared. */
export const tableBatches = (batch: RowBatch): TableBatch[] =>
  BATCH_TABLES.filter((name) => batch[name].rows > 0).map((table) => {
    const { buffer, rows } = batch[table];
    return { table, rows, bytes: buffer.bytes.subarray(0, buffer.length) };
  });
