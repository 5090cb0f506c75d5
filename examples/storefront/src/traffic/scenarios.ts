import type { Scenario } from './scenario.ts';

/** The scenarios there are, the one that is meant where none is named first. Written for ten minutes. */
export const SCENARIOS = {
  'black-friday': {
    name: 'black-friday',
    summary: 'Many more visitors than usual, and a shop that gives way at one place after the other.',
    steps: [
      { at_minute: 0, does: 'four times as many visitors come', act: { kind: 'surge', factor: 4 } },
      { at_minute: 2, does: 'the cache is passed by', act: { kind: 'fault', name: 'cache_disabled' } },
      {
        at_minute: 5,
        does: 'transactions wait for a lock',
        act: { kind: 'fault', name: 'lock_contention', params: { hold_ms: 300, pause_ms: 100 } },
      },
      { at_minute: 7.5, does: 'connections to the database run out', act: { kind: 'fault', name: 'pool_exhaustion' } },
    ],
  },
  'bad-release': {
    name: 'bad-release',
    summary:
      'A release that fails for some products and logs too much is rolled back, and something else is wrong too.',
    steps: [
      { at_minute: 1, does: 'version 1.1.0 is deployed', act: { kind: 'fault', name: 'bad_deploy' } },
      {
        at_minute: 3,
        does: 'a check that was left in writes warnings',
        act: { kind: 'fault', name: 'log_storm', params: { lines_per_request: 30 } },
      },
      {
        at_minute: 5,
        does: 'the payment provider refuses requests',
        act: { kind: 'fault', name: 'payment_errors', params: { percent: 25 } },
      },
      { at_minute: 7, does: 'the release is rolled back', act: { kind: 'calm', name: 'bad_deploy' } },
      { at_minute: 7, does: 'its warnings end', act: { kind: 'calm', name: 'log_storm' } },
    ],
  },
  'slow-burn': {
    name: 'slow-burn',
    summary: 'Memory that is not given back, and pages that take a little longer, then much longer.',
    steps: [
      {
        at_minute: 0,
        does: 'every request leaves something behind',
        act: { kind: 'fault', name: 'memory_leak', params: { bytes_per_request: 200_000 } },
      },
      {
        at_minute: 4,
        does: 'product pages wait a little',
        act: { kind: 'fault', name: 'route_latency', params: { delay_ms: 250, jitter_ms: 100 } },
      },
      {
        at_minute: 7,
        does: 'product pages wait long',
        act: { kind: 'fault', name: 'route_latency', params: { delay_ms: 1_500, jitter_ms: 500 } },
      },
    ],
  },
} as const satisfies Readonly<Record<string, Scenario>>;

export type ScenarioName = keyof typeof SCENARIOS;

export const SCENARIO_NAMES = Object.keys(SCENARIOS) as readonly ScenarioName[];
