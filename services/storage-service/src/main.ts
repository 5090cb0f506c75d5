import { SERVICES } from '@clearspan/contracts';
import { dataDir, host, port, readConfig } from '@clearspan/service-kit';
import { z } from 'zod';
import { startStorageService } from './storage-service.ts';

const ROWS_MAX = 100_000;

const main = async (): Promise<void> => {
  const config = readConfig(
    z.object({
      HOST: host(),
      STORAGE_SERVICE_PORT: port(SERVICES['storage-service'].port),
      CLEARSPAN_DATA: dataDir(),
      STORAGE_ROWS_MAX: z.coerce.number('expected a number of rows').int().min(100).default(ROWS_MAX),
    }),
    process.env,
  );

  await startStorageService({
    host: config.HOST,
    port: config.STORAGE_SERVICE_PORT,
    dataDir: config.CLEARSPAN_DATA,
    rowsMax: config.STORAGE_ROWS_MAX,
  });
};

if (import.meta.main) await main();
