import { attributes, otlpSpan, type Work } from './otlp-span.ts';
import { iso } from './seeded.ts';

/** The trace of one customer whose payment failed just now. */
const TRACE = '5c0e9b7d41f84a2e9d36b8f07a15c2e4';
const CHECKOUT_SPAN = '7d20c94be1a3f586';
const START_MS = Date.UTC(2026, 10, 20, 14, 21, 7);

const server = (method: string, route: string, status: number): Work => ({
  kind: 2,
  name: `${method} ${route}`,
  of: { 'http.request.method': method, 'http.route': route, 'http.response.status_code': status },
});
const client = (host: string, status: number): Work => ({
  kind: 3,
  name: 'POST',
  of: { 'http.request.method': 'POST', 'server.address': host, 'http.response.status_code': status },
});

/** Service, id, parent, work, start after the first one in milliseconds, and duration in microseconds. */
type Told = readonly [string, string, string, Work, number, number, boolean?];
const SPANS: readonly Told[] = [
  ['shop-front', 'a1b2c3d4e5f60718', '', server('POST', '/', 502), 0, 9_920_000, true],
  ['shop-front', 'b2c3d4e5f6071829', 'a1b2c3d4e5f60718', client('checkout', 502), 12, 9_890_000, true],
  ['checkout', CHECKOUT_SPAN, 'b2c3d4e5f6071829', server('POST', '/checkout', 502), 14, 9_870_000, true],
  ['checkout', '0c4d5e6f70819203', CHECKOUT_SPAN, client('cart', 200), 16, 41_000],
  ['checkout', '1d5e6f7081920314', CHECKOUT_SPAN, client('fraud-check', 200), 60, 130_000],
  ['checkout', '2e6f708192031425', CHECKOUT_SPAN, client('payment-gateway', 504), 195, 9_660_000, true],
  ['cart', '3f70819203142536', '0c4d5e6f70819203', server('GET', '/api/v1/cart', 200), 18, 36_000],
  ['fraud-check', '4081920314253647', '1d5e6f7081920314', server('POST', '/score', 200), 63, 124_000],
  ['payment-gateway', '5192031425364758', '2e6f708192031425', server('POST', '/payments', 504), 198, 9_652_000, true],
  [
    'payment-gateway',
    '6203142536475869',
    '5192031425364758',
    client('api.cardlane.example', 504),
    205,
    9_610_000,
    true,
  ],
];

export const storySpans: readonly object[] = SPANS.map(([name, spanId, parentSpanId, work, at, micros, bad = false]) =>
  otlpSpan({
    traceId: TRACE,
    spanId,
    parentSpanId,
    work,
    startMs: START_MS + at,
    micros,
    failing: bad,
    resource: attributes({
      'service.name': name,
      'service.namespace': name === 'shop-front' || name === 'cart' ? 'shop' : 'payments',
      'cloud.region': 'eu-west',
      'host.name': `${name}-1`,
    }),
    more: { 'user.id': 'u-2041', ...(bad ? { 'error.type': 'AcquirerTimeout' } : {}) },
  }),
);

const log = (ms: number, severity: number, app: string, name: string, data: object): object => ({
  $m: { timestamp: iso(ms), severity },
  $l: { applicationname: app, subsystemname: name },
  $d: data,
});

const at = (day: number, hour: number, minute: number): number => Date.UTC(2026, 10, day, hour, minute, 20);
const WHO = { user_id: 'u-2041', region: 'eu-west', trace_id: TRACE };
const ORDER = { order_id: 'ORD-58213', user_id: 'u-2063', region: 'eu-west' };
const slow = (minute: number, took: number, message: string, user = 'u-2041', hour = 15): object =>
  log(at(19, hour, minute), 3, 'payments', 'checkout', {
    message,
    method: 'POST',
    path: '/checkout',
    status: 200,
    duration_ms: took,
    user_id: user,
    region: 'eu-west',
    version: '12.6.0',
    amount_eur: 74.9,
    items: 3,
  });

const declined = (hour: number, user: string, method: string, amount: number): object =>
  log(at(17, hour, 33), 4, 'payments', 'payment-gateway', {
    message: 'payment declined',
    status: 402,
    method: 'POST',
    path: '/payments',
    duration_ms: 180,
    user_id: user,
    payment_method: method,
    amount_eur: amount,
    region: 'us-east',
  });
const unpaid = (day: number, seller: string, type: string, message: string): object =>
  log(at(day, 6, 5), 5, 'payments', 'payout-worker', {
    message,
    error_type: type,
    seller_id: seller,
    amount_eur: 412.2,
    region: 'eu-west',
  });

/** Records of that trace, of an order from its placing to its delivery, and of a slow afternoon. */
export const storyLogs: readonly object[] = [
  log(START_MS + 60, 3, 'shop', 'cart', { message: 'cart viewed', status: 200, duration_ms: 36, items: 2, ...WHO }),
  log(START_MS + 190, 3, 'payments', 'fraud-check', { message: 'order approved', status: 200, score: 12, ...WHO }),
  log(START_MS + 9860, 5, 'payments', 'payment-gateway', {
    message: 'acquirer timed out after 9610 ms',
    error_type: 'AcquirerTimeout',
    method: 'POST',
    path: '/payments',
    status: 504,
    duration_ms: 9652,
    amount_eur: 219.5,
    payment_method: 'card',
    ...WHO,
  }),
  log(START_MS + 9890, 5, 'payments', 'checkout', {
    message: 'payment was refused',
    error_type: 'PaymentRefused',
    method: 'POST',
    path: '/checkout',
    status: 502,
    duration_ms: 9870,
    amount_eur: 219.5,
    ...WHO,
  }),
  log(at(17, 10, 2), 3, 'payments', 'payment-gateway', { message: 'payment captured', amount_eur: 58, ...ORDER }),
  log(at(17, 10, 3), 3, 'fulfilment', 'order-service', { message: 'order placed', amount_eur: 58, ...ORDER }),
  log(at(18, 7, 40), 3, 'fulfilment', 'warehouse-sync', { message: 'order picked', warehouse: 'LEJ-2', ...ORDER }),
  log(at(18, 16, 11), 3, 'fulfilment', 'shipping', {
    message: 'parcel handed to carrier',
    carrier: 'swiftvan',
    ...ORDER,
  }),
  log(at(19, 13, 25), 4, 'fulfilment', 'shipping', {
    message: 'parcel delayed by 2 days',
    carrier: 'swiftvan',
    ...ORDER,
  }),
  slow(4, 310, 'checkout started'),
  slow(6, 2840, 'coupon applied'),
  slow(9, 4120, 'checkout completed'),
  slow(31, 1260, 'checkout started'),
  log(at(19, 9, 12), 3, 'shop', 'accounts', {
    message: 'login succeeded',
    status: 200,
    path: '/login',
    method: 'POST',
    user_id: 'u-2077',
    ip: '198.51.100.9',
  }),
  ...[8, 9, 11, 12, 18].map((hour) => declined(hour, 'u-2018', 'card', 120 + hour)),
  ...[7, 13, 19, 20].map((hour) => declined(hour, 'u-2107', 'bank_transfer', 31 + hour)),
  ...[10, 11, 15].map((hour) => declined(hour, 'u-2093', 'wallet', 64)),
  unpaid(17, 's-451', 'IbanRejected', 'payout failed, bank rejected the account number'),
  unpaid(18, 's-452', 'BankUnavailable', 'payout failed, bank did not answer'),
  unpaid(19, 's-451', 'IbanRejected', 'payout failed, bank rejected the account number'),
  // Beside what is asked for: another customer, another day, another service.
  slow(22, 1730, 'checkout started', 'u-2050'),
  slow(40, 1910, 'checkout started', 'u-2041', 8),
  log(at(19, 15, 20), 3, 'shop', 'shop-front', { message: 'page rendered', user_id: 'u-2041', duration_ms: 1840 }),
  log(at(20, 14, 27), 3, 'shop', 'shop-front', {
    message: 'page rendered',
    user_id: 'u-2041',
    duration_ms: 44,
    trace_id: '0a6d2f91c35e4b78913d7c20fe48ab65',
  }),
  log(at(12, 18, 1), 3, 'shop', 'accounts', { message: 'login succeeded', user_id: 'u-2077', ip: '198.51.100.9' }),
  log(at(18, 2, 39), 3, 'shop', 'accounts', {
    message: 'login succeeded',
    status: 200,
    user_id: 'u-2005',
    ip: '203.0.113.77',
  }),
  log(at(11, 6, 5), 3, 'payments', 'payout-worker', { message: 'payout sent', seller_id: 's-451', amount_eur: 88 }),
  log(at(10, 9, 17), 5, 'shop', 'catalog', {
    message: 'lock wait timed out after 4100 ms',
    error_type: 'LockTimeout',
    version: '5.8.4',
  }),
];
