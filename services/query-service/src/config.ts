import { defaultUrl, SERVICES } from '@clearspan/contracts';
import { host, logLevel, port, url } from '@clearspan/service-kit';
import { z } from 'zod';

export const configSchema = z.object({
  HOST: host(),
  LOG_LEVEL: logLevel(),
  QUERY_SERVICE_PORT: port(SERVICES['query-service'].port),
  STORAGE_SERVICE_URL: url(defaultUrl('storage-service')),
  TELEMETRY_STORE_URL: url(defaultUrl('telemetry-store')),
});
export type QueryConfig = z.infer<typeof configSchema>;
