import { OTLP_GRPC_PORT, OTLP_HTTP_PORT, SERVICES } from '@clearspan/contracts';
import { bytes, dataDir, host, logLevel, millis, port } from '@clearspan/service-kit';
import { RETENTION_DAYS_DEFAULT } from '@clearspan/telemetry-store';
import { z } from 'zod';

const MEGABYTE = 1024 * 1024;

export const configSchema = z.object({
  HOST: host(),
  LOG_LEVEL: logLevel(),
  TELEMETRY_STORE_PORT: port(SERVICES['telemetry-store'].port),
  TELEMETRY_STORE_OTLP_PORT: port(OTLP_HTTP_PORT),
  TELEMETRY_STORE_OTLP_GRPC_PORT: port(OTLP_GRPC_PORT),
  CLEARSPAN_DATA: dataDir(),
  /** Days a record is kept, by its own time. */
  TELEMETRY_STORE_RETENTION_DAYS: z.coerce
    .number('expected days')
    .int()
    .min(1)
    .max(3_650)
    .default(RETENTION_DAYS_DEFAULT),
  /** Memory of the whole engine. */
  TELEMETRY_STORE_ENGINE_BYTES_MAX: bytes(1024 * MEGABYTE),
  /** Memory of one query. */
  TELEMETRY_STORE_QUERY_BYTES_MAX: bytes(400 * MEGABYTE),
  TELEMETRY_STORE_QUERY_MS: millis(20_000),
  /** Accepted telemetry that is not in the engine yet. */
  TELEMETRY_STORE_WAL_BYTES_MAX: bytes(256 * MEGABYTE),
});
export type StoreConfig = z.infer<typeof configSchema>;
