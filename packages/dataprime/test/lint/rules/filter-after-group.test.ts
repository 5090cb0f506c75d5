import { describe, expect, it } from 'vitest';
import { found } from '../harness.ts';

describe('DP5003', () => {
  it('finds', () => {
    expect(
      found('DP5003', "groupby path aggregate count() as n | filter path == '/a' && n > 5"),
    ).toMatchInlineSnapshot(`
      [
        "DP5003 info \`path == '/a'\`: the condition reads only keys of \`groupby\`; before it, fewer rows are grouped",
      ]
    `);
  });

  it.each([
    'groupby path aggregate count() as n | filter n > 5',
    "filter path == '/a' | groupby path aggregate count() as n",
    "groupby path aggregate count() as n | orderby n | limit 3 | filter path == '/a'",
  ])('lets be: %s', (text) => {
    expect(found('DP5003', text)).toEqual([]);
  });
});
