import { gauge } from '@clearspan/instrumentation';
import { createMeshClient } from '@clearspan/mesh';
import { createLogger, type RunningService, runService, startService } from '@clearspan/service-kit';
import { createFaultBoard } from '../faults/fault-board.ts';
import { faultRoutes } from '../faults/fault-routes.ts';
import { faultsBehind } from '../faults/faults-behind.ts';
import { tellChanges } from '../faults/tell-changes.ts';
import { countRequests } from '../http/count-requests.ts';
import { startMemoryLog } from '../process/memory-log.ts';
import { configSchema, type FrontendConfig } from './config.ts';
import { countErrors } from './count-errors.ts';
import { delayRoute } from './delay-route.ts';
import { knowVisitors } from './know-visitors.ts';
import { errors, requestMeters } from './meters.ts';
import { NAME } from './name.ts';
import { pages } from './pages.ts';
import { createSessions } from './sessions.ts';

/** What visitors talk to: pages, made of what the backend answers. */
export const startFrontend = (config: FrontendConfig): Promise<RunningService> => {
  const log = createLogger(NAME, config.LOG_LEVEL);
  const services = { 'backend-service': config.BACKEND_SERVICE_URL };
  // With a breaker of its own: what makes the shop fail must not keep anybody from switching it off. Made first, because
  // of two breakers of one service the one made last is what `circuit_breaker_state` tells.
  const faultsMesh = createMeshClient({ caller: NAME, services });
  const mesh = createMeshClient({ caller: NAME, services });
  const sessions = createSessions(config.STOREFRONT_SESSIONS_MAX, () => performance.now());
  const board = createFaultBoard({ effects: { route_latency: null }, now: Date.now, ...tellChanges(log) });
  const stopGauge = gauge(
    'frontend_active_users',
    { description: 'Sessions that were seen within five minutes' },
    (set) => set(sessions.active()),
  );
  const stopMemoryLog = startMemoryLog(log, config.STOREFRONT_MEMORY_LOG_MS);
  return startService({
    name: NAME,
    host: config.HOST,
    port: config.FRONTEND_SERVICE_PORT,
    logLevel: config.LOG_LEVEL,
    register: (app) => {
      countRequests(app, requestMeters);
      countErrors(app, errors);
      knowVisitors(app, sessions);
      delayRoute(app, board);
      pages(app, mesh);
      faultRoutes(app, { service: NAME, board, behind: faultsBehind(faultsMesh, 'backend-service') });
    },
    close: async () => {
      stopMemoryLog();
      stopGauge();
      await board.clear();
      await mesh.close();
      await faultsMesh.close();
    },
  });
};

if (import.meta.main) await runService(NAME, configSchema, startFrontend);
