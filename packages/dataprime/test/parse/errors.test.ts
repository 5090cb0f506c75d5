import { parse } from '@clearspan/dataprime';
import { describe, expect, it } from 'vitest';

/** A text with each diagnostic below it, under what it points at. */
const shown = (text: string): string => {
  const lines = parse(text).diagnostics.map(({ code, message, span }) => {
    const mark = '^'.repeat(Math.max(1, span.end - span.start));
    return `${' '.repeat(span.start)}${mark} ${code} ${message}`;
  });
  return ['', text, ...lines, ''].join('\n');
};

const kinds = (text: string): readonly string[] => parse(text).query.stages.map(({ kind }) => kind);

describe('errors', () => {
  it('say what is expected and what is found, where it is', () => {
    const texts = [
      'filter',
      'filter a ==',
      'filter a b',
      'filter (a == 1',
      'filter f(a b) | limit',
      'source logs | oderby a',
      'source logs | 5',
      'source logs |',
      'source logs | | limit 5',
      'limit 5 | source logs',
      'choose a as',
      'choose a +, b *, c',
      'create a b',
      'move a b',
      'convert a',
      'explode a into b original keep',
      'extract a into b',
      'join right (source a) using k into z',
      'join (source a) into z',
      'stitch into a',
      'limit 5)',
      'filter a.',
      'filter a[0',
      'filter a:',
      'filter @x',
      'filter case { a }',
      "filter 'abc",
      'filter /abc',
      'limit 5 /* abc',
      'filter `a {b',
      'filter _',
    ];
    expect(texts.map(shown).join('')).toMatchInlineSnapshot(`
      "
      filter
            ^ DP1005 expected an expression, found the end of the query

      filter a ==
                 ^ DP1005 expected an expression, found the end of the query

      filter a b
               ^ DP1003 expected \`|\` or the end of the query, found \`b\`

      filter (a == 1
                    ^ DP1005 expected \`)\`, found the end of the query

      filter f(a b) | limit
                 ^ DP1003 expected \`)\`, found \`b\`
                           ^ DP1005 expected an expression, found the end of the query

      source logs | oderby a
                    ^^^^^^ DP1004 unknown command \`oderby\`; did you mean \`orderby\`?

      source logs | 5
                    ^ DP1003 expected a command, found \`5\`

      source logs |
                   ^ DP1005 expected a command, found the end of the query

      source logs | | limit 5
                    ^ DP1005 expected a command, found \`|\`

      limit 5 | source logs
                ^^^^^^ DP1003 expected another command after \`|\`, found \`source\`: it comes first

      choose a as
                 ^ DP1005 expected a keypath after \`as\`, found the end of the query

      choose a +, b *, c
                ^ DP1005 expected an expression, found \`,\`
                     ^ DP1005 expected an expression, found \`,\`

      create a b
               ^ DP1003 expected \`from\`, found \`b\`

      move a b
             ^ DP1003 expected \`to\`, found \`b\`

      convert a
               ^ DP1005 expected \`:\`, found the end of the query

      explode a into b original keep
                                ^^^^ DP1003 expected \`discard\` or \`preserve\`, found \`keep\`

      extract a into b
                      ^ DP1005 expected \`using\`, found the end of the query

      join right (source a) using k into z
           ^^^^^ DP1003 expected \`left\`, \`inner\`, \`full\` or \`cross\`, found \`right\`; swap the sides and use \`left\`

      join (source a) into z
                      ^^^^ DP1003 expected \`on\` and a condition, or \`using\` and keypaths, found \`into\`

      stitch into a
             ^^^^ DP1003 expected a query in parentheses, found \`into\`

      limit 5)
             ^ DP1003 expected \`|\` or the end of the query, found \`)\`

      filter a.
               ^ DP1005 expected a key or a function after \`.\`, found the end of the query

      filter a[0
                ^ DP1005 expected \`]\`, found the end of the query

      filter a:
               ^ DP1005 expected a type after \`:\`, found the end of the query

      filter @x
             ^^ DP1006 malformed timestamp \`@x\`: expected a quoted time or 10, 13, 16 or 19 digits

      filter case { a }
                      ^ DP1005 expected \`->\`, found \`}\`

      filter 'abc
             ^^^^ DP1002 expected \`'\` at the end of the string, found the end of the line

      filter /abc
             ^^^^ DP1002 expected \`/\` at the end of the regular expression, found the end of the line

      limit 5 /* abc
              ^^^^^^ DP1002 expected \`*/\` at the end of the comment, found the end of the query

      filter \`a {b
                  ^ DP1005 expected \`}\`, found the end of the query

      filter _
             ^ DP1003 expected an expression, found \`_\`
      "
    `);
  });

  it('do not stop the reading', () => {
    expect(kinds('filter ((a | limit 5 | choose b')).toEqual(['filter', 'limit', 'choose']);
    expect(kinds('filter a b (c | limit 5')).toEqual(['filter', 'limit']);
    expect(kinds('filter a b (source x | y) | limit 5')).toEqual(['filter', 'limit']);
    expect(kinds("filter a b 'x | y', /p|q/ `{r | s}` | limit 5")).toEqual(['filter', 'limit']);
    expect(kinds('foo bar | limit 5 | baz')).toEqual(['error', 'limit', 'error']);
    expect(kinds('join (source a | filter b c) using k into d | limit 5')).toEqual(['join', 'limit']);
  });

  it('are told once for one cause', () => {
    expect(parse('filter a ++ b) c | choose d, , e | limit').diagnostics.map(({ span }) => span.start)).toEqual([
      10, 29, 40,
    ]);
  });

  it('come in the order of the text, at most a hundred of them', () => {
    const { diagnostics } = parse('filter a = 1 |'.repeat(200));
    expect(diagnostics.length).toBe(100);
    const starts = diagnostics.map(({ span }) => span.start);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });
});
