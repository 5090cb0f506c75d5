import { describe, expect, it } from 'vitest';
import { found } from '../harness.ts';

describe('DP5004', () => {
  it('finds', () => {
    expect(found('DP5004', 'orderby status desc')).toMatchInlineSnapshot(`
      [
        "DP5004 info \`orderby status desc\`: expected \`limit\` after \`orderby\` of whole rows, found none: all of them are sorted => orderby status desc | limit 100",
      ]
    `);
    expect(found('DP5004', 'filter status > 1 | orderby status | choose path')).toMatchInlineSnapshot(`
      [
        "DP5004 info \`orderby status\`: expected \`limit\` after \`orderby\` of whole rows, found none: all of them are sorted => filter status > 1 | orderby status | limit 100 | choose path",
      ]
    `);
  });

  it.each(['orderby status | limit 5', 'countby path desc', 'orderby status | countby path'])('lets be: %s', (text) => {
    expect(found('DP5004', text)).toEqual([]);
  });
});
