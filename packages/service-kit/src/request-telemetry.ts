import { randomUUID } from 'node:crypto';
import {
  contextFrom,
  correlationIdOf,
  histogram,
  isCorrelationId,
  startSpan,
  withCorrelationId,
  withDeadline,
} from '@clearspan/instrumentation';
import { type Attributes, context, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ServiceApp } from './service-app.ts';

const duration = histogram('http_server_request_duration_seconds', { description: 'Duration of answered requests' });

/** The pattern of the route, never the address: the number of patterns is fixed by the code. */
const routeOf = (request: FastifyRequest): string => request.routeOptions.url ?? 'unknown';

const headersOf = (request: FastifyRequest): Record<string, string> =>
  Object.fromEntries(
    Object.entries(request.headers).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );

const requestAttributes = (request: FastifyRequest): Attributes => ({
  'http.request.method': request.method,
  'http.route': routeOf(request),
  'url.path': request.url.split('?')[0] ?? '',
  'url.scheme': 'http',
  'server.address': request.hostname,
  'client.address': request.ip,
  'network.protocol.version': request.raw.httpVersion,
});

const start = (request: FastifyRequest, reply: FastifyReply): void => {
  const { config } = request.routeOptions;
  if (config?.untraced) return;
  const incoming = contextFrom(headersOf(request));
  const given = request.headers['x-correlation-id'];
  const correlationId = isCorrelationId(given) ? given : (correlationIdOf(incoming) ?? randomUUID());
  let from = withCorrelationId(incoming, correlationId);
  const leftMs = Number(request.headers['x-deadline-ms']);
  if (leftMs > 0) from = withDeadline(from, performance.now() + leftMs);
  const name = config?.span ?? `${request.method} ${routeOf(request)}`;
  const span = startSpan(name, { kind: SpanKind.SERVER, attributes: requestAttributes(request) }, from);
  request.span = span;
  request.correlationId = correlationId;
  request.telemetry = trace.setSpan(from, span);
  reply.header('X-Correlation-ID', correlationId);
  const { traceId, spanId, traceFlags } = span.spanContext();
  reply.header('traceparent', `00-${traceId}-${spanId}-0${traceFlags & 1}`);
};

const finish = (request: FastifyRequest, reply: FastifyReply): void => {
  const status = reply.statusCode;
  duration.record(reply.elapsedTime / 1000, { method: request.method, route: routeOf(request), status });
  const { span } = request;
  if (!span) return;
  span.setAttribute('http.response.status_code', status);
  // By convention a server span is in error only when the server is: a 4xx is the caller's.
  if (status >= 500) {
    span.setAttribute('error.type', String(status));
    span.setStatus({ code: SpanStatusCode.ERROR });
  }
  const line = {
    method: request.method,
    route: routeOf(request),
    status,
    ms: Math.round(reply.elapsedTime * 100) / 100,
  };
  context.with(request.telemetry, () => {
    if (status >= 500) request.log.error(line, 'request failed');
    else request.log.info(line, 'request answered');
  });
  span.end();
};

/** Server spans, the duration histogram and one log line for each request. Registered before any route. */
export const requestTelemetry = (app: ServiceApp): void => {
  app.decorateRequest('span', null);
  app.decorateRequest('correlationId', null);
  app.decorateRequest('telemetry', { getter: () => ROOT_CONTEXT });
  app.addHook('onRequest', (request, reply, done) => {
    Object.defineProperty(request, 'telemetry', { value: ROOT_CONTEXT, writable: true });
    start(request, reply);
    context.with(request.telemetry, done);
  });
  // Reading a body leaves the context of the hook above: its events come from the socket.
  app.addHook('preValidation', (request, _reply, done) => context.with(request.telemetry, done));
  app.addHook('onResponse', async (request, reply) => finish(request, reply));
  app.addHook('onRequestAbort', async (request) => request.span?.setAttribute('clearspan.request.aborted', true));
};
