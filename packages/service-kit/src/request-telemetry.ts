import { randomUUID } from 'node:crypto';
import {
  contextFrom,
  correlationIdOf,
  histogram,
  isCorrelationId,
  startSpan,
  suppressed,
  withCorrelationId,
  withDeadline,
} from '@clearspan/instrumentation';
import { type Attributes, type Context, context, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ServiceApp } from './service-app.ts';

const duration = histogram('http_server_request_duration_seconds', { description: 'Duration of answered requests' });

/** The pattern of the route, never the address: the number of patterns is fixed by the code. */
const routeOf = (request: FastifyRequest): string | undefined => request.routeOptions.url;

const requestAttributes = (request: FastifyRequest): Attributes => {
  const route = routeOf(request);
  return {
    'http.request.method': request.method,
    ...(route === undefined ? {} : { 'http.route': route }),
    'url.path': request.url.split('?')[0] ?? '',
    'url.scheme': 'http',
    'server.address': request.hostname,
    'client.address': request.ip,
    'network.protocol.version': request.raw.httpVersion,
  };
};

const spanNameOf = (request: FastifyRequest): string => {
  const route = routeOf(request);
  return request.routeOptions.config?.span ?? (route === undefined ? request.method : `${request.method} ${route}`);
};

/** The caller's trace, correlation id and time left, as the context in which the request runs. */
const incomingContext = (request: FastifyRequest, correlationId: string | null, incoming: Context): Context => {
  const from = correlationId === null ? incoming : withCorrelationId(incoming, correlationId);
  return withDeadline(from, performance.now() + request.allowedMs);
};

const start = (request: FastifyRequest, reply: FastifyReply): void => {
  if (request.routeOptions.config?.untraced) {
    request.telemetry = suppressed(() => incomingContext(request, null, context.active()));
    return;
  }
  const incoming = contextFrom(request.headers);
  const given = request.headers['x-correlation-id'];
  const correlationId = isCorrelationId(given) ? given : (correlationIdOf(incoming) ?? randomUUID());
  const from = incomingContext(request, correlationId, incoming);
  const span = startSpan(spanNameOf(request), { kind: SpanKind.SERVER, attributes: requestAttributes(request) }, from);
  request.span = span;
  request.correlationId = correlationId;
  request.telemetry = trace.setSpan(from, span);
  reply.header('X-Correlation-ID', correlationId);
  const { traceId, spanId, traceFlags } = span.spanContext();
  reply.header('traceparent', `00-${traceId}-${spanId}-0${traceFlags & 1}`);
};

const lineOf = (request: FastifyRequest, reply: FastifyReply): Record<string, unknown> => ({
  method: request.method,
  route: routeOf(request) ?? 'unknown',
  ms: Math.round(reply.elapsedTime * 100) / 100,
});

const answered = (request: FastifyRequest, reply: FastifyReply): void => {
  const status = reply.statusCode;
  const route = routeOf(request) ?? 'unknown';
  duration.record(reply.elapsedTime / 1000, { method: request.method, route, status });
  const { span } = request;
  if (!span) return;
  span.setAttribute('http.response.status_code', status);
  // By convention a server span is in error only when the server is: a 4xx is the caller's.
  if (status >= 500) {
    span.setAttribute('error.type', String(status));
    span.setStatus({ code: SpanStatusCode.ERROR });
  }
  const line = { ...lineOf(request, reply), status };
  context.with(request.telemetry, () => {
    if (status >= 500) request.log.error(line, 'request failed');
    else request.log.info(line, 'request answered');
  });
  span.end();
};

/**
 * The connection closed before the answer was whole: there is none to count, but the span must not stay open. Once an
 * answer is under way, either side may have been the one to end it.
 */
const unanswered = (request: FastifyRequest, reply: FastifyReply): void => {
  const { span } = request;
  if (!span) return;
  const begun = reply.raw.headersSent;
  span.setAttribute('error.type', begun ? 'response_incomplete' : 'client_disconnected');
  const message = begun ? 'answer cut off' : 'request abandoned by its caller';
  context.with(request.telemetry, () => request.log.info(lineOf(request, reply), message));
  span.end();
};

/** Server spans, the duration histogram and one log line for each request. Registered before any route. */
export const requestTelemetry = (app: ServiceApp): void => {
  app.decorateRequest('span', null);
  app.decorateRequest('correlationId', null);
  app.decorateRequest('telemetry', null as unknown as Context);
  app.addHook('onRequest', (request, reply, done) => {
    start(request, reply);
    reply.raw.once('close', () => {
      if (!reply.raw.writableFinished) unanswered(request, reply);
    });
    context.with(request.telemetry, done);
  });
  // Reading a body leaves the context of the hook above: its events come from the socket.
  app.addHook('preValidation', (request, _reply, done) => context.with(request.telemetry, done));
  app.addHook('onResponse', async (request, reply) => {
    if (reply.raw.writableFinished) answered(request, reply);
  });
};
