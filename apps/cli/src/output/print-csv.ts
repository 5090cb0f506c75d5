import { cellText } from './cell-text.ts';
import type { FlatTable } from './flatten.ts';

/** Quoted where RFC 4180 asks for it. */
const field = (text: string): string => (/[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** RFC 4180 with a header. Values are as they are: a spreadsheet that runs formulas must be told to import text. */
export const printCsv = (table: FlatTable): string =>
  [table.columns.map((c) => c.name), ...table.rows.map((row) => row.map(cellText))]
    .map((row) => `${row.map(field).join(',')}\r\n`)
    .join('');
