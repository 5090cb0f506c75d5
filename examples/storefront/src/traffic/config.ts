import { defaultUrl, STOREFRONT } from '@clearspan/contracts';
import { host, logLevel, millis, port, url } from '@clearspan/service-kit';
import { z } from 'zod';

export const configSchema = z.object({
  HOST: host(),
  LOG_LEVEL: logLevel(),
  STOREFRONT_TRAFFIC_PORT: port(STOREFRONT['storefront-traffic'].port),
  FRONTEND_SERVICE_URL: url(defaultUrl('frontend-service')),
  /** The services behind: visitors come once all are ready. */
  BACKEND_SERVICE_URL: url(defaultUrl('backend-service')),
  DATABASE_SERVICE_URL: url(defaultUrl('database-service')),
  /** Whether visitors come from the start. */
  STOREFRONT_TRAFFIC: z.enum(['on', 'off'], 'expected on or off').default('on'),
  STOREFRONT_MEMORY_LOG_MS: millis(10_000),
});
export type TrafficConfig = z.infer<typeof configSchema>;
