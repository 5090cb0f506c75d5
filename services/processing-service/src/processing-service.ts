import { createMeshClient } from '@clearspan/mesh';
import { type RunningService, startService } from '@clearspan/service-kit';
import { processRoute } from './routes/process.ts';
import { storageClient } from './storage-client.ts';

export interface ProcessingServiceSettings {
  readonly host: string;
  readonly port: number;
  readonly storageUrl: string;
}

const NAME = 'processing-service';

/** Looks at answered questions and has the storage service keep what it finds; keeps nothing itself. */
export const startProcessingService = (settings: ProcessingServiceSettings): Promise<RunningService> => {
  const { host, port, storageUrl } = settings;
  const mesh = createMeshClient({ caller: NAME, services: { 'storage-service': storageUrl } });
  return startService({
    name: NAME,
    host,
    port,
    register: (app) => processRoute(app, storageClient(mesh)),
    close: () => mesh.close(),
  });
};
