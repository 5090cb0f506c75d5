import { createLogger, readConfig, startService } from '@clearspan/service-kit';
import { configSchema } from './config.ts';
import { traceLimits } from './limits.ts';
import { openTelemetry } from './open-telemetry.ts';
import { catalogRoutes } from './routes/catalog.ts';
import { directQueryRoutes } from './routes/direct-query.ts';
import { queryRoutes } from './routes/query.ts';
import { statsRoutes } from './routes/stats.ts';
import { traceRoutes } from './routes/traces.ts';

const NAME = 'telemetry-store';
const config = readConfig(configSchema, process.env);
const log = createLogger(NAME);

const telemetry = await openTelemetry(config, log).catch((error: unknown) => {
  log.fatal({ err: error }, 'the store could not be opened');
  process.exit(1);
});
log.info({ url: telemetry.otlp.url }, 'taking OTLP over HTTP');

await startService({
  name: NAME,
  host: config.HOST,
  port: config.TELEMETRY_STORE_PORT,
  ready: [
    {
      name: 'engine',
      check: () => {
        if (!telemetry.store.up()) throw new Error('the engine is being started again');
      },
    },
  ],
  register: (app) => {
    const { store, ingest, rates, catalog, runner } = telemetry;
    queryRoutes(app, runner);
    directQueryRoutes(app, runner);
    traceRoutes(app, {
      store,
      ingest,
      limits: traceLimits(config.TELEMETRY_STORE_QUERY_MS, config.TELEMETRY_STORE_QUERY_BYTES_MAX),
    });
    statsRoutes(app, { store, ingest, rates });
    catalogRoutes(app, catalog);
  },
  close: () => telemetry.close(),
}).catch((error: unknown) => {
  log.fatal({ err: error }, 'the service could not be started');
  process.exit(1);
});
