import { createMeshClient } from '@clearspan/mesh';
import { type RunningService, runService, startService } from '@clearspan/service-kit';
import { configSchema, type ProcessingConfig } from './config.ts';
import { processRoute } from './routes/process.ts';
import { storageClient } from './storage-client.ts';

const NAME = 'processing-service';

/** Looks at answered questions and has the storage service keep what it finds; keeps nothing itself. */
export const startProcessingService = (config: ProcessingConfig): Promise<RunningService> => {
  const mesh = createMeshClient({ caller: NAME, services: { 'storage-service': config.STORAGE_SERVICE_URL } });
  return startService({
    name: NAME,
    host: config.HOST,
    port: config.PROCESSING_SERVICE_PORT,
    logLevel: config.LOG_LEVEL,
    register: (app) => processRoute(app, storageClient(mesh)),
    close: () => mesh.close(),
  });
};

if (import.meta.main) await runService(NAME, configSchema, startProcessingService);
