import { dice, iso, NOW_MS, type SeededLines, times } from './seeded.ts';

const SERVICES = ['web-frontend', 'orders', 'payments', 'shipping', 'product-catalog', 'accounts', 'mailer'] as const;
const REGIONS = ['eu-central-1', 'us-east-1', 'ap-south-1'] as const;
const ROUTES: Readonly<Record<string, readonly string[]>> = {
  'web-frontend': ['/', '/products/{id}', '/basket'],
  orders: ['/v2/orders', '/v2/orders/{id}'],
  payments: ['/v2/charge', '/v2/refund'],
  shipping: ['/v2/quotes'],
  'product-catalog': ['/v2/products'],
  accounts: ['/v2/login', '/v2/profile'],
  mailer: ['/v2/send'],
};
const MESSAGES = {
  error: [
    'connection reset by peer',
    'deadlock detected',
    'card processor unavailable',
    'java.lang.OutOfMemoryError: Java heap space',
  ],
  warning: ['retrying request', 'slow query', 'circuit breaker opened'],
  info: ['order created', 'payment captured', 'email sent', 'user logged in', 'request handled'],
} as const;
const KNOWN_TRACE = '7d3f9a2c11e84b6fa0c5d2e9b8f41367';

const versionAt = (ms: number): string => (NOW_MS - ms < 20 * 3_600_000 ? '1.8.0' : '1.7.3');
const appOf = (service: string): string => (service === 'mailer' || service === 'shipping' ? 'backoffice' : 'webshop');

/** Services over three regions: logs with nested HTTP keys, spans of their requests. The mailer fails without warnings. */
export const fleetLines = (): SeededLines => {
  const random = dice(23);
  const logs = times(random, 5200, 12).map((ms, index) => {
    const service = random.pick(SERVICES);
    const burst = service === 'payments' && NOW_MS - ms < 3 * 3_600_000;
    const failing = random.chance(burst ? 0.35 : service === 'product-catalog' ? 0.01 : 0.09);
    const warns = !failing && service !== 'mailer' && random.chance(0.12);
    const severity = failing ? (random.chance(0.12) ? 6 : 5) : warns ? 4 : random.chance(0.2) ? 1 : 3;
    const status = failing
      ? random.pick([500, 502, 503, 504])
      : warns
        ? random.pick([400, 401, 404, 429])
        : random.pick([200, 200, 200, 201]);
    return JSON.stringify({
      $m: { timestamp: iso(ms), severity },
      $l: { applicationname: appOf(service), subsystemname: service },
      $d: {
        message: random.pick(failing ? MESSAGES.error : warns ? MESSAGES.warning : MESSAGES.info),
        http: {
          method: random.pick(['GET', 'GET', 'POST', 'DELETE']),
          route: random.pick(ROUTES[service] ?? ['/']),
          status_code: status,
        },
        latency_ms: random.between(2, service === 'orders' ? 900 : 300) + (burst ? 700 : 0),
        response_bytes: random.between(200, 90_000),
        region: random.pick(REGIONS),
        pod: `${service}-${random.between(0, 3)}`,
        version: versionAt(ms),
        ...(random.chance(0.8) ? { user_id: `user-${random.between(100, 160)}` } : {}),
        trace_id: index % 97 === 0 ? KNOWN_TRACE : random.hex(32),
      },
    });
  });
  const spans = times(random, 5200, 12).map((ms, index) => {
    const service = random.pick(SERVICES);
    const role = random.roll();
    const kind = role < 0.5 ? 'server' : role < 0.8 ? 'client' : 'internal';
    const failing = random.chance(service === 'payments' ? 0.2 : 0.05);
    const route = random.pick(ROUTES[service] ?? ['/']);
    const method = random.pick(['GET', 'POST']);
    const database = kind === 'client' && random.chance(0.7) ? random.pick(['postgresql', 'redis']) : null;
    const operation = kind === 'internal' ? 'render template' : database ? `${database} query` : `${method} ${route}`;
    const http =
      database || kind === 'internal'
        ? {}
        : {
            'http.method': method,
            'http.route': route,
            'http.status_code': failing ? random.pick([500, 503]) : random.chance(0.1) ? 404 : 200,
          };
    return JSON.stringify({
      $m: { timestamp: iso(ms), duration: random.between(300, service === 'orders' ? 2_500_000 : 400_000), kind },
      $l: { applicationName: appOf(service), subsystemName: service, serviceName: service, operationName: operation },
      $d: {
        traceID: index % 89 === 0 ? KNOWN_TRACE : random.hex(32),
        spanID: random.hex(16),
        parentId: kind === 'server' && random.chance(0.5) ? '' : random.hex(16),
        tags: {
          ...http,
          ...(database ? { 'db.system': database } : {}),
          ...(failing ? { error: true } : {}),
          region: random.pick(REGIONS),
          'user.id': `user-${random.between(100, 160)}`,
        },
      },
    });
  });
  return { logs, spans };
};
