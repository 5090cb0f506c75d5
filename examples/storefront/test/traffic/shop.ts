import { createMeshClient } from '@clearspan/mesh';
import { type RunningService, type ServiceApp, startService } from '@clearspan/service-kit';
import type { FaultyService } from '../../src/faults/fault.ts';
import { createFaultBoard, type FaultBoard } from '../../src/faults/fault-board.ts';
import { FAULTS, type FaultName } from '../../src/faults/fault-catalog.ts';
import { faultRoutes } from '../../src/faults/fault-routes.ts';
import { faultsBehind } from '../../src/faults/faults-behind.ts';

/** A request of a visitor as it came over the wire. */
export interface Seen {
  readonly path: string;
  readonly cookie: string | undefined;
  readonly traceparent: string | undefined;
}

/** Three services with their boards of faults, the first of which answers visitors. */
export interface Shop {
  readonly url: string;
  readonly backendUrl: string;
  readonly databaseUrl: string;
  readonly seen: Seen[];
  readonly boards: Readonly<Record<FaultyService, FaultBoard>>;
  /** Faults that are on, hidden ones too. */
  on(): readonly FaultName[];
  /** Answers nothing until the returned function is called. */
  hold(): () => void;
  stop(): Promise<void>;
}

const boardOf = (service: FaultyService): FaultBoard =>
  createFaultBoard({
    effects: Object.fromEntries(
      Object.values(FAULTS)
        .filter((fault) => fault.service === service)
        .map(({ name }) => [name, null]),
    ),
    now: Date.now,
    onChange: () => undefined,
    onFailed: (error) => {
      throw error;
    },
  });

type Register = (app: ServiceApp) => void;

const start = (name: FaultyService, port: number, register: Register): Promise<RunningService> =>
  startService({ name, host: '127.0.0.1', port, logLevel: 'silent', register });

export const startShop = async (port = 0): Promise<Shop> => {
  const boards = {
    'frontend-service': boardOf('frontend-service'),
    'backend-service': boardOf('backend-service'),
    'database-service': boardOf('database-service'),
  };
  const seen: Seen[] = [];
  let held = Promise.resolve();
  let sessions = 0;
  const database = await start('database-service', 0, (app) =>
    faultRoutes(app, { service: 'database-service', board: boards['database-service'], behind: null }),
  );
  const toDatabase = createMeshClient({ caller: 'backend-service', services: { 'database-service': database.url } });
  const backend = await start('backend-service', 0, (app) => {
    const behind = faultsBehind(toDatabase, 'database-service');
    faultRoutes(app, { service: 'backend-service', board: boards['backend-service'], behind });
  });
  const toBackend = createMeshClient({ caller: 'frontend-service', services: { 'backend-service': backend.url } });
  const frontend = await start('frontend-service', port, (app) => {
    const behind = faultsBehind(toBackend, 'backend-service');
    faultRoutes(app, { service: 'frontend-service', board: boards['frontend-service'], behind });
    for (const path of ['/', '/user/:id', '/product/:id'])
      app.get(path, async (request, reply) => {
        const { cookie, traceparent } = request.headers as Record<string, string | undefined>;
        seen.push({ path: request.url, cookie, traceparent });
        await held;
        if (cookie === undefined) {
          sessions += 1;
          reply.header('set-cookie', `session=s${sessions}; Path=/; HttpOnly`);
        }
        const { id } = request.params as { id?: string };
        const bad = id !== undefined && !(/^\d+$/.test(id) && Number(id) <= 100_000);
        return reply.code(bad ? 404 : 200).send({ path });
      });
  });
  let stopped: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    for (const service of [frontend, backend, database]) await service.stop();
    for (const mesh of [toBackend, toDatabase]) await mesh.close();
  };
  return {
    url: frontend.url,
    backendUrl: backend.url,
    databaseUrl: database.url,
    seen,
    boards,
    on: () => Object.values(boards).flatMap((board) => board.all().map(({ name }) => name)),
    hold: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      held = promise;
      return resolve;
    },
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
};
