import { defaultUrl, SERVICES } from '@clearspan/contracts';
import { dataDir, host, logLevel, millis, port, url } from '@clearspan/service-kit';
import { z } from 'zod';

export const configSchema = z.object({
  HOST: host(),
  LOG_LEVEL: logLevel(),
  QUEUE_WORKER_PORT: port(SERVICES['queue-worker'].port),
  CLEARSPAN_DATA: dataDir(),
  PROCESSING_SERVICE_URL: url(defaultUrl('processing-service')),
  /** Tasks at once. */
  QUEUE_WORKER_CONCURRENCY: z.coerce.number('expected a number of tasks').int().min(1).max(100).default(4),
  /** How long a task stays with a worker that is not heard of. */
  QUEUE_WORKER_LEASE_MS: millis(10_000),
});
export type WorkerConfig = z.infer<typeof configSchema>;
