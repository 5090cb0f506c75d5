import { CODES } from '@clearspan/dataprime';
import { describe, expect, it } from 'vitest';

describe('diagnostic codes of the syntax', () => {
  it('never change their meaning', () => {
    expect(Object.entries(CODES).filter(([code]) => code.startsWith('DP1'))).toMatchInlineSnapshot(`
      [
        [
          "DP1001",
          "unexpected character",
        ],
        [
          "DP1002",
          "unterminated string, comment or regular expression",
        ],
        [
          "DP1003",
          "unexpected token",
        ],
        [
          "DP1004",
          "unknown command",
        ],
        [
          "DP1005",
          "something is missing",
        ],
        [
          "DP1006",
          "malformed literal",
        ],
        [
          "DP1007",
          "nesting too deep",
        ],
        [
          "DP1008",
          "spelling of another language",
        ],
        [
          "DP1009",
          "query too long",
        ],
        [
          "DP1010",
          "malformed Lucene query",
        ],
      ]
    `);
  });

  it('have the shape of a code', () => {
    for (const code of Object.keys(CODES)) expect(code).toMatch(/^DP[1-5]\d{3}$/);
  });
});
