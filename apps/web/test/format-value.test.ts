import { expect, test } from 'vitest';
import { agoText } from '../src/ask/ago-text.ts';
import {
  columnDecimals,
  countText,
  durationText,
  numberText,
  showValue,
  timeText,
} from '../src/result/format-value.ts';

test.each([
  [0, '0'],
  [1_234_567, '1,234,567'],
  [0.1 + 0.2, '0.3'],
  [12.3456, '12.346'],
  [98_765.4321, '98,765.4'],
  [0.000012345678, '0.00001235'],
  [Number.NaN, 'NaN'],
])('%s reads %s', (n, text) => {
  expect(numberText(n)).toBe(text);
});

test.each([
  [15, '15 µs'],
  [1_240, '1.24 ms'],
  [15_500, '15.5 ms'],
  [412_000, '412 ms'],
  [3_200_000, '3.20 s'],
  [125_000_000, '2 min 5 s'],
])('%s µs read %s', (us, text) => {
  expect(durationText(us)).toBe(text);
});

test.each([
  [[1, 2, 3], 0],
  [[1_500.25, 3], 1],
  [[12.5, 3.25], 2],
  [[1.5, 0.25], 3],
  [[0.1, 0.2], null],
  [[5], null],
  [['a', null, 2, 3], 0],
])('numbers %j of a column have %s decimals', (values, decimals) => {
  expect(columnDecimals(values)).toBe(decimals);
});

test('one row, two rows', () => {
  expect([countText(1, 'row'), countText(2, 'row')]).toEqual(['1 row', '2 rows']);
});

test('times are read in the zone of the reader, and what is no time is left alone', () => {
  expect(timeText('2026-01-31T12:00:00.123456789Z')).toMatch(/^2026-0[12]-\d\d \d\d:\d\d:00\.123$/);
  expect(timeText('2026-01-31')).toBeNull();
  expect(timeText('soon')).toBeNull();
});

test('a value says how it is aligned and what it is exactly', () => {
  expect(showValue(1234.5, 'number')).toEqual({ text: '1,234.5', exact: '1234.5', align: 'right' });
  expect(showValue(null, 'number')).toMatchObject({ text: '–', align: 'right' });
  expect(showValue('1h30m', 'interval')).toEqual({ text: '1h30m', align: 'right' });
  expect(showValue({ a: [1] }, 'object')).toEqual({ text: '{"a":[1]}', align: 'left' });
  expect(showValue('2026-01-31T12:00:00Z', 'string').exact).toBeUndefined();
});

test('how long ago', () => {
  const now = Date.parse('2026-01-31T12:00:00Z');
  expect(agoText('2026-01-31T11:59:30Z', now)).toBe('just now');
  expect(agoText('2026-01-31T10:00:00Z', now)).toBe('2 h ago');
  expect(agoText('2026-01-31T12:00:05Z', now)).toBe('just now');
  expect(agoText('never', now)).toBe('');
});
