import { timestampText } from '@clearspan/dataprime';
import { describe, expect, test } from 'vitest';
import { readDirectRequest } from '../../src/core/direct/read-request.ts';

const NOW = 1_790_000_000_000_000_000n;
const MINUTES = 60_000_000_000n;

describe('the window of a direct query', () => {
  const range = (metadata?: object): readonly [bigint, bigint] | string => {
    const read = readDirectRequest({ query: 'source logs', metadata }, NOW);
    return read.ok ? [read.input.timeRange.fromNanos, read.input.timeRange.toNanos] : read.message;
  };
  test('15 minutes up to now, when nothing is said', () => {
    expect(range()).toEqual([NOW - 15n * MINUTES, NOW]);
    expect(range({ startDate: null, limit: null })).toEqual([NOW - 15n * MINUTES, NOW]);
  });
  test('15 minutes from the start, or up to the end, when one is said', () => {
    expect(range({ startDate: timestampText(NOW) })).toEqual([NOW, NOW + 15n * MINUTES]);
    expect(range({ endDate: timestampText(NOW + MINUTES) })).toEqual([NOW - 14n * MINUTES, NOW + MINUTES]);
  });
  test('a window that ends before it starts is refused', () => {
    expect(range({ startDate: timestampText(NOW), endDate: timestampText(NOW - MINUTES) })).toBe(
      'metadata.endDate: expected a time not before metadata.startDate',
    );
  });
  test('a frozen now moves it', () => {
    expect(range({ nowDate: timestampText(NOW - MINUTES) })).toEqual([NOW - 16n * MINUTES, NOW - MINUTES]);
  });
});

describe('what a direct query says of itself', () => {
  const input = (body: object): unknown => {
    const read = readDirectRequest(body, NOW);
    return read.ok ? read.input : read.message;
  };
  test('dataset, limit and strictness', () => {
    const metadata = {
      defaultSource: 'default/spans',
      limit: '12',
      strictFieldsValidation: true,
      tier: 'TIER_ARCHIVE',
    };
    expect(input({ query: 'filter true', metadata, executionProfile: {} })).toMatchObject({
      defaultDataset: 'spans',
      limit: 12,
      strictFields: true,
    });
    expect(input({ query: 'filter true', metadata: { defaultSource: 'metrics' } })).toBe(
      'metadata.defaultSource: expected logs or spans',
    );
  });
  test('base64 is decoded before it is measured', () => {
    const metadata = { syntax: 'QUERY_SYNTAX_DATAPRIME_UTF8_BASE64' };
    expect(
      input({ query: Buffer.from('source logs | filter $d.x == "é"').toString('base64'), metadata }),
    ).toMatchObject({ text: 'source logs | filter $d.x == "é"' });
    expect(input({ query: 'x'.repeat(65_537) })).toBe('query: expected at most 65536 characters, found 65537');
  });
  test('what only claims to be base64 is refused, not read as far as it goes', () => {
    const metadata = { syntax: 'QUERY_SYNTAX_DATAPRIME_UTF8_BASE64' };
    for (const query of ['***', 'source logs | count', Buffer.from([0xff, 0xfe]).toString('base64')])
      expect(input({ query, metadata })).toBe('query: expected base64 of UTF-8 text, as metadata.syntax says');
  });
  test('what is no request', () => {
    for (const body of [null, [], 'text', { query: 1 }, { query: 'x', metadata: 3 }])
      expect(input(body as object)).toEqual(expect.any(String));
  });
});
