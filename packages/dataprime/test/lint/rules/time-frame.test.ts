import { describe, expect, it } from 'vitest';
import { found } from '../harness.ts';

describe('DP5001', () => {
  it('finds', () => {
    expect(found('DP5001', 'source logs | count')).toMatchInlineSnapshot(`
      [
        "DP5001 info \`source logs\`: expected a time frame such as \`last 1h\`, found none: the caller's window is read => source logs last 1h | count",
      ]
    `);
    expect(found('DP5001', 'source logs | limit 5')).toMatchInlineSnapshot(`
      [
        "DP5001 info \`source logs\`: expected a time frame such as \`last 1h\`, found none: the caller's window is read => source logs last 1h | limit 5",
      ]
    `);
  });

  it.each(['source logs last 1h | count', 'count', "source logs | filter $m.timestamp > @'now' - 1h | count"])(
    'lets be: %s',
    (text) => {
      expect(found('DP5001', text)).toEqual([]);
    },
  );
});
