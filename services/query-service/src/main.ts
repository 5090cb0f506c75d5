import { catalogCache, createMeshClient } from '@clearspan/mesh';
import { type RunningService, runService, startService } from '@clearspan/service-kit';
import { configSchema, type QueryConfig } from './config.ts';
import { createLearnedCache } from './core/learned-cache.ts';
import { createModelTurn } from './model/model-turn.ts';
import { generateRoute } from './routes/generate.ts';
import { learnedRoutes } from './routes/learned.ts';
import { readBundleRoute } from './routes/read-bundle.ts';
import { learnedReader, learningStore } from './storage-client.ts';

const NAME = 'query-service';

/** Turns questions into DataPrime, linked to the fields and values that the telemetry store has. */
export const startQueryService = (config: QueryConfig): Promise<RunningService> => {
  const mesh = createMeshClient({
    caller: NAME,
    services: {
      'telemetry-store': config.TELEMETRY_STORE_URL,
      'storage-service': config.STORAGE_SERVICE_URL,
      'external-api-service': config.EXTERNAL_API_SERVICE_URL,
    },
  });
  const catalog = catalogCache(mesh);
  const learned = createLearnedCache(learnedReader(mesh));
  const modelTurn = createModelTurn({ mesh, turnMs: config.MODEL_TURN_MS });
  return startService({
    name: NAME,
    host: config.HOST,
    port: config.QUERY_SERVICE_PORT,
    logLevel: config.LOG_LEVEL,
    register: (app) => {
      generateRoute(app, { catalogOf: () => catalog.get(), learnedOf: (caller) => learned.get(caller), modelTurn });
      learnedRoutes(app, {
        store: learningStore(mesh),
        cache: learned,
        catalogOf: () => catalog.get(),
        newestCatalog: () => catalog.newest(),
      });
      readBundleRoute(app);
    },
    close: () => mesh.close(),
  });
};

if (import.meta.main) await runService(NAME, configSchema, startQueryService);
