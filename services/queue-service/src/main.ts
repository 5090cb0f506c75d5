import { SERVICES } from '@clearspan/contracts';
import { dataDir, host, port, readConfig } from '@clearspan/service-kit';
import { z } from 'zod';
import { startQueueService } from './queue-service.ts';

const main = async (): Promise<void> => {
  const config = readConfig(
    z.object({
      HOST: host(),
      QUEUE_SERVICE_PORT: port(SERVICES['queue-service'].port),
      CLEARSPAN_DATA: dataDir(),
    }),
    process.env,
  );

  await startQueueService({ host: config.HOST, port: config.QUEUE_SERVICE_PORT, dataDir: config.CLEARSPAN_DATA });
};

if (import.meta.main) await main();
