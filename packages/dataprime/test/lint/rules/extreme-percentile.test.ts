import { describe, expect, it } from 'vitest';
import { found } from '../harness.ts';

describe('DP5009', () => {
  it('finds', () => {
    expect(found('DP5009', 'aggregate percentile(1, status) as p')).toMatchInlineSnapshot(`
      [
        "DP5009 warning \`percentile(1, status)\`: percentile 1 is the largest value; \`max(status)\` is exact, 0.99 is the 99th percentile => aggregate max(status) as p",
      ]
    `);
    expect(found('DP5009', 'groupby path aggregate percentile(0, status) + 1 as p')).toMatchInlineSnapshot(`
      [
        "DP5009 warning \`percentile(0, status)\`: percentile 0 is the smallest value; \`min(status)\` is exact, 0.99 is the 99th percentile => groupby path aggregate min(status) + 1 as p",
      ]
    `);
  });

  it.each(['aggregate percentile(0.99, status) as p'])('lets be: %s', (text) => {
    expect(found('DP5009', text)).toEqual([]);
  });
});
