import { catalogCache, createMeshClient } from '@clearspan/mesh';
import { readConfig, startService } from '@clearspan/service-kit';
import { configSchema } from './config.ts';
import { generateRoute } from './routes/generate.ts';

const main = async (): Promise<void> => {
  const config = readConfig(configSchema, process.env);
  const mesh = createMeshClient({
    caller: 'query-service',
    services: { 'telemetry-store': config.TELEMETRY_STORE_URL },
  });
  const catalog = catalogCache(mesh);

  await startService({
    name: 'query-service',
    host: config.HOST,
    port: config.QUERY_SERVICE_PORT,
    register: (app) => generateRoute(app, () => catalog.get()),
    close: () => mesh.close(),
  });
};

if (import.meta.main) await main();
