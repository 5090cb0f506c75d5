import { defaultUrl, SERVICES } from '@clearspan/contracts';
import { host, logLevel, port, url } from '@clearspan/service-kit';
import { z } from 'zod';

export const configSchema = z.object({
  HOST: host(),
  LOG_LEVEL: logLevel(),
  PROCESSING_SERVICE_PORT: port(SERVICES['processing-service'].port),
  STORAGE_SERVICE_URL: url(defaultUrl('storage-service')),
});
export type ProcessingConfig = z.infer<typeof configSchema>;
