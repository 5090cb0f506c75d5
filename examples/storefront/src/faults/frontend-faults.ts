import type { FaultSpec } from './fault.ts';

/** Faults of the service that visitors talk to. */
export const FRONTEND_FAULTS = {
  route_latency: {
    name: 'route_latency',
    service: 'frontend-service',
    summary: 'One route waits before it answers.',
    params: {
      route: {
        kind: 'choice',
        choices: ['/', '/user/:id', '/product/:id'],
        otherwise: '/product/:id',
        says: 'the route that waits',
      },
      delay_ms: { kind: 'number', unit: 'ms', min: 1, max: 10_000, otherwise: 800, says: 'how long it waits at least' },
      jitter_ms: { kind: 'number', unit: 'ms', min: 0, max: 10_000, otherwise: 200, says: 'how much longer at most' },
    },
    question: 'Which pages of frontend-service are the slowest?',
    query:
      "source spans | filter $l.subsystemName == 'frontend-service' && $m.kind == 'SERVER' | groupby $l.operationName as page aggregate count() as requests, round(percentile(0.95, $m.duration) / 1000, 1) as p95_ms | orderby p95_ms desc",
    shows: 'one page that is slower than the others',
  },
} as const satisfies Readonly<Record<string, FaultSpec>>;
