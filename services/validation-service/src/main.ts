import { catalogCache, createMeshClient } from '@clearspan/mesh';
import { type RunningService, runService, startService } from '@clearspan/service-kit';
import { schemaOf } from '@clearspan/telemetry-store';
import { configSchema, type ValidationConfig } from './config.ts';
import { validateRoute } from './routes/validate.ts';

const NAME = 'validation-service';

/** Checks queries against the fields that the telemetry store has, as far as they are known. */
export const startValidationService = (config: ValidationConfig): Promise<RunningService> => {
  const mesh = createMeshClient({ caller: NAME, services: { 'telemetry-store': config.TELEMETRY_STORE_URL } });
  const catalog = catalogCache(mesh);
  return startService({
    name: NAME,
    host: config.HOST,
    port: config.VALIDATION_SERVICE_PORT,
    logLevel: config.LOG_LEVEL,
    register: (app) =>
      validateRoute(app, async () => {
        const known = await catalog.get();
        return known ? schemaOf(known) : null;
      }),
    close: () => mesh.close(),
  });
};

if (import.meta.main) await runService(NAME, configSchema, startValidationService);
