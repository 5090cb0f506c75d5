import { signatureAt } from '@clearspan/dataprime';
import { describe, expect, it } from 'vitest';

/** The call and its active parameter at the cursor. */
const at = (marked: string): string => {
  const found = signatureAt(marked.replace('‸', ''), marked.indexOf('‸'));
  if (found === null) return 'none';
  return `${found.name}/${found.active === null ? '-' : found.parameters[found.active]?.label}`;
};

describe('signature', () => {
  it.each([
    ['aggregate percentile(‸', 'percentile/percentile: number'],
    ['aggregate percentile(0.5, ‸', 'percentile/expression: number'],
    ['aggregate percentile(0.5, status, 0.1, ‸)', 'percentile/-'],
    ["filter path.contains(‸'x')", 'contains/substring: string'],
    ['filter path.contains(f(a, b‸)', 'contains/substring: string'],
    ['filter contains(path, [a, b, ‸', 'contains/substring: string'],
    ['filter in(status, 1, 2, 3‸)', 'in/…values: T'],
    ['filter contains(‸) | count', 'contains/string: string'],
    ['filter contains(a, toUpperCase(‸', 'toUpperCase/value: string'],
    ['aggregate sum(status‸)', 'sum/expression: number'],
    ['create x from max(status, ‸)', 'max/…values: number'],
    ['filter contains‸(a)', 'none'],
    ['filter contains(a)‸', 'none'],
    ['filter (‸a)', 'none'],
    ['filter unknown(‸', 'none'],
  ])('%s', (text, expected) => {
    expect(at(text)).toBe(expected);
  });

  it('says of each parameter what it is, without links', () => {
    const [, format] = signatureAt("choose formatTimestamp(now(), '", 30)?.parameters ?? [];
    expect(format?.documentation).toMatch(/^`'iso8601'` \(where left out.*else a pattern$/);
  });
});
