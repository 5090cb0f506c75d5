import { SERVICES } from '@clearspan/contracts';
import { dataDir, host, logLevel, port } from '@clearspan/service-kit';
import { z } from 'zod';

export const configSchema = z.object({
  HOST: host(),
  LOG_LEVEL: logLevel(),
  STORAGE_SERVICE_PORT: port(SERVICES['storage-service'].port),
  CLEARSPAN_DATA: dataDir(),
  /** Rows of each kind of record at most; the oldest go. */
  STORAGE_ROWS_MAX: z.coerce.number('expected a number of rows').int().min(100).default(100_000),
});
export type StorageConfig = z.infer<typeof configSchema>;
