import { catalogCache, createMeshClient } from '@clearspan/mesh';
import { readConfig, startService } from '@clearspan/service-kit';
import { schemaOf } from '@clearspan/telemetry-store';
import { configSchema } from './config.ts';
import { validateRoute } from './routes/validate.ts';

const main = async (): Promise<void> => {
  const config = readConfig(configSchema, process.env);
  const mesh = createMeshClient({
    caller: 'validation-service',
    services: { 'telemetry-store': config.TELEMETRY_STORE_URL },
  });
  const catalog = catalogCache(mesh);

  await startService({
    name: 'validation-service',
    host: config.HOST,
    port: config.VALIDATION_SERVICE_PORT,
    register: async (app) =>
      validateRoute(app, async () => {
        const known = await catalog.get();
        return known ? schemaOf(known) : null;
      }),
    close: () => mesh.close(),
  });
};

if (import.meta.main) await main();
