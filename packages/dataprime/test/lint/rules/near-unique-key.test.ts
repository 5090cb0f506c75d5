import { describe, expect, it } from 'vitest';
import { found } from '../harness.ts';

const seen = {
  cardinality: (_root: string, path: readonly unknown[]) =>
    path[0] === 'user' ? { distinct: 9_000, rows: 10_000 } : { distinct: 5, rows: 10_000 },
};

describe('DP5002', () => {
  it('finds', () => {
    expect(found('DP5002', 'groupby $m.timestamp aggregate count() as n', seen)).toMatchInlineSnapshot(`
      [
        "DP5002 warning \`$m.timestamp\`: \`$m.timestamp\` differs in nearly every row; \`$m.timestamp / 1m\` makes one group a minute => groupby $m.timestamp / 1m aggregate count() as n",
      ]
    `);
    expect(found('DP5002', 'source spans last 1h | countby spanID', seen)).toMatchInlineSnapshot(`
      [
        "DP5002 warning \`spanID\`: \`spanID\` differs in every row: each group has one row",
      ]
    `);
    expect(found('DP5002', 'groupby user aggregate count() as n', seen)).toMatchInlineSnapshot(`
      [
        "DP5002 warning \`user\`: \`user\` has 9000 values in 10000 rows: groups are hardly larger than rows",
      ]
    `);
  });

  it.each([
    'groupby $m.timestamp / 5m as t aggregate count() as n',
    'groupby path aggregate count() as n',
    'distinct $m.logid',
  ])('lets be: %s', (text) => {
    expect(found('DP5002', text, seen)).toEqual([]);
  });
});
