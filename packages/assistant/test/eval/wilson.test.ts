import { expect, test } from 'vitest';
import { wilson } from '../../eval/figures/wilson.ts';

test.each([
  // The figures of the paper that compares seven intervals: Newcombe 1998, table I, method 3.
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('%i of %i lies in %f to %f', (part, of, low, high) => {
  expect(wilson(part, of).low).toBeCloseTo(low, 4);
  expect(wilson(part, of).high).toBeCloseTo(high, 4);
});
