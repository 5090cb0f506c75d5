import type { ServiceName } from '@clearspan/contracts';
import { createMeshClient } from '@clearspan/mesh';
import { type RunningService, runService, startService, VERSION } from '@clearspan/service-kit';
import { callerSettings, configSchema, downstreamUrls, type GatewayConfig } from './config.ts';
import { createCallers } from './core/callers.ts';
import { createRateLimits } from './core/rate-limits.ts';
import { createRouteStats } from './core/route-stats.ts';
import { startHealthChecks } from './downstream/health-checks.ts';
import { pipelineServices } from './downstream/pipeline-services.ts';
import { requireCaller } from './routes/caller.ts';
import { directQueryRoutes } from './routes/direct-query.ts';
import { docs, openApiRoute } from './routes/docs.ts';
import { feedbackRoutes } from './routes/feedback.ts';
import { gatewayHooks } from './routes/gateway-hooks.ts';
import { generateQueryRoute } from './routes/generate-query.ts';
import { healthRoute } from './routes/health.ts';
import { historyRoutes } from './routes/history.ts';
import { insightsRoute } from './routes/insights.ts';
import { jaegerRoute } from './routes/jaeger.ts';
import { learnedRoutes } from './routes/learned.ts';
import { servicesStatusRoute } from './routes/services-status.ts';
import { statsRoutes } from './routes/stats.ts';
import { tailRoute } from './routes/tail.ts';
import { telemetryRoutes } from './routes/telemetry.ts';

const NAME = 'api-gateway';

/** The one entry: limits, the pipeline of a question, and everything else of the system that people may read. */
export const startApiGateway = (config: GatewayConfig): Promise<RunningService> => {
  const urls = downstreamUrls(config);
  const mesh = createMeshClient({ caller: NAME, services: urls });
  const limitPerMinute = config.RATE_LIMIT_PER_MINUTE;
  const limits = createRateLimits(limitPerMinute);
  const stats = createRouteStats();
  const callerOf = requireCaller(createCallers(callerSettings(config)));
  const services = Object.keys(urls) as ServiceName[];
  const stopHealthChecks = startHealthChecks(mesh, services, config.HEALTH_CHECK_INTERVAL);

  return startService({
    name: NAME,
    host: config.HOST,
    port: config.API_GATEWAY_PORT,
    logLevel: config.LOG_LEVEL,
    register: async (app) => {
      gatewayHooks(app, { limits, stats, version: VERSION, limitPerMinute });
      await docs(app, VERSION);
      generateQueryRoute(app, pipelineServices(mesh), callerOf);
      feedbackRoutes(app, mesh, callerOf);
      learnedRoutes(app, mesh, callerOf);
      historyRoutes(app, mesh, callerOf);
      insightsRoute(app, mesh);
      telemetryRoutes(app, mesh);
      directQueryRoutes(app, mesh);
      jaegerRoute(app, mesh);
      tailRoute(app, mesh);
      healthRoute(app, { mesh, services, stats, version: VERSION });
      statsRoutes(app, { mesh, stats, limitPerMinute, clients: () => limits.clients() });
      servicesStatusRoute(app, mesh, VERSION);
      openApiRoute(app);
    },
    close: () => {
      stopHealthChecks();
      return mesh.close();
    },
  });
};

if (import.meta.main) await runService(NAME, configSchema, startApiGateway);
