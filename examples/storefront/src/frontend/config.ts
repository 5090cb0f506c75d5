import { defaultUrl, STOREFRONT } from '@clearspan/contracts';
import { host, logLevel, millis, port, url } from '@clearspan/service-kit';
import { z } from 'zod';

export const configSchema = z.object({
  HOST: host(),
  LOG_LEVEL: logLevel(),
  FRONTEND_SERVICE_PORT: port(STOREFRONT['frontend-service'].port),
  BACKEND_SERVICE_URL: url(defaultUrl('backend-service')),
  STOREFRONT_SESSIONS_MAX: z.coerce
    .number('expected a whole number of sessions, 1 to 1000000')
    .int()
    .min(1)
    .max(1_000_000)
    .default(10_000),
  STOREFRONT_MEMORY_LOG_MS: millis(10_000),
});
export type FrontendConfig = z.infer<typeof configSchema>;
