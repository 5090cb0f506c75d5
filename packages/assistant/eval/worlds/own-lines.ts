import { attributes } from './otlp-span.ts';
import { type Dice, dice, NOW_MS, type SeededLines, times } from './seeded.ts';

const SERVICES = [
  'api-gateway',
  'query-service',
  'validation-service',
  'queue-service',
  'queue-worker',
  'storage-service',
  'telemetry-store',
] as const;
const ROUTES = ['/api/generate-query', '/api/feedback', '/api/query', '/health'] as const;
const KNOWN_TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';

const resource = (service: string): object => ({
  attributes: attributes({
    'service.name': service,
    'service.namespace': 'clearspan',
    'host.name': 'laptop',
    'service.version': '0.1.0',
  }),
});
const nanos = (ms: number): string => `${ms}000000`;

const logOf = (random: Dice, service: string, ms: number, index: number): object => {
  const roll = random.roll();
  const slack = NOW_MS - ms < 7_200_000 && service === 'validation-service' ? 0.25 : 0;
  const severity = roll < 0.07 + slack ? 17 : roll < 0.18 ? 13 : roll < 0.3 ? 5 : 9;
  const http = service === 'api-gateway' || service === 'query-service';
  const status = severity === 17 ? random.pick([500, 503, 504]) : severity === 13 ? random.pick([422, 429]) : 200;
  const body =
    severity === 17
      ? random.pick(['task failed after 3 attempts', 'upstream timeout', 'database is locked'])
      : severity === 13
        ? random.pick(['query rejected: unknown field', 'circuit opened', 'retrying in 200 ms'])
        : random.pick(['request completed', 'task stored', 'listening on port 8080', 'breaker closed']);
  return {
    timeUnixNano: nanos(ms),
    severityNumber: severity,
    body: { stringValue: body },
    traceId: index % 61 === 0 ? KNOWN_TRACE : random.hex(32),
    spanId: random.hex(16),
    attributes: attributes({
      ...(http
        ? {
            'http.route': random.pick(ROUTES),
            'http.response.status_code': status,
            'http.request.method': random.pick(['GET', 'POST']),
          }
        : {}),
      ...(severity === 17 ? { 'error.code': random.pick(['UPSTREAM_ERROR', 'TASK_FAILED', 'DB_LOCKED']) } : {}),
    }),
  };
};

const spanOf = (random: Dice, service: string, ms: number, index: number): object => {
  const kind = random.pick([1, 2, 2, 3]);
  const failing = random.chance(service === 'validation-service' ? 0.2 : 0.04);
  const route = random.pick(ROUTES);
  const db =
    kind === 3 && (service === 'telemetry-store' || service === 'storage-service')
      ? service === 'storage-service'
        ? 'sqlite'
        : 'clickhouse'
      : null;
  const method = random.pick(['GET', 'POST']);
  const micros = random.between(200, service === 'telemetry-store' ? 1_900_000 : 300_000);
  return {
    traceId: index % 71 === 0 ? KNOWN_TRACE : random.hex(32),
    spanId: random.hex(16),
    parentSpanId: kind === 2 && service === 'api-gateway' ? '' : random.hex(16),
    name: kind === 1 ? `${service.replace('-', '_')}.work` : db ? `${db} SELECT` : `${method} ${route}`,
    kind,
    startTimeUnixNano: nanos(ms),
    endTimeUnixNano: String(BigInt(nanos(ms)) + BigInt(micros) * 1000n),
    status: { code: failing ? 2 : 0 },
    attributes: attributes({
      ...(kind === 1 || db
        ? {}
        : {
            'http.route': route,
            'http.request.method': method,
            'http.response.status_code': failing ? 503 : random.pick([200, 200, 200, 422]),
          }),
      ...(db ? { 'db.system.name': db } : {}),
      ...(kind === 2 && service === 'query-service' ? { 'nlq.intent': random.pick(['count', 'list', 'top']) } : {}),
    }),
  };
};

/** The telemetry of this system itself, as OTLP/JSON: everything below `logRecord`, `resource` and `tags`. */
export const ownLines = (): SeededLines => {
  const random = dice(37);
  const logs = times(random, 4200, 4).map((ms, index) => {
    const service = random.pick(SERVICES);
    const log = logOf(random, service, ms, index);
    return JSON.stringify({ resourceLogs: [{ resource: resource(service), scopeLogs: [{ logRecords: [log] }] }] });
  });
  const spans = times(random, 5200, 4).map((ms, index) => {
    const service = random.pick(SERVICES);
    const span = spanOf(random, service, ms, index);
    return JSON.stringify({ resourceSpans: [{ resource: resource(service), scopeSpans: [{ spans: [span] }] }] });
  });
  return { logs, spans };
};
