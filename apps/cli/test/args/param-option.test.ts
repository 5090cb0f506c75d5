import { expect, test } from 'vitest';
import { readParameters } from '../../src/args/param-option.ts';

test.each([
  [[], {}],
  [['service=cart'], { service: 'cart' }],
  [['service=cart', 'service=pay', 'least=5'], { service: ['cart', 'pay'], least: '5' }],
  [['expression=a=b', 'empty='], { expression: 'a=b', empty: '' }],
  [['service'], { service: null }],
])('%j', (written, parameters) => {
  expect(readParameters(written, 'query')).toEqual(parameters);
});

test.each([
  [['=x'], 'expected NAME=VALUE for --param, found `=x`'],
  [['a-b=x'], 'expected NAME=VALUE for --param, found `a-b=x`'],
  [['timeRange=x'], 'expected NAME=VALUE for --param, found `timeRange=x`'],
  [['a', 'a=x'], 'expected a value for every --param a, or none, found both'],
])('%j: %s', (written, message) => {
  expect(() => readParameters(written, 'query')).toThrow(message);
});
