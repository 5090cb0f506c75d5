import { defaultUrl, SERVICES } from '@clearspan/contracts';
import { createMeshClient } from '@clearspan/mesh';
import { host, port, readConfig, startService, url } from '@clearspan/service-kit';
import { z } from 'zod';
import { processRoute } from './routes/process.ts';
import { storageClient } from './storage-client.ts';

const config = readConfig(
  z.object({
    HOST: host(),
    PROCESSING_SERVICE_PORT: port(SERVICES['processing-service'].port),
    STORAGE_SERVICE_URL: url(defaultUrl('storage-service')),
  }),
  process.env,
);

const mesh = createMeshClient({
  caller: 'processing-service',
  services: { 'storage-service': config.STORAGE_SERVICE_URL },
});

await startService({
  name: 'processing-service',
  host: config.HOST,
  port: config.PROCESSING_SERVICE_PORT,
  register: (app) => processRoute(app, storageClient(mesh)),
  close: () => mesh.close(),
});
