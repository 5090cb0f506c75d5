import { expect, test } from 'vitest';
import { interpret } from '../src/index.ts';
import { clinic } from './worlds/clinic.ts';
import { NOW_NANOS, shop } from './worlds/shop.ts';

const unitsOf = (question: string, catalog = shop): unknown => {
  const read = interpret(question, { catalog, nowNanos: NOW_NANOS });
  return read.kind === 'answer' ? read.units : read.kind;
};

test.each([
  ['p95 latency by service', { p95_duration: 'us' }],
  ['average and max duration of checkout', { avg_duration: 'us', max_duration: 'us' }],
  ['error rate by service', { error_rate: '1' }],
  ['errors by service', {}],
  ['errors by service as a percentage', { rate: '1' }],
  ['requests by path as a percentage', { share: '1' }],
])('%s', (question, units) => {
  expect(unitsOf(question)).toEqual(units);
});

test('what the catalog knows no unit of has none', () => {
  expect(unitsOf('average amount_eur per tenant', clinic)).toEqual({});
  expect(unitsOf('average elapsed_ms per tenant', clinic)).toEqual({ avg_elapsed_ms: 'ms' });
});

test('DataPrime is run as it is written', () => {
  expect(unitsOf('source spans | aggregate avg($m.duration) as mean')).toEqual({});
});
