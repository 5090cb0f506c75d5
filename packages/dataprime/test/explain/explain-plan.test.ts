import { check, explainPlan, parse } from '@clearspan/dataprime';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runnableQuery } from '../harness/arbitrary-text.ts';

const versions = (text: string): ReturnType<typeof explainPlan> => {
  const { query } = check(parse(text));
  return query === null ? [] : explainPlan(query);
};

describe('explainPlan', () => {
  it('shows what each pass changes', () => {
    const shown = versions(
      "source logs last 1h | create x from a:number * 2 | filter $m.timestamp > @'2026-01-01' && b == 'c' | top 3 b, count() as n by n",
    ).map(({ pass, lines, changed }) => [changed ? pass : `${pass}: unchanged`, ...lines]);
    expect(shown).toMatchInlineSnapshot(`
      [
        [
          "as written",
          "scan logs, last 1h",
          "compute x = a as number * 2",
          "filter timestamp is above 2026-01-01T00:00:00 UTC and b is "c"",
          "group by b; n = the number of rows",
          "sort by n desc",
          "limit 3",
        ],
        [
          "inline fields: unchanged",
          "scan logs, last 1h",
          "compute x = a as number * 2",
          "filter timestamp is above 2026-01-01T00:00:00 UTC and b is "c"",
          "group by b; n = the number of rows",
          "sort by n desc",
          "limit 3",
        ],
        [
          "push down filters",
          "scan logs, last 1h",
          "  where timestamp is above 2026-01-01T00:00:00 UTC",
          "  where b is "c"",
          "compute x = a as number * 2",
          "group by b; n = the number of rows",
          "sort by n desc",
          "limit 3",
        ],
        [
          "push down time",
          "scan logs, last 1h",
          "  time > 2026-01-01T00:00:00 UTC",
          "  where b is "c"",
          "compute x = a as number * 2",
          "group by b; n = the number of rows",
          "sort by n desc",
          "limit 3",
        ],
        [
          "order filters: unchanged",
          "scan logs, last 1h",
          "  time > 2026-01-01T00:00:00 UTC",
          "  where b is "c"",
          "compute x = a as number * 2",
          "group by b; n = the number of rows",
          "sort by n desc",
          "limit 3",
        ],
        [
          "read before explode: unchanged",
          "scan logs, last 1h",
          "  time > 2026-01-01T00:00:00 UTC",
          "  where b is "c"",
          "compute x = a as number * 2",
          "group by b; n = the number of rows",
          "sort by n desc",
          "limit 3",
        ],
        [
          "prune columns",
          "scan logs, last 1h",
          "  time > 2026-01-01T00:00:00 UTC",
          "  where b is "c"",
          "group by b; n = the number of rows",
          "sort by n desc",
          "limit 3",
        ],
      ]
    `);
  });

  it('shows the plans of queries inside', () => {
    expect(versions('source logs | union (source logs last 2h | filter a == 1) | count')[0]?.lines).toEqual(
      expect.arrayContaining(['union', '  scan logs, last 2h', '  filter a is 1']),
    );
  });

  it('takes any query that runs', () => {
    fc.assert(
      fc.property(runnableQuery, (text) => {
        for (const { lines } of versions(text)) expect(lines.length).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });
});
