import type { ColumnType, QueryResult, ResultColumn, ResultRow, WireDiagnostic } from '@clearspan/contracts';
import { type DecodedRow, type Diagnostic, type OutputColumn, pathText } from '@clearspan/dataprime';
import type { Ran } from './run-query.ts';

const TYPE_OF: Readonly<Record<OutputColumn['type']['kind'], ColumnType>> = {
  string: 'string',
  number: 'number',
  bool: 'bool',
  timestamp: 'timestamp',
  interval: 'interval',
  severity: 'enum',
  regexp: 'string',
  array: 'array',
  object: 'object',
  null: 'unknown',
  unknown: 'unknown',
};

const wireColumn = ({ root, path, type }: OutputColumn): ResultColumn => ({
  name: pathText(root, path),
  path: [`$${root}`, ...path],
  type: TYPE_OF[type.kind],
});

/** Empty trees are left out. */
export const wireRow = ({ m, l, d }: DecodedRow): ResultRow => ({
  ...(Object.keys(m).length > 0 ? { $m: m } : {}),
  ...(Object.keys(l).length > 0 ? { $l: l } : {}),
  ...(Object.keys(d).length > 0 ? { $d: d } : {}),
});

export const wireDiagnostic = ({ code, severity, message, span, fix }: Diagnostic): WireDiagnostic => ({
  code,
  severity,
  message,
  start: span.start,
  end: span.end,
  ...(fix ? { fix: { title: fix.title, start: fix.span.start, end: fix.span.end, text: fix.text } } : {}),
});

/** The answer of `POST /api/query`. */
export const wireResult = (ran: Ran, warnings: readonly Diagnostic[], ms: number): QueryResult => ({
  columns: ran.compiled.columns.map(wireColumn),
  rows: ran.rows.map(wireRow),
  row_count: ran.rows.length,
  truncated: ran.truncated,
  scanned_rows: ran.scannedRows,
  scanned_bytes: ran.scannedBytes,
  execution_time_ms: Math.round(ms * 100) / 100,
  warnings: warnings.map(wireDiagnostic),
});
