import { expect, test } from 'vitest';
import { inUnit } from '../src/result/in-unit.ts';

test.each([
  [106_179.8, 'us', '106 ms'],
  [1_240_000, 'ns', '1.24 ms'],
  [240, 'ms', '240 ms'],
  [3, 's', '3.00 s'],
  [-1_500, 'us', '-1.50 ms'],
  [900, 'By', '900 B'],
  [1_536, 'By', '1.5 KiB'],
  [3, 'MiBy', '3 MiB'],
  [0.04567, '1', '4.57 %'],
  [0, '1', '0 %'],
])('%s %s reads %s', (value, unit, text) => {
  expect(inUnit(value, unit)).toBe(text);
});

test.each([
  [12, undefined],
  [12, 'Cel'],
  [Number.NaN, 'us'],
])('%s %s is a plain number', (value, unit) => {
  expect(inUnit(value, unit)).toBeNull();
});
