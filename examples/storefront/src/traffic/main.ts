import { createMeshClient } from '@clearspan/mesh';
import { createLogger, type RunningService, runService, startService } from '@clearspan/service-kit';
import { faultsBehind } from '../faults/faults-behind.ts';
import { startMemoryLog } from '../process/memory-log.ts';
import { type Clock, systemClock } from './clock.ts';
import { configSchema, type TrafficConfig } from './config.ts';
import { type ControlRoom, controlRoutes } from './control-routes.ts';
import { openFrontDoor } from './front-door.ts';
import { createIncident } from './incident.ts';
import { createQuiz } from './quiz.ts';
import { createTraffic } from './traffic.ts';

const NAME = 'storefront-traffic';

/** What was switched on from here is switched off: nothing of it is written down. */
const leave = async ({ traffic, incident, quiz }: ControlRoom): Promise<void> => {
  await Promise.all([traffic.change({ running: false }), incident.stop(), quiz.reveal()]);
};

/** The visitors of the shop, and the room from which it is watched and broken. */
export const startTraffic = async (config: TrafficConfig, clock: Clock = systemClock): Promise<RunningService> => {
  const log = createLogger(NAME, config.LOG_LEVEL);
  const mesh = createMeshClient({ caller: NAME, services: { 'frontend-service': config.FRONTEND_SERVICE_URL } });
  const door = openFrontDoor(config.FRONTEND_SERVICE_URL, [config.BACKEND_SERVICE_URL, config.DATABASE_SERVICE_URL]);
  const faults = faultsBehind(mesh, 'frontend-service');
  const onFailed = (error: unknown): void => log.warn({ err: error }, 'a fault could not be switched');
  const traffic = createTraffic({
    door,
    clock,
    onDoor: (open) =>
      open ? log.info('visitors come to the shop') : log.warn('the shop does not answer: visitors stay away'),
  });
  const onStep = (does: string): void => log.info({ step: does }, 'the incident goes on');
  const room: ControlRoom = {
    traffic,
    faults,
    incident: createIncident({ faults, traffic, clock, onStep, onFailed }),
    quiz: createQuiz({ faults, clock, onFailed }),
  };
  const stopMemoryLog = startMemoryLog(log, config.STOREFRONT_MEMORY_LOG_MS);
  const service = await startService({
    name: NAME,
    host: config.HOST,
    port: config.STOREFRONT_TRAFFIC_PORT,
    logLevel: config.LOG_LEVEL,
    register: (app) => {
      controlRoutes(app, room);
      // Before the server closes, while there is time: the frontend must still be told.
      app.addHook('preClose', () => leave(room));
    },
    close: async () => {
      stopMemoryLog();
      await door.close();
      await mesh.close();
    },
  });
  await traffic.change({ running: config.STOREFRONT_TRAFFIC === 'on' });
  return service;
};

if (import.meta.main) await runService(NAME, configSchema, startTraffic);
