export { migrateRecords } from './migrate.ts';
export { nodeSqliteDialect } from './node-sqlite-dialect.ts';
export { type OpenRecordsOptions, openRecords } from './open-records.ts';
export type {
  FeedbackTable,
  HistoryTable,
  LearnedEvidenceTable,
  LearnedTable,
  ProcessingTable,
  RecordTables,
} from './tables.ts';
export { type DbSystem, tracedDialect } from './traced-dialect.ts';
