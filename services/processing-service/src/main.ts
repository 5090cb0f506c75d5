import { defaultUrl, SERVICES } from '@clearspan/contracts';
import { host, port, readConfig, url } from '@clearspan/service-kit';
import { z } from 'zod';
import { startProcessingService } from './processing-service.ts';

const main = async (): Promise<void> => {
  const config = readConfig(
    z.object({
      HOST: host(),
      PROCESSING_SERVICE_PORT: port(SERVICES['processing-service'].port),
      STORAGE_SERVICE_URL: url(defaultUrl('storage-service')),
    }),
    process.env,
  );

  await startProcessingService({
    host: config.HOST,
    port: config.PROCESSING_SERVICE_PORT,
    storageUrl: config.STORAGE_SERVICE_URL,
  });
};

if (import.meta.main) await main();
