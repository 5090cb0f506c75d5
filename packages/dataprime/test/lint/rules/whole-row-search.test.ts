import { describe, expect, it } from 'vitest';
import { found } from '../harness.ts';

describe('DP5014', () => {
  it('finds', () => {
    expect(found('DP5014', "wildfind 'card'")).toMatchInlineSnapshot(`
      [
        "DP5014 info \`wildfind 'card'\`: every key of every record in the window is searched; a time frame or a condition on a key narrows it",
      ]
    `);
    expect(found('DP5014', "filter $d ~~ 'card' | count")).toMatchInlineSnapshot(`
      [
        "DP5014 info \`filter $d ~~ 'card'\`: every key of every record in the window is searched; a time frame or a condition on a key narrows it",
      ]
    `);
  });

  it.each(["source logs last 1h | wildfind 'card'", "wildfind 'card' | filter status > 1", "filter msg ~ 'card'"])(
    'lets be: %s',
    (text) => {
      expect(found('DP5014', text)).toEqual([]);
    },
  );
});
