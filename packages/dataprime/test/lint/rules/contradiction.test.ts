import { describe, expect, it } from 'vitest';
import { found } from '../harness.ts';

describe('DP5013', () => {
  it('finds', () => {
    expect(found('DP5013', 'filter $m.severity == ERROR && $m.severity == INFO')).toMatchInlineSnapshot(`
      [
        "DP5013 warning \`$m.severity == INFO\`: an earlier condition asks for another value: no row is kept",
      ]
    `);
    expect(found('DP5013', "filter path == '/a' | limit 5 | filter path == '/b'")).toMatchInlineSnapshot(`
      [
        "DP5013 warning \`path == '/b'\`: an earlier condition asks for another value: no row is kept",
      ]
    `);
  });

  it.each([
    "filter path == '/a' || path == '/b'",
    "filter path == '/a' && status == 1",
    "filter path == '/a' | block path == '/b'",
    "filter path == '/a' && path == '/a'",
  ])('lets be: %s', (text) => {
    expect(found('DP5013', text)).toEqual([]);
  });
});
