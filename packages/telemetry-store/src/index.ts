export type { CatalogLimits } from './catalog/catalog-sql.ts';
export { foldFields } from './catalog/fold-fields.ts';
export { type CatalogArrivals, type CatalogParts, followCatalog } from './catalog/follow-catalog.ts';
export { readCatalog } from './catalog/read-catalog.ts';
export type { FieldFacts, Sample } from './catalog/sample.ts';
export { sampleFields } from './catalog/sample-fields.ts';
export { schemaOf } from './catalog/schema-of.ts';
export { countShapes } from './catalog/shapes.ts';
export { type CatalogSource, SOURCES } from './catalog/sources.ts';
export { appendLogLine, appendSpanLine } from './lines/append-lines.ts';
export type { AppendedLine, LineContext } from './lines/appended-line.ts';
export { chunkIdOf, decodeLines } from './lines/decode-lines.ts';
export type { LineError } from './lines/line-error.ts';
export { type MappedLine, mapLogLine } from './lines/map-log-line.ts';
export { ATTRIBUTE_KINDS, restoreAttributes } from './otlp/attribute-kinds.ts';
export { decodeOtlp, type Encoding } from './otlp/decode-otlp.ts';
export { otlpJsonToProtobuf, type Signal, type Transcoded } from './otlp/json-to-protobuf.ts';
export {
  type DecodeContext,
  type DecodeError,
  type DecodeOutcome,
  RECORD_BYTES_MAX,
  ROWS_BYTES_MAX,
} from './otlp/outcome.ts';
export { readPartialSuccess } from './otlp/read-partial-success.ts';
export { requestIdOf } from './otlp/request-id.ts';
export { exportResponse, type PartialSuccess, statusResponse } from './otlp/responses.ts';
export { retryStatusResponse } from './otlp/retry-status.ts';
export { mayReadLines, type PreparedLines, prepareLinesQuery } from './query/prepare-lines-query.ts';
export {
  missesFields,
  type Prepared,
  prepareQuery,
  type QueryInput,
  type RowLimits,
} from './query/prepare-query.ts';
export { rfc3339Nanos } from './query/rfc3339-nanos.ts';
export { type Ran, runQuery } from './query/run-query.ts';
export { wireDiagnostic, wireResult, wireRow } from './query/wire-result.ts';
export {
  appendBatch,
  type BatchTable,
  batchBytes,
  batchRows,
  clearBatch,
  createRowBatch,
  markBatch,
  type RowBatch,
  rewindBatch,
  tableBatches,
} from './row-binary/row-batch.ts';
export { appendEdgeMinuteRow, appendEdgeRow, type Edge, type NodeType } from './rows/edge-row.ts';
export { appendEnrichmentRow, type EnrichmentRow } from './rows/enrichment-row.ts';
export { fieldKey, fieldPath } from './rows/field-key.ts';
export type { LogRow } from './rows/log-row.ts';
export { ANY, maskText } from './rows/mask-text.ts';
export { otelFromSeverity, SEVERITY, severityFromOtel, severityFromWord } from './rows/severity.ts';
export type {
  QueryLimits,
  QueryRequest,
  QueryResult,
  RowsBeside,
  StoreError,
  StoreErrorCode,
  StoreStats,
  TableBatch,
  TableStats,
  TelemetryStore,
} from './store.ts';
export { isClusterName, onCluster, storedName } from './tables/cluster-names.ts';
export { DATA_SETS, type DataSet, RECORD_TABLES, type RetentionDays, sameDays } from './tables/data-sets.ts';
export {
  alterBlockSettings,
  alterMergeSetting,
  createDatabase,
  createTable,
  createTables,
  type DdlOptions,
  ddl,
  RETENTION_DAYS_DEFAULT,
  ttlOf,
} from './tables/ddl.ts';
export { LOG_COLUMNS, type LogColumn } from './tables/logs.ts';
export { PEER_NAME, PEER_SYSTEM, PEER_TYPE } from './tables/peer-sql.ts';
export { QUANTILES, RED_QUANTILES, redSelect, redView } from './tables/red.ts';
export { ROLL_UPS, type RollUp } from './tables/roll-ups.ts';
export { SPAN_COLUMNS, type SpanColumn } from './tables/spans.ts';
export { rowStructure } from './tables/structure.ts';
export { type Column, DATABASE, type Table, type TableName } from './tables/table.ts';
export { TABLES } from './tables/tables.ts';
export { withinTime } from './tables/time-bucket.ts';
