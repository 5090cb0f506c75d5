import { highlight } from '@clearspan/dataprime';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const classes = (text: string): readonly string[] =>
  highlight(text).map(({ start, end, kind }) => `${kind} ${text.slice(start, end)}`);

describe('highlight', () => {
  it('knows words by what they mean where they stand', () => {
    expect(classes('count | groupby count aggregate count() as n // c')).toMatchInlineSnapshot(`
      [
        "command count",
        "punctuation |",
        "command groupby",
        "key count",
        "keyword aggregate",
        "function count",
        "punctuation (",
        "punctuation )",
        "keyword as",
        "key n",
        "comment // c",
      ]
    `);
  });

  it('knows every literal', () => {
    expect(
      classes("filter /a|b/ != 'x' && -5 < 1h && @'now' > $m.t && `n {x:num}` == ERROR && [true, null][0]"),
    ).toMatchInlineSnapshot(`
      [
        "command filter",
        "regex /a|b/",
        "operator !=",
        "string 'x'",
        "operator &&",
        "number -5",
        "operator <",
        "interval 1h",
        "operator &&",
        "timestamp @'now'",
        "operator >",
        "namespace $m",
        "punctuation .",
        "key t",
        "operator &&",
        "string \`n {",
        "key x",
        "punctuation :",
        "type num",
        "string }\`",
        "operator ==",
        "severity ERROR",
        "operator &&",
        "punctuation [",
        "keyword true",
        "punctuation ,",
        "keyword null",
        "punctuation ]",
        "punctuation [",
        "number 0",
        "punctuation ]",
      ]
    `);
  });

  it('marks what cannot be read', () => {
    expect(classes('fliter a § | limit 5 5')).toMatchInlineSnapshot(`
      [
        "error fliter",
        "error a",
        "error §",
        "punctuation |",
        "command limit",
        "number 5",
        "number 5",
      ]
    `);
  });

  it('never overlaps, on any text', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', ' ', '|', '(', ')', "'", '`', '{', '}', '/', '§', '5', '\n'),
      maxLength: 40,
    });
    fc.assert(
      fc.property(text, (written) => {
        let last = 0;
        for (const { start, end } of highlight(written)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(written.slice(last, start).trim()).toBe('');
          last = end;
        }
        expect(written.slice(last).trim()).toBe('');
      }),
      { numRuns: 500 },
    );
  });
});
