import { expect, test } from 'vitest';
import { otelFromSeverity, SEVERITY, severityFromOtel, severityFromWord } from '../../src/index.ts';

const { debug, verbose, info, warning, error, critical } = SEVERITY;

test('OpenTelemetry numbers', () => {
  const expected = [verbose, debug, info, warning, error, critical].flatMap((code) => [code, code, code, code]);
  expect(Array.from({ length: 24 }, (_, i) => severityFromOtel(i + 1))).toEqual(expected);
  expect([0, 25, -1, 1.5].map(severityFromOtel)).toEqual([0, 0, 0, 0]);
});

test('codes have the number their range begins with', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 7].map(otelFromSeverity)).toEqual([0, 5, 1, 9, 13, 17, 21, 0]);
});

test.each([
  ['TRACE', verbose],
  ['Verbose', verbose],
  ['debug', debug],
  ['Info', info],
  ['notice', info],
  [' WARN ', warning],
  ['err', error],
  ['SEVERE', error],
  ['FATAL', critical],
  ['emergency', critical],
  ['banana', 0],
  ['', 0],
  ['constructor', 0],
])('the word %s', (word, code) => {
  expect(severityFromWord(word)).toBe(code);
});
