import { SERVICES } from '@clearspan/contracts';
import { dataDir, host, logLevel, port } from '@clearspan/service-kit';
import { z } from 'zod';

export const configSchema = z.object({
  HOST: host(),
  LOG_LEVEL: logLevel(),
  QUEUE_SERVICE_PORT: port(SERVICES['queue-service'].port),
  CLEARSPAN_DATA: dataDir(),
});
export type QueueConfig = z.infer<typeof configSchema>;
