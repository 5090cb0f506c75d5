import type { Catalog, CatalogField } from '@clearspan/contracts';

type Values = Readonly<Record<string, number>> | readonly string[];
const counts = (values: Values): { value: string; count: number }[] =>
  Array.isArray(values)
    ? values.map((value: string, i) => ({ value, count: 1000 - i }))
    : Object.entries(values).map(([value, count]) => ({ value, count: count as number }));

export const textField = (
  root: 'm' | 'l' | 'd',
  path: readonly string[],
  values: Values,
  rest: Partial<CatalogField> = {},
): CatalogField => {
  const entries = counts(values);
  return {
    root,
    path: [...path],
    types: [{ type: 'string', share: 1 }],
    presence: 1,
    distinct: entries.length,
    values: entries,
    examples: [],
    ...rest,
  };
};
export const numberField = (
  root: 'm' | 'l' | 'd',
  path: readonly string[],
  numbers: { min: number; p50: number; p95: number; max: number },
  rest: Partial<CatalogField> = {},
): CatalogField => ({
  root,
  path: [...path],
  types: [{ type: 'number', share: 1 }],
  presence: 1,
  distinct: 5000,
  values: [],
  examples: [],
  numbers,
  ...rest,
});

export const SERVICES = [
  'checkout',
  'cart',
  'payment-gateway',
  'auth',
  'billing',
  'search',
  'notification-worker',
  'inventory',
  'api-gateway',
  'postgresql',
] as const;
const REGIONS = ['eu-west-1', 'us-east-1', 'ap-southeast-1'] as const;
const PATHS = ['/api/v1/checkout', '/api/v1/cart', '/api/v1/login', '/api/v1/search', '/api/v1/orders'] as const;
const MESSAGES = [
  'order placed successfully',
  'connection refused by upstream',
  'timeout while calling payment provider',
  'login failed for user',
  'card declined by issuer',
  'health check ok',
  'cache miss for product',
  'java.lang.OutOfMemoryError: heap space',
  'retry attempt 3 of 5',
  'request completed',
  'order o-77 shipped',
  'email sent to customer',
] as const;

/** A shop: logs as flat JSON with labels, spans of the same services. */
export const shop: Catalog = {
  as_of: '2026-11-20T14:30:00Z',
  logs: {
    records: 40_000,
    oldest: '2026-11-01T00:00:00Z',
    newest: '2026-11-20T14:29:59Z',
    fields: [
      {
        root: 'm',
        path: ['timestamp'],
        types: [{ type: 'timestamp', share: 1 }],
        presence: 1,
        distinct: 40_000,
        values: [],
        examples: [],
      },
      {
        root: 'm',
        path: ['severity'],
        types: [{ type: 'enum', share: 1 }],
        presence: 1,
        distinct: 5,
        values: counts(['Info', 'Error', 'Warning', 'Debug', 'Critical']),
        examples: [],
      },
      textField('l', ['applicationname'], ['storefront', 'backoffice']),
      textField('l', ['subsystemname'], SERVICES),
      textField('d', ['msg'], MESSAGES, {
        distinct: 900,
        tokens: [
          { token: 'order', count: 900 },
          { token: 'timeout', count: 300 },
        ],
      }),
      {
        root: 'd',
        path: ['status'],
        types: [{ type: 'number', share: 1 }],
        presence: 0.8,
        distinct: 9,
        values: counts(['200', '201', '404', '500', '503', '504', '429']),
        examples: [],
        numbers: { min: 200, p50: 200, p95: 500, max: 504 },
      },
      textField('d', ['path'], PATHS, { presence: 0.8 }),
      textField('d', ['method'], ['GET', 'POST', 'PUT', 'DELETE'], { presence: 0.8 }),
      numberField('d', ['duration_ms'], { min: 1, p50: 45, p95: 600, max: 9000 }, { presence: 0.8, unit: 'ms' }),
      textField('d', ['user_id'], [], { distinct: 3000, examples: ['u-1042', 'u-7', 'u-330'], presence: 0.7 }),
      textField('d', ['region'], REGIONS),
      textField('d', ['host'], ['web-1', 'web-2', 'web-3', 'db-1']),
      textField('d', ['trace_id'], [], {
        distinct: 30_000,
        examples: ['4bf92f3577b34da6a3ce929d0e0e4736'],
        presence: 0.9,
      }),
      textField('d', ['error_code'], ['E_TIMEOUT', 'E_DECLINED', 'E_AUTH'], { presence: 0.1 }),
      numberField('d', ['cart_value'], { min: 1, p50: 40, p95: 300, max: 2000 }, { presence: 0.2 }),
      textField('d', ['version'], ['2.4.0', '2.4.1', '2.5.0']),
    ],
  },
  spans: {
    records: 60_000,
    oldest: '2026-11-01T00:00:00Z',
    newest: '2026-11-20T14:29:59Z',
    fields: [
      numberField('m', ['duration'], { min: 10, p50: 4000, p95: 300_000, max: 9_000_000 }, { unit: 'us' }),
      textField('l', ['serviceName'], SERVICES),
      textField('l', ['applicationName'], ['storefront', 'backoffice']),
      textField(
        'l',
        ['operationName'],
        ['POST /api/v1/checkout', 'GET /api/v1/cart', 'SELECT orders', 'charge card', 'send email'],
      ),
      textField('d', ['traceID'], [], { distinct: 20_000, examples: ['4bf92f3577b34da6a3ce929d0e0e4736'] }),
      textField('d', ['spanID'], [], { distinct: 60_000, examples: ['00f067aa0ba902b7'] }),
      textField('d', ['parentId'], [], { distinct: 50_000, examples: ['00f067aa0ba902b6'] }),
      textField('d', ['tags', 'http.status_code'], ['200', '500', '503', '404'], { presence: 0.7 }),
      textField('d', ['tags', 'http.method'], ['GET', 'POST'], { presence: 0.7 }),
      textField('d', ['tags', 'db.system'], ['postgresql', 'redis'], { presence: 0.2 }),
      textField('d', ['tags', 'error'], ['true', 'false'], { presence: 0.3 }),
    ],
  },
};

/** 2026-11-20T14:30:00Z, a Friday. */
export const NOW_NANOS: bigint = 1_795_185_000_000_000_000n;
