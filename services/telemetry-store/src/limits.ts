import type { CatalogLimits, QueryLimits, RowLimits } from '@clearspan/telemetry-store';
import type { ServerStoreOptions } from '@clearspan/telemetry-store-clickhouse';
import type { BackgroundLimits } from './core/background/background-queries.ts';
import type { BackupLimits } from './core/backup/take-backup.ts';
import type { ArrivalLimits } from './core/catalog/arrivals.ts';
import type { IngestLimits } from './core/ingest.ts';
import type { ListLimits } from './core/metrics/list-sql.ts';
import type { MetricLimits } from './core/metrics/read-metric.ts';
import type { PatternLimits } from './core/patterns/read-patterns.ts';
import type { AnswersOwedLimits } from './core/repeats/answers-owed.ts';
import type { RecallLimits } from './core/repeats/recall-answers.ts';
import type { KeeperLimits } from './core/retention/keeper.ts';
import type { EdgeKeeperParts } from './core/service-map/edge-keeper.ts';
import type { TailLimits } from './core/tail/tail-hub.ts';
import type { TraceLimits } from './core/trace/find-trace.ts';
import type { ForwardLimits } from './forward/forwarding.ts';
import type { GrpcLimits } from './otlp/grpc/grpc-server.ts';
import type { OtlpServerOptions } from './otlp/otlp-server.ts';
import type { TailRouteParts } from './routes/tail.ts';
import type { WalLimits } from './wal/wal-directory.ts';

const MEGABYTE = 1024 * 1024;

/** What one export request may cost. */
export const OTLP_LIMITS: Pick<OtlpServerOptions, 'bodyBytesMax' | 'plainBytesMax' | 'requestMs'> = {
  bodyBytesMax: 16 * MEGABYTE,
  plainBytesMax: 64 * MEGABYTE,
  requestMs: 30_000,
};

/** What the export requests of all clients may hold together while they are received. */
export const RECEIVING_LIMITS = { bodiesBytesMax: 64 * MEGABYTE } as const;

export const GRPC_LIMITS: GrpcLimits = {
  sessionsMax: 256,
  streamsMax: 128,
  headerBytesMax: 16 * 1024,
  windowBytes: MEGABYTE,
  idleMs: 600_000,
  closeMs: 3_000,
};
/** Bodies that are inflated at the same time, together: a small body may be a large one. */
export const INFLATED_BYTES_MAX = 256 * MEGABYTE;

/** A second of waiting at most, and parts of the table that are not too small. */
export const INGEST_LIMITS: Omit<IngestLimits, 'walBytesMax' | 'retentionDays' | 'keptFromMs'> = {
  batchMs: 1_000,
  batchRowsMax: 40_000,
  batchBytesMax: 32 * MEGABYTE,
  batchesInFlightMax: 2,
  readerFlushMs: 100,
  plainBytesMax: OTLP_LIMITS.plainBytesMax,
  insertAttemptsMax: 8,
  retryBaseMs: 500,
  retryMaxMs: 30_000,
};

/** Of finding out whether a chunk of an import is held. */
export const IMPORT_LOOKUP_LIMITS: QueryLimits = { ms: 5_000, memoryBytes: 100 * MEGABYTE, rows: 1 };

export const WAL_LIMITS: WalLimits = { doneMs: 120_000, doneSegmentsMax: 100, doneBytesMax: 512 * MEGABYTE };

export const FORWARD_LIMITS: Omit<ForwardLimits, 'queueBytesMax' | 'plainBytesMax'> = {
  sendsMax: 8,
  sendMs: 30_000,
  answerBytesMax: 64 * 1024,
  waitBaseMs: 500,
  waitMaxMs: 30_000,
  retryAfterMsMax: 300_000,
  lastSendMs: 1_000,
  tellMs: 60_000,
};
/** Collectors go on repeating a request for five minutes. */
export const REPEAT_LIMITS: AnswersOwedLimits & Pick<RecallLimits, 'recallBytesMax'> = {
  answersOwedMs: 300_000,
  answersOwedMax: 100_000,
  recallBytesMax: 512 * MEGABYTE,
};

/** How often it is looked whether the disk has room: what comes in between is less than what is kept free. */
export const DISK_CHECK_MS = 1_000;

/** The engine of a store that was killed notices it and lets go of the directory within this time. */
export const LOCK_WAIT_MS = 10_000;

/** Of a server that others use too: it has limits of its own beside these. */
export const SERVER_LIMITS: Required<Pick<ServerStoreOptions, 'readers' | 'statementsQueuedMax' | 'reachWaitMs'>> = {
  readers: 8,
  statementsQueuedMax: 64,
  reachWaitMs: 30_000,
};

/** How long an answer may wait for what was acknowledged before it was asked for. */
export const READ_FLUSH_MS = 2_000;

export const TRACE_LIMITS: Pick<TraceLimits, 'spansMax'> = { spansMax: 10_000 };

/** How often it is looked whether a data set has more bytes than it may. */
export const KEEPER_LIMITS: KeeperLimits = { checkMs: 60_000, afterInsertMs: 5_000 };

/** An engine that is behind for longer has no room for a backup either. Six hours are enough for terabytes. */
export const BACKUP_LIMITS: BackupLimits = { flushMs: 30_000, backupMs: 6 * 3_600_000 };

export const CATALOG_LIMITS: CatalogLimits = {
  sampleRows: 20_000,
  fieldsMax: 500,
  valuesMax: 200,
  tokensMax: 100,
  templatesMax: 100,
  valueCharsMax: 120,
  shapesRows: 500,
  metricsMax: 1_000,
  ms: 10_000,
  memoryBytes: 300 * MEGABYTE,
};
/** As many as the catalog tells of. A record of a log is some hundred bytes: all of them fit as a rule. */
export const ARRIVAL_LIMITS: ArrivalLimits = {
  arrivalRowsMax: CATALOG_LIMITS.sampleRows,
  arrivalBytesMax: 16 * MEGABYTE,
};
export const CATALOG_FRESH_MS = 15_000;
export const CATALOG_FRESH_EMPTY_MS = 1_000;

/** A minute of a busy day is some ten thousand spans: what one round does takes a second or two. */
export const EDGE_LIMITS: EdgeKeeperParts['limits'] = {
  minutesMax: 720,
  rangeMinutesMax: 60,
  edgesMax: 200_000,
  touchedMinutesMax: 10_000,
  roundMs: 60_000,
  roundMinutes: 1_440,
  ms: 20_000,
  memoryBytes: 400 * MEGABYTE,
};
export const MAP_LIMITS = { mapNodesMax: 1_000, mapEdgesMax: 2_000 } as const;
export const RED_POINTS_MAX = 1_000;

/** Most exporters send a point each minute at least: five minutes before a window have the one before its first. */
export const METRIC_LIMITS: MetricLimits & ListLimits = {
  metricPointsMax: 1_000,
  metricSeriesMax: 20_000,
  bucketPointsMax: 200_000,
  exemplarsMax: 200,
  lookbackMs: 300_000,
  metricServicesMax: 100,
  labelKeysMax: 50,
  labelValuesMax: 10,
};

/** Names of services or operations in one answer to Jaeger. */
export const JAEGER_NAMES_MAX = 10_000;

export const PATTERN_LIMITS: PatternLimits = {
  templatesMax: 5_000,
  examplesMax: 3,
  exampleCharsMax: 1_000,
  templateIdsMax: 20,
};

/** Of queries that nobody waits for. */
export const BACKGROUND_LIMITS: BackgroundLimits & RowLimits & { readonly backgroundMs: number } = {
  backgroundMs: 300_000,
  backgroundWaitingMax: 20,
  backgroundKeptMax: 100,
  backgroundKeepMs: 3_600_000,
  backgroundBytesMax: 512 * MEGABYTE,
  rowsMax: 100_000,
  rowsDefault: 100_000,
};

export const TAIL_LIMITS: TailLimits & TailRouteParts['limits'] = {
  tailsMax: 20,
  tailRowsMax: 1_000,
  tailBatchesMax: 3,
  waitingBytesMax: 4 * MEGABYTE,
  beatMs: 10_000,
  ms: 5_000,
  memoryBytes: 200 * MEGABYTE,
};

/** Rows of one answer, and of a query without `limit`. */
export const ROW_LIMITS = { rowsMax: 15_000, rowsDefault: 2_000 } as const;
