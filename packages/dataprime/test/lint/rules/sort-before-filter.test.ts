import { describe, expect, it } from 'vitest';
import { found } from '../harness.ts';

describe('DP5015', () => {
  it('finds', () => {
    expect(found('DP5015', 'orderby status desc | block status > 5 | limit 3')).toMatchInlineSnapshot(`
      [
        "DP5015 info \`orderby status desc\`: \`block\` after \`orderby\` keeps the same rows; before it, fewer are sorted => block status > 5 | orderby status desc | limit 3",
      ]
    `);
  });

  it.each([
    'filter status > 5 | orderby status | limit 3',
    'orderby status | limit 3 | filter status > 5',
    'top 5 path, status by status | filter status > 5',
    'countby path into n desc | filter n > 5',
  ])('lets be: %s', (text) => {
    expect(found('DP5015', text)).toEqual([]);
  });
});
