import { PROBLEM_STATUS } from '@clearspan/contracts';
import { failSpan } from '@clearspan/instrumentation';
import { context, ROOT_CONTEXT } from '@opentelemetry/api';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Fastify, { type FastifyError, LogController } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Logger } from 'pino';
import { answerClientError } from './client-errors.ts';
import { jsonBodies } from './json-body.ts';
import { localHostOnly } from './local-host.ts';
import { isProblem, problemBody } from './problem.ts';
import { problemOf } from './problem-of.ts';
import { requestDeadline } from './request-deadline.ts';
import { requestTelemetry } from './request-telemetry.ts';
import type { ServiceApp } from './service-app.ts';
import { unknownRoutes } from './unknown-routes.ts';

export interface AppLimits {
  readonly bodyBytesMax: number;
  readonly requestMs: number;
}

const sendProblem = (error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): unknown => {
  const found = problemOf(error, request);
  const status = PROBLEM_STATUS[found.problem.code];
  const cause = isProblem(error) ? (error.cause ?? error) : error;
  if (status >= 500) {
    if (request.span) failSpan(request.span, cause);
    // Where a body could not be read, this is not called from within the request's context.
    context.with(request.telemetry ?? ROOT_CONTEXT, () => request.log.error({ err: cause }, found.message));
  }
  const traceId = request.span?.spanContext().traceId ?? null;
  const [instance = ''] = request.url.split('?');
  return reply
    .code(status)
    .headers(found.problem.headers ?? {})
    .type('application/problem+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(problemBody(found, { instance, traceId, correlationId: request.correlationId ?? null }));
};

/** A Fastify instance on which every error is problem details and every request is seen; without routes yet. */
export const createApp = (logger: Logger, { bodyBytesMax, requestMs }: AppLimits): ServiceApp => {
  const app = Fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: bodyBytesMax,
    requestTimeout: requestMs,
    forceCloseConnections: 'idle',
    // A request that came in before the stop is answered like any other; new connections are refused.
    return503OnClosing: false,
    routerOptions: { ignoreTrailingSlash: true },
    clientErrorHandler: answerClientError,
    frameworkErrors: (error, request, reply) =>
      void sendProblem(error, request as FastifyRequest, reply as FastifyReply),
  }) as unknown as ServiceApp;
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(sendProblem);
  const unknown = unknownRoutes(app);
  app.setNotFoundHandler((request, reply) =>
    sendProblem(unknown(request.method, request.url.split('?')[0] ?? ''), request, reply),
  );
  jsonBodies(app);
  requestDeadline(app, requestMs);
  requestTelemetry(app);
  localHostOnly(app);
  return app;
};
