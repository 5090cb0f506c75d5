import { describe, expect, it } from 'vitest';
import { found } from '../harness.ts';

describe('DP5011', () => {
  it('finds', () => {
    expect(found('DP5011', 'create x from status * 2 | countby path')).toMatchInlineSnapshot(`
      [
        "DP5011 warning \`create x from status * 2\`: \`x\` is computed and never used => countby path",
      ]
    `);
    expect(found('DP5011', 'create x from 1 | create x from 2 | filter x > 1')).toMatchInlineSnapshot(`
      [
        "DP5011 warning \`create x from 1\`: \`x\` is computed and never used => create x from 2 | filter x > 1",
      ]
    `);
    expect(found('DP5011', 'filter status > 1 | create x from 1 | choose path')).toMatchInlineSnapshot(`
      [
        "DP5011 warning \`create x from 1\`: \`x\` is computed and never used => filter status > 1 | choose path",
      ]
    `);
  });

  it.each([
    'create x from 1 | limit 5',
    'create x from 1 | union (source logs) | choose x',
    'create x from status * 2 | groupby x aggregate count() as n',
    'create x from 1 | choose x',
    'create x from 1 | aggregate any_value($d) as r',
  ])('lets be: %s', (text) => {
    expect(found('DP5011', text)).toEqual([]);
  });
});
