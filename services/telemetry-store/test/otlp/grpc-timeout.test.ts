import { expect, test } from 'vitest';
import { readGrpcTimeout } from '../../src/otlp/grpc/grpc-timeout.ts';

test.each([
  ['1H', 3_600_000],
  ['2M', 120_000],
  ['10S', 10_000],
  ['99999999m', 99_999_999],
  ['500u', 0.5],
  ['0n', 0],
  ['10', null],
  ['S', null],
  ['-1S', null],
  ['1s', null],
  ['100000000m', null],
  ['1S ', null],
])('%s', (text, ms) => {
  expect(readGrpcTimeout(text)).toBe(ms);
});
