import { exportResponse } from '@clearspan/telemetry-store';
import { expect, test } from 'vitest';
import { type Answer, answerOf } from '../../src/forward/send/answer.ts';
import { retryAfterMs, waitMs } from '../../src/forward/send/wait.ts';

const LIMITS = { waitBaseMs: 500, waitMaxMs: 30_000, retryAfterMsMax: 300_000 };
const NOW = Date.parse('2026-01-05T09:00:00Z');

test('waits double up to a limit, half of them by chance, and are as long as the target asks', () => {
  expect([1, 2, 3, 7, 1_000].map((failures) => waitMs(failures, 0, 0, LIMITS))).toEqual([
    250, 500, 1_000, 15_000, 15_000,
  ]);
  expect(waitMs(1, 0, 0.5, LIMITS)).toBe(375);
  expect(waitMs(1, 7_000, 0.5, LIMITS)).toBe(7_000);
  expect(waitMs(1, 86_400_000, 0.5, LIMITS)).toBe(300_000);
});

test('Retry-After is read as seconds or as a date', () => {
  const values = ['3', ' 0 ', 'Mon, 05 Jan 2026 09:00:05 GMT', 'Mon, 05 Jan 2026 08:00:00 GMT', '', 'soon'];
  expect(values.map((value) => retryAfterMs(value, NOW))).toEqual([3_000, 0, 5_000, 0, 0, 0]);
});

test('statuses mean what OTLP says they do', () => {
  const statusesOf = (kind: Answer['kind']): number[] =>
    [200, 202, 301, 400, 401, 404, 413, 429, 500, 501, 502, 503, 504].filter(
      (status) => answerOf({ status, headers: {}, body: null }, NOW).kind === kind,
    );
  expect(statusesOf('taken')).toEqual([200, 202]);
  expect(statusesOf('again')).toEqual([429, 502, 503, 504]);
  expect(statusesOf('refused')).toEqual([301, 400, 401, 404, 413, 500, 501]);
  expect(answerOf({ status: 429, headers: { 'retry-after': '9' }, body: null }, NOW)).toEqual({
    kind: 'again',
    reason: 'the answer was 429',
    askedMs: 9_000,
  });
});

test('what a target rejected is read in its encoding', () => {
  for (const [type, encoding] of [
    ['application/json; charset=utf-8', 'json'],
    ['application/x-protobuf', 'protobuf'],
  ] as const) {
    const body = exportResponse('logs', encoding, { rejected: 3, message: 'too old' });
    expect(answerOf({ status: 200, headers: { 'content-type': type }, body }, NOW)).toEqual({
      kind: 'taken',
      rejected: 3,
    });
  }
});
