import { describe, expect, it } from 'vitest';
import { found } from '../harness.ts';

describe('DP5010', () => {
  it('finds', () => {
    expect(found('DP5010', "source spans last 1h | filter tags['http.status_code'] >= '500'")).toMatchInlineSnapshot(`
      [
        "DP5010 warning \`tags['http.status_code'] >= '500'\`: expected a number to compare with, found the text '500': as text, \`10\` is below \`9\` => source spans last 1h | filter tags['http.status_code']:number >= 500",
      ]
    `);
    expect(found('DP5010', "filter path > '10'")).toMatchInlineSnapshot(`
      [
        "DP5010 warning \`path > '10'\`: expected a number to compare with, found the text '10': as text, \`10\` is below \`9\` => filter path:number > 10",
      ]
    `);
  });

  it.each(["filter path > 'b'", "filter path == '10'", 'filter status > 10', 'filter path:number > 10'])(
    'lets be: %s',
    (text) => {
      expect(found('DP5010', text)).toEqual([]);
    },
  );
});
