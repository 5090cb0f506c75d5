import { isTelemetryStarted } from '@clearspan/instrumentation';
import { createMeshClient } from '@clearspan/mesh';
import { createLogger, type RunningService, runService, startService } from '@clearspan/service-kit';
import { createFaultBoard } from '../faults/fault-board.ts';
import { faultRoutes } from '../faults/fault-routes.ts';
import { faultsBehind } from '../faults/faults-behind.ts';
import { tellChanges } from '../faults/tell-changes.ts';
import { countRequests } from '../http/count-requests.ts';
import { startMemoryLog } from '../process/memory-log.ts';
import { BAD_VERSION, SHOP_VERSION } from '../version.ts';
import { createAnswerCache } from './cache/answer-cache.ts';
import { createLookUp } from './cache/look-up.ts';
import { type BackendConfig, configSchema } from './config.ts';
import { createDatabase } from './database/database.ts';
import { createDeployment, type Restart } from './deploy/deployment.ts';
import { createGate } from './deploy/gate.ts';
import { guardRequests } from './deploy/guard-requests.ts';
import { restartTelemetry } from './deploy/restart-telemetry.ts';
import { memoryLeak } from './faults/memory-leak.ts';
import { requestFaults } from './faults/request-faults.ts';
import { unreachableDatabase } from './faults/unreachable-database.ts';
import { requestMeters } from './meters.ts';
import { NAME } from './name.ts';
import { dataRoute } from './routes/data.ts';
import { productRoute } from './routes/product.ts';
import { userRoute } from './routes/user.ts';

/** What a process has one of, and a test may have in another form. */
export interface BackendParts {
  /** What a deploy does to the telemetry of the process. */
  readonly restart?: Restart;
}

/** Between the pages and the tables: keeps answers for a while, and computes prices. */
export const startBackend = (config: BackendConfig, parts: BackendParts = {}): Promise<RunningService> => {
  const log = createLogger(NAME, config.LOG_LEVEL);
  const services = { 'database-service': config.DATABASE_SERVICE_URL };
  // With a breaker of its own: what makes the shop fail must not keep anybody from switching it off. Made first, because
  // of two breakers of one service the one made last is what `circuit_breaker_state` tells.
  const faultsMesh = createMeshClient({ caller: NAME, services });
  const mesh = createMeshClient({ caller: NAME, services });
  const gate = createGate();
  const limits = {
    entriesMax: config.STOREFRONT_CACHE_ENTRIES_MAX,
    ttlMs: config.STOREFRONT_CACHE_TTL_MS,
    negativeTtlMs: config.STOREFRONT_CACHE_NEGATIVE_TTL_MS,
  };
  const cache = createAnswerCache(limits, () => performance.now());
  const restart = parts.restart ?? restartTelemetry({ name: NAME, sends: isTelemetryStarted() });
  const deployment = createDeployment({ gate, restart, emptyCache: () => cache.clear(), log });
  const leak = memoryLeak();
  const unreachable = unreachableDatabase(NAME);
  const board = createFaultBoard({
    effects: {
      cache_disabled: null,
      payment_errors: null,
      dependency_unreachable: unreachable,
      memory_leak: leak,
      log_storm: null,
      bad_deploy: { start: () => deployment.deploy(BAD_VERSION), stop: () => deployment.deploy(SHOP_VERSION) },
    },
    now: Date.now,
    ...tellChanges(log),
  });
  const database = createDatabase({ mesh: () => unreachable.mesh() ?? mesh, hold: () => gate.hold() });
  const lookUp = createLookUp({ cache, board });
  const pricing = { board, version: () => deployment.version(), now: Date.now };
  const stopMemoryLog = startMemoryLog(log, config.STOREFRONT_MEMORY_LOG_MS);
  return startService({
    name: NAME,
    host: config.HOST,
    port: config.BACKEND_SERVICE_PORT,
    logLevel: config.LOG_LEVEL,
    register: (app) => {
      guardRequests(app.server, gate);
      countRequests(app, requestMeters);
      requestFaults(app, board, leak);
      dataRoute(app, { lookUp, database });
      userRoute(app, { lookUp, database });
      productRoute(app, { lookUp, database, pricing });
      faultRoutes(app, { service: NAME, board, behind: faultsBehind(faultsMesh, 'database-service') });
    },
    close: async () => {
      stopMemoryLog();
      deployment.close();
      await board.clear();
      await mesh.close();
      await faultsMesh.close();
    },
  });
};

if (import.meta.main) await runService(NAME, configSchema, startBackend);
