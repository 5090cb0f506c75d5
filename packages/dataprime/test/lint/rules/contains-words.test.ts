import { describe, expect, it } from 'vitest';
import { found } from '../harness.ts';

describe('DP5008', () => {
  it('finds', () => {
    expect(found('DP5008', "filter !msg.contains('card declined')")).toMatchInlineSnapshot(`
      [
        "DP5008 info \`msg.contains('card declined')\`: \`contains\` is case-sensitive and finds parts of words; \`~\` finds whole words in any case => filter !(msg ~ 'card declined')",
      ]
    `);
    expect(found('DP5008', "filter contains(msg, 'timeout') && status > 1")).toMatchInlineSnapshot(`
      [
        "DP5008 info \`contains(msg, 'timeout')\`: \`contains\` is case-sensitive and finds parts of words; \`~\` finds whole words in any case => filter (msg ~ 'timeout') && status > 1",
      ]
    `);
  });

  it.each([
    "filter path.contains('cart')",
    "filter msg.contains('a=')",
    "filter msg ~ 'card'",
    "choose msg.contains('card') as x",
  ])('lets be: %s', (text) => {
    expect(found('DP5008', text)).toEqual([]);
  });
});
