import { STOREFRONT } from '@clearspan/contracts';
import { dataDir, host, logLevel, millis, port } from '@clearspan/service-kit';
import { z } from 'zod';

const CONNECTIONS_MAX = 64;

export const configSchema = z.object({
  HOST: host(),
  LOG_LEVEL: logLevel(),
  DATABASE_SERVICE_PORT: port(STOREFRONT['database-service'].port),
  CLEARSPAN_DATA: dataDir(),
  /** SQLite in the data folder without it. */
  DATABASE_URL: z.url({ protocol: /^postgres(?:ql)?$/, error: 'expected a postgresql address' }).optional(),
  STOREFRONT_CONNECTIONS: z.coerce
    .number(`expected a whole number, 1 to ${CONNECTIONS_MAX}`)
    .int()
    .min(1)
    .max(CONNECTIONS_MAX)
    .default(4),
  STOREFRONT_SLOW_QUERY_MS: millis(100),
  STOREFRONT_MEMORY_LOG_MS: millis(10_000),
});
export type DatabaseConfig = z.infer<typeof configSchema>;
