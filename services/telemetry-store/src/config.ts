import { OTLP_GRPC_PORT, OTLP_HTTP_PORT, SERVICES } from '@clearspan/contracts';
import { bytes, dataDir, host, logLevel, millis, port } from '@clearspan/service-kit';
import { RETENTION_DAYS_DEFAULT } from '@clearspan/telemetry-store';
import { z } from 'zod';
import { readTargets } from './forward/target/read-targets.ts';
import { readServer } from './server/read-server.ts';

const MEGABYTE = 1024 * 1024;

const days = (): z.ZodCoercedNumber => z.coerce.number('expected days, 1 to 3650').int().min(1).max(3_650);
/** Bytes of a data set on disk; 0 is no limit. */
const bytesOrNone = (): z.ZodDefault<z.ZodCoercedNumber> =>
  z.coerce.number('expected a whole number of bytes, 0 for no limit').int().min(0).default(0);

const variables = z.object({
  HOST: host(),
  LOG_LEVEL: logLevel(),
  TELEMETRY_STORE_PORT: port(SERVICES['telemetry-store'].port),
  TELEMETRY_STORE_OTLP_PORT: port(OTLP_HTTP_PORT),
  TELEMETRY_STORE_OTLP_GRPC_PORT: port(OTLP_GRPC_PORT),
  CLEARSPAN_DATA: dataDir(),
  /** Days a record is kept, by its own time. */
  TELEMETRY_STORE_RETENTION_DAYS: days().default(RETENTION_DAYS_DEFAULT),
  /** The same of one data set. */
  TELEMETRY_STORE_LOGS_DAYS: days().optional(),
  TELEMETRY_STORE_SPANS_DAYS: days().optional(),
  TELEMETRY_STORE_METRICS_DAYS: days().optional(),
  TELEMETRY_STORE_LOGS_BYTES_MAX: bytesOrNone(),
  TELEMETRY_STORE_SPANS_BYTES_MAX: bytesOrNone(),
  TELEMETRY_STORE_METRICS_BYTES_MAX: bytesOrNone(),
  /** Memory of the whole engine. */
  TELEMETRY_STORE_ENGINE_BYTES_MAX: bytes(1024 * MEGABYTE),
  /** Memory of one query. */
  TELEMETRY_STORE_QUERY_BYTES_MAX: bytes(400 * MEGABYTE),
  TELEMETRY_STORE_QUERY_MS: millis(20_000),
  /** Accepted telemetry that is not in the engine yet. */
  TELEMETRY_STORE_WAL_BYTES_MAX: bytes(256 * MEGABYTE),
  /** Free space on the disk below which nothing is taken in: merges and queries need room too. */
  TELEMETRY_STORE_DISK_FREE_BYTES_MIN: bytes(256 * MEGABYTE),
  /** A server or a cluster that telemetry is kept on, in place of an engine in a child process. */
  CLICKHOUSE_URL: z.string().optional(),
  CLICKHOUSE_USER: z.string().optional(),
  CLICKHOUSE_PASSWORD: z.string().optional(),
  CLICKHOUSE_CLUSTER: z.string().optional(),
  /** The shard of the cluster that this process writes to. */
  CLICKHOUSE_SHARD: z.coerce.number('expected the number of a shard, from 1').int().min(1).optional(),
  /** Whether this process does by itself what one of all that share a server must do. */
  TELEMETRY_STORE_JOBS: z.enum(['on', 'off'], 'expected on or off').default('on'),
  /** Where accepted telemetry is sent on to: `name=url,…`. */
  TELEMETRY_STORE_FORWARD: z.string().optional(),
  /** What may wait for each of them. */
  TELEMETRY_STORE_FORWARD_QUEUE_BYTES_MAX: bytes(512 * MEGABYTE),
  CX_TOKEN: z.string().optional(),
  CX_DOMAIN: z.string().optional(),
  CX_APPLICATION_NAME: z.string().optional(),
  CX_SUBSYSTEM_NAME: z.string().optional(),
});
export type StoreConfig = z.infer<typeof variables>;

/** Keeps every other variable too: some have the name of a target in their own. */
export const configSchema = variables.loose().superRefine((given, context) => {
  for (const { variable, message } of [...readTargets(given).faults, ...readServer(given).faults])
    context.addIssue({ code: 'custom', path: [variable], message });
});
