import type { QueryResult } from '@clearspan/contracts';
import { unreachable } from '../unreachable.ts';
import { flatten } from './flatten.ts';
import { printCsv } from './print-csv.ts';
import { printTable, type TableStyle } from './print-table.ts';
import { countText } from './units.ts';

export type Format = 'table' | 'json' | 'ndjson' | 'csv';
export const FORMATS: readonly Format[] = ['table', 'json', 'ndjson', 'csv'];

/** What the store adds for itself: in a table of whole records it only takes the room of what is read. */
const MACHINE_KEYS: ReadonlySet<string> = new Set(['$m.logid', '$m.templateid', '$m.priorityclass']);

/** The rows of a result, and nothing else: what is said about them goes to stderr. */
export const printResult = (result: QueryResult, format: Format, style: TableStyle): string => {
  switch (format) {
    case 'ndjson':
      return result.rows.map((row) => `${JSON.stringify(row)}\n`).join('');
    case 'json':
      return result.rows.length === 0
        ? '[]\n'
        : `[\n${result.rows.map((row) => `  ${JSON.stringify(row)}`).join(',\n')}\n]\n`;
    case 'csv':
      return printCsv(flatten(result.columns, result.rows));
    case 'table':
      return printTable(flatten(result.columns, result.rows, MACHINE_KEYS), style);
    default:
      return unreachable(format);
  }
};

/** `3 rows · 1,204 scanned · 12 ms`, and a warning where rows were cut off. */
export const resultSummary = (result: QueryResult): string => {
  const cut = result.truncated ? ' (cut: there are more; raise --limit or narrow the query)' : '';
  return `${countText(result.row_count, 'row')}${cut} · ${result.scanned_rows.toLocaleString('en')} scanned · ${Math.round(result.execution_time_ms)} ms`;
};
