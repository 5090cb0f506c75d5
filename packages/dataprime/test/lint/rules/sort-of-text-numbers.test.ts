import { describe, expect, it } from 'vitest';
import { found } from '../harness.ts';

describe('DP5007', () => {
  it('finds', () => {
    expect(found('DP5007', "source spans last 1h | orderby tags['http.status_code'] | limit 5")).toMatchInlineSnapshot(`
      [
        "DP5007 warning \`tags['http.status_code']\`: expected a number to sort by, found text: \`10\` comes before \`9\` => source spans last 1h | orderby tags['http.status_code']:number | limit 5",
      ]
    `);
  });

  it.each([
    'orderby status | limit 5',
    'orderby path | limit 5',
    "source spans last 1h | orderby tags['http.status_code']:number | limit 5",
  ])('lets be: %s', (text) => {
    expect(found('DP5007', text)).toEqual([]);
  });
});
