import { defaultUrl, SERVICES } from '@clearspan/contracts';
import { host, logLevel, port, url } from '@clearspan/service-kit';
import { z } from 'zod';

export const configSchema = z.object({
  HOST: host(),
  LOG_LEVEL: logLevel(),
  VALIDATION_SERVICE_PORT: port(SERVICES['validation-service'].port),
  TELEMETRY_STORE_URL: url(defaultUrl('telemetry-store')),
});
export type ValidationConfig = z.infer<typeof configSchema>;
