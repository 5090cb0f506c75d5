import { createLogger, type RunningService, runService, startService } from '@clearspan/service-kit';
import { configSchema, type StoreConfig } from './config.ts';
import {
  BACKGROUND_LIMITS,
  JAEGER_NAMES_MAX,
  MAP_LIMITS,
  METRIC_LIMITS,
  PATTERN_LIMITS,
  RED_POINTS_MAX,
  TAIL_LIMITS,
  TRACE_LIMITS,
} from './limits.ts';
import { openTelemetry } from './open-telemetry.ts';
import { backgroundQueryRoutes } from './routes/background-query.ts';
import { backupRoutes } from './routes/backup.ts';
import { catalogRoutes } from './routes/catalog.ts';
import { directQueryRoutes } from './routes/direct-query.ts';
import { fieldRoutes } from './routes/field.ts';
import { jaegerRoutes } from './routes/jaeger.ts';
import { metricRoutes } from './routes/metrics.ts';
import { patternRoutes } from './routes/patterns.ts';
import { queryRoutes } from './routes/query.ts';
import { redRoutes } from './routes/red.ts';
import { serviceMapRoutes } from './routes/service-map.ts';
import { statsRoutes } from './routes/stats.ts';
import { tailRoutes } from './routes/tail.ts';
import { traceRoutes } from './routes/traces.ts';

const NAME = 'telemetry-store';

/** Takes telemetry in, keeps it, and answers queries over it: the engine and its log, OTLP, and the routes. */
export const startTelemetryStore = async (config: StoreConfig): Promise<RunningService> => {
  const log = createLogger(NAME, config.LOG_LEVEL);
  const telemetry = await openTelemetry(config, log);
  log.info({ url: telemetry.otlp.httpUrl }, 'taking OTLP over HTTP');
  log.info({ url: telemetry.otlp.grpcUrl }, 'taking OTLP over gRPC');
  const { store, ingest, catalog, runner, edges, tails, background, backups } = telemetry;
  const query = { ms: config.TELEMETRY_STORE_QUERY_MS, memoryBytes: config.TELEMETRY_STORE_QUERY_BYTES_MAX };
  const limits = { trace: { ...TRACE_LIMITS, ...query }, query, namesMax: JAEGER_NAMES_MAX };
  const map = { store, edges, limits: { ...MAP_LIMITS, ...query } };

  return startService({
    name: NAME,
    host: config.HOST,
    port: config.TELEMETRY_STORE_PORT,
    logLevel: config.LOG_LEVEL,
    ready: [
      {
        name: 'engine',
        check: () => {
          if (!store.up()) throw new Error('the engine is away: it is started again, or asked until it answers');
        },
      },
      { name: 'disk', check: () => telemetry.disk.check(), partial: true },
    ],
    register: (app) => {
      queryRoutes(app, runner);
      directQueryRoutes(app, runner);
      backgroundQueryRoutes(app, { queries: background, limits: BACKGROUND_LIMITS });
      traceRoutes(app, { store, ingest, runner, limits });
      serviceMapRoutes(app, { ...map, ingest });
      redRoutes(app, { store, ingest, limits: { pointsMax: RED_POINTS_MAX, ...query } });
      metricRoutes(app, { store, ingest, limits: { ...METRIC_LIMITS, ...query } });
      jaegerRoutes(app, { store, ingest, runner, map, limits });
      patternRoutes(app, runner, PATTERN_LIMITS);
      fieldRoutes(app, runner);
      tailRoutes(app, { hub: tails, limits: TAIL_LIMITS });
      statsRoutes(app, telemetry);
      catalogRoutes(app, catalog);
      backupRoutes(app, backups);
    },
    close: () => telemetry.close(),
  });
};

if (import.meta.main) await runService(NAME, configSchema, startTelemetryStore);
