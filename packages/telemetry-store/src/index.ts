export type {
  QueryLimits,
  QueryRequest,
  QueryResult,
  StoreError,
  StoreErrorCode,
  StoreStats,
  TableBatch,
  TableStats,
  TelemetryStore,
} from './store.ts';
export { type DdlOptions, ddl, RETENTION_DAYS_DEFAULT } from './tables/ddl.ts';
export { LOG_COLUMNS, type LogColumn } from './tables/logs.ts';
export { SPAN_COLUMNS, type SpanColumn } from './tables/spans.ts';
export { rowStructure } from './tables/structure.ts';
export { type Column, DATABASE, type Table, type TableName } from './tables/table.ts';
export { TABLES } from './tables/tables.ts';
