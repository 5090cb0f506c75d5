import { defaultUrl, SERVICES } from '@clearspan/contracts';
import { headerName, host, logLevel, millis, port, url } from '@clearspan/service-kit';
import { z } from 'zod';
import type { CallerSettings } from './core/callers.ts';

export const configSchema = z.object({
  HOST: host(),
  LOG_LEVEL: logLevel(),
  API_GATEWAY_PORT: port(SERVICES['api-gateway'].port),
  QUERY_SERVICE_URL: url(defaultUrl('query-service')),
  VALIDATION_SERVICE_URL: url(defaultUrl('validation-service')),
  QUEUE_SERVICE_URL: url(defaultUrl('queue-service')),
  PROCESSING_SERVICE_URL: url(defaultUrl('processing-service')),
  STORAGE_SERVICE_URL: url(defaultUrl('storage-service')),
  QUEUE_WORKER_URL: url(defaultUrl('queue-worker')),
  EXTERNAL_API_SERVICE_URL: url(defaultUrl('external-api-service')),
  TELEMETRY_STORE_URL: url(defaultUrl('telemetry-store')),
  HEALTH_CHECK_INTERVAL: millis(30_000),
  /** Requests a minute for each client address. */
  RATE_LIMIT_PER_MINUTE: z.coerce.number().int().min(1).max(1_000_000).default(100),
  /** Header in which a proxy before the gateway says who asks. */
  CALLER_USER_HEADER: headerName(),
  /** Header in which it says of which team. */
  CALLER_TEAM_HEADER: headerName(),
  /** Users who decide for everyone, with commas between. */
  CALLER_ADMINS: z.string().default(''),
});
export type GatewayConfig = z.infer<typeof configSchema>;

/** How the gateway finds out who asks. */
export const callerSettings = (config: GatewayConfig): CallerSettings => ({
  userHeader: config.CALLER_USER_HEADER,
  teamHeader: config.CALLER_TEAM_HEADER,
  admins: config.CALLER_ADMINS.split(',').map((name) => name.trim()),
});

/** Everything the gateway may call, by name. */
export const downstreamUrls = (
  config: GatewayConfig,
): Record<Exclude<keyof typeof SERVICES, 'api-gateway' | 'web'>, string> => ({
  'query-service': config.QUERY_SERVICE_URL,
  'validation-service': config.VALIDATION_SERVICE_URL,
  'queue-service': config.QUEUE_SERVICE_URL,
  'processing-service': config.PROCESSING_SERVICE_URL,
  'storage-service': config.STORAGE_SERVICE_URL,
  'queue-worker': config.QUEUE_WORKER_URL,
  'external-api-service': config.EXTERNAL_API_SERVICE_URL,
  'telemetry-store': config.TELEMETRY_STORE_URL,
});
