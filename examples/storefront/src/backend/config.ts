import { defaultUrl, STOREFRONT } from '@clearspan/contracts';
import { host, logLevel, millis, port, url } from '@clearspan/service-kit';
import { z } from 'zod';

export const configSchema = z.object({
  HOST: host(),
  LOG_LEVEL: logLevel(),
  BACKEND_SERVICE_PORT: port(STOREFRONT['backend-service'].port),
  DATABASE_SERVICE_URL: url(defaultUrl('database-service')),
  STOREFRONT_CACHE_TTL_MS: millis(30_000),
  STOREFRONT_CACHE_NEGATIVE_TTL_MS: millis(5_000),
  STOREFRONT_CACHE_ENTRIES_MAX: z.coerce
    .number('expected a whole number of entries, 1 to 1000000')
    .int()
    .min(1)
    .max(1_000_000)
    .default(1_000),
  STOREFRONT_MEMORY_LOG_MS: millis(10_000),
});
export type BackendConfig = z.infer<typeof configSchema>;
