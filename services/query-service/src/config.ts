import { defaultUrl, SERVICES } from '@clearspan/contracts';
import { host, logLevel, millis, port, url } from '@clearspan/service-kit';
import { z } from 'zod';

export const configSchema = z.object({
  HOST: host(),
  LOG_LEVEL: logLevel(),
  QUERY_SERVICE_PORT: port(SERVICES['query-service'].port),
  STORAGE_SERVICE_URL: url(defaultUrl('storage-service')),
  TELEMETRY_STORE_URL: url(defaultUrl('telemetry-store')),
  EXTERNAL_API_SERVICE_URL: url(defaultUrl('external-api-service')),
  /** What one question may spend on a model, all calls together. */
  MODEL_TURN_MS: millis(15_000),
});
export type QueryConfig = z.infer<typeof configSchema>;
