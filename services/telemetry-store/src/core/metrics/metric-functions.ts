import type { MetricFunction } from '@clearspan/contracts';
import type { Definition } from './definition.ts';

const OVER_TIME = ['increase', 'rate'] as const satisfies readonly MetricFunction[];
const QUANTILES = ['p95', 'p50', 'p75', 'p90', 'p99', 'quantile'] as const satisfies readonly MetricFunction[];

/** The functions that fit, the usual one first. A sum that goes up and down is a level, unless only its changes are sent. */
export const functionsOf = ({ type, temporality, monotonic }: Definition): readonly MetricFunction[] => {
  switch (type) {
    case 'gauge':
      return ['avg', 'last', 'min', 'max', 'sum'];
    case 'sum':
      if (monotonic) return ['rate', 'increase'];
      return temporality === 'delta' ? OVER_TIME : ['sum', 'last', 'avg', 'min', 'max', ...OVER_TIME];
    case 'histogram':
    case 'exp_histogram':
      return [...QUANTILES, 'avg', ...OVER_TIME];
    case 'summary':
      return ['avg', ...QUANTILES, ...OVER_TIME];
  }
};

const NAMED: Readonly<Partial<Record<MetricFunction, number>>> = {
  p50: 0.5,
  p75: 0.75,
  p90: 0.9,
  p95: 0.95,
  p99: 0.99,
};

/** The quantile that a function is, from 0 to 1; null for others. */
export const quantileOf = (name: MetricFunction, asked: number | undefined): number | null =>
  name === 'quantile' ? (asked ?? null) : (NAMED[name] ?? null);
