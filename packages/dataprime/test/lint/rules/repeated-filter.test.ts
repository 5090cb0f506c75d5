import { describe, expect, it } from 'vitest';
import { found } from '../harness.ts';

describe('DP5006', () => {
  it('finds', () => {
    expect(found('DP5006', 'filter status > 1 | filter status > 1 | count')).toMatchInlineSnapshot(`
      [
        "DP5006 info \`status > 1\`: the condition stands in an earlier \`filter\` already => filter status > 1 | count",
      ]
    `);
    expect(
      found('DP5006', 'filter status > 1 && path != null | filter path != null && status < 5 | count'),
    ).toMatchInlineSnapshot(`
      [
        "DP5006 info \`path != null\`: the condition stands in an earlier \`filter\` already",
      ]
    `);
    expect(found('DP5006', 'filter status > 1 | limit 9 | filter status  >  1')).toMatchInlineSnapshot(`
      [
        "DP5006 info \`status  >  1\`: the condition stands in an earlier \`filter\` already => filter status > 1 | limit 9",
      ]
    `);
  });

  it.each([
    'filter status > 1 | filter status > 2',
    'filter status > 1 | union (source logs) | filter status > 1',
    'filter status > 1 | create status from 0 | filter status > 1',
    'filter random() < 0.5 | filter random() < 0.5',
  ])('lets be: %s', (text) => {
    expect(found('DP5006', text)).toEqual([]);
  });
});
