import { describe, expect, it } from 'vitest';
import { found } from '../harness.ts';

describe('DP5012', () => {
  it('finds', () => {
    expect(found('DP5012', 'aggregate distinct_count(user) as n')).toMatchInlineSnapshot(`
      [
        "DP5012 info \`distinct_count(user)\`: \`distinct_count\` keeps every value in memory; \`approx_count_distinct\` does not, and is off by about 2 % => aggregate approx_count_distinct(user) as n",
      ]
    `);
  });

  it.each(['aggregate approx_count_distinct(user) as n', 'countby path | aggregate distinct_count(path) as n'])(
    'lets be: %s',
    (text) => {
      expect(found('DP5012', text)).toEqual([]);
    },
  );
});
