import { describe, expect, it } from 'vitest';
import { found } from '../harness.ts';

describe('DP5005', () => {
  it('finds', () => {
    expect(found('DP5005', 'limit 5 | filter status > 1')).toMatchInlineSnapshot(`
      [
        "DP5005 warning \`limit 5\`: \`filter\` after \`limit\` sees any 5 rows, for nothing was sorted before => filter status > 1 | limit 5",
      ]
    `);
    expect(found('DP5005', 'filter status > 1 | limit 5 | orderby path desc | choose path')).toMatchInlineSnapshot(`
      [
        "DP5005 warning \`limit 5\`: \`orderby\` after \`limit\` sees any 5 rows, for nothing was sorted before => filter status > 1 | orderby path desc | limit 5 | choose path",
      ]
    `);
    expect(found('DP5005', 'limit 5 | countby path')).toMatchInlineSnapshot(`
      [
        "DP5005 warning \`limit 5\`: \`countby\` after \`limit\` sees any 5 rows, for nothing was sorted before => countby path | limit 5",
      ]
    `);
  });

  it.each([
    'orderby status | limit 5 | filter status > 1',
    'filter status > 1 | limit 5',
    'top 5 path, count() as n by n | filter n > 1',
  ])('lets be: %s', (text) => {
    expect(found('DP5005', text)).toEqual([]);
  });
});
