import { describe, expect, it } from 'vitest';
import { found } from '../harness.ts';

describe('DP5016', () => {
  it('finds', () => {
    expect(
      [
        "source logs between @'2024-05-02' and @'2024-05-01'",
        "source logs between @'2024-05-01' and @1714521600",
        "source logs last 1d | union (source logs between @'2024-05-02' and @'2024-05-01')",
      ].flatMap((text) => found('DP5016', text)),
    ).toMatchInlineSnapshot(`
      [
        "DP5016 warning \`@'2024-05-02' and @'2024-05-01'\`: expected a window that begins before it ends, found none: no row is in it => source logs between @'2024-05-01' and @'2024-05-02'",
        "DP5016 warning \`@'2024-05-01' and @1714521600\`: expected a window that begins before it ends, found none: no row is in it",
        "DP5016 warning \`@'2024-05-02' and @'2024-05-01'\`: expected a window that begins before it ends, found none: no row is in it => source logs last 1d | union (source logs between @'2024-05-01' and @'2024-05-02')",
      ]
    `);
  });

  it.each([
    "source logs between @'2024-05-01' and @'2024-05-02'",
    "source logs between @'now' and @'2024-05-02'",
    "source logs around @'2024-05-01'",
  ])('lets be: %s', (text) => {
    expect(found('DP5016', text)).toEqual([]);
  });
});
