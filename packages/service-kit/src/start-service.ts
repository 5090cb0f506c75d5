import type { AddressInfo } from 'node:net';
import { PROBLEM_STATUS } from '@clearspan/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Fastify, { type FastifyError, LogController } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { isLoopback } from './config.ts';
import { jsonBodies } from './json-body.ts';
import { createLogger } from './logger.ts';
import { isProblem, problem, problemBody } from './problem.ts';
import { problemOf } from './problem-of.ts';
import { requestTelemetry } from './request-telemetry.ts';
import type { ServiceApp } from './service-app.ts';
import { stopOnSignals } from './shutdown.ts';
import { type ReadinessCheck, systemRoutes } from './system-routes.ts';

export interface ServiceSettings {
  /** `service.name` */
  readonly name: string;
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Adds the routes. */
  register(app: ServiceApp): Promise<void> | void;
  readonly ready?: readonly ReadinessCheck[];
  /** Closes what the service holds open, after the last request was answered. */
  close?(): Promise<void> | void;
  readonly bodyBytesMax?: number;
  readonly requestMs?: number;
}

export interface RunningService {
  readonly url: string;
  readonly app: ServiceApp;
  stop(): Promise<void>;
}

const BODY_BYTES_MAX = 2_097_152;
const REQUEST_MS = 30_000;

const sendProblem = (error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): unknown => {
  const found = problemOf(error, request);
  const status = PROBLEM_STATUS[found.problem.code];
  if (status >= 500) request.log.error({ err: isProblem(error) ? (error.cause ?? error) : error }, found.message);
  const traceId = request.span?.spanContext().traceId ?? null;
  return reply
    .code(status)
    .headers(found.problem.headers ?? {})
    .type('application/problem+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(problemBody(found, { instance: request.url, traceId, correlationId: request.correlationId }));
};

const createApp = (settings: ServiceSettings): ServiceApp => {
  const app = Fastify({
    loggerInstance: createLogger(settings.name),
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: settings.bodyBytesMax ?? BODY_BYTES_MAX,
    handlerTimeout: settings.requestMs ?? REQUEST_MS,
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true },
  }) as unknown as ServiceApp;
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(sendProblem);
  app.setNotFoundHandler((request, reply) =>
    sendProblem(problem('NOT_FOUND', `no route ${request.method} ${request.url.split('?')[0]}`), request, reply),
  );
  jsonBodies(app);
  requestTelemetry(app);
  return app;
};

/**
 * Runs a service: server, telemetry, health, metrics, problems and a clean end. Resolves once it listens and its
 * readiness checks were registered; tells the process that started it, if there is one.
 */
export const startService = async (settings: ServiceSettings): Promise<RunningService> => {
  const { name, host, port } = settings;
  if (!isLoopback(host)) throw new Error(`HOST: expected a loopback address, found ${host}`);
  const app = createApp(settings);
  let draining = false;
  systemRoutes(app, { name, checks: settings.ready ?? [], draining: () => draining });
  await settings.register(app);
  await app.listen({ host, port, listenTextResolver: (address) => `listening at ${address}` });
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${(app.server.address() as AddressInfo).port}`;
  const stop = async (): Promise<void> => {
    draining = true;
    await app.close();
    await settings.close?.();
  };
  stopOnSignals(stop, app.log as ReturnType<typeof createLogger>);
  process.send?.({ kind: 'ready', name, url });
  return { url, app, stop };
};
