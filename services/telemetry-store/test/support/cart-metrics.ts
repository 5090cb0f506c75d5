import { doubles, minutely } from './metric-client.ts';
import type { SentMetric } from './metrics-json.ts';

/** The resource of a cart on one host. */
export const SOURCE = { 'service.name': 'cart', 'host.name': 'one' } as const;

/** A counter of three series: one falls back, one misses minutes. */
export const REQUESTS: SentMetric = {
  name: 'http.requests',
  type: 'sum',
  unit: '{request}',
  description: 'Requests served',
  temporality: 2,
  monotonic: true,
  points: [
    ...minutely({ route: '/cart', method: 'GET' }, doubles([100, 160, 220, 30, 90])),
    ...minutely({ route: '/cart', method: 'POST' }, doubles([0, 6, 12, 18, 24])),
    ...minutely({ route: '/pay', method: 'POST' }, doubles([50, null, null, 50, 80])),
  ],
};

/** A gauge of two, with gaps. */
export const CPU: SentMetric = {
  name: 'cpu.usage',
  type: 'gauge',
  points: [
    ...minutely({ cpu: '0' }, doubles([null, 0.25, 0.5, null, 1]), 0),
    ...minutely({ cpu: '1' }, doubles([null, 0.75, 0.5]), 0),
  ],
};
