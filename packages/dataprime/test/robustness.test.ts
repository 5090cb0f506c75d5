import { mend, parse, printQuery } from '@clearspan/dataprime';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mendRoundsMax } from '../src/mend/mend.ts';
import { nestingDepthMax, queryLengthMax } from '../src/parse/limits.ts';
import { parseTokens } from '../src/parse/parse.ts';
import { anyQuery } from './arbitrary-query.ts';

/** Reads a text and holds what must be true of every reading. */
const readsWell = (text: string): void => {
  const { query, diagnostics, tokens, comments, scanCount } = parseTokens(text);
  expect(query.kind).toBe('query');
  for (const { span, fix } of diagnostics) {
    for (const { start, end } of fix === undefined ? [span] : [span, fix.span]) {
      expect(start >= 0 && start <= end && end <= text.length, `${start} to ${end} of ${text}`).toBe(true);
    }
  }
  // No piece of the text is read twice: each token starts where the one before it ended, or later.
  let last = 0;
  for (const { start, end } of tokens) {
    expect(start, text).toBeGreaterThanOrEqual(last);
    last = end;
  }
  expect(comments.every(({ text: written, span }) => text.slice(span.start, span.end) === written)).toBe(true);
  expect(scanCount).toBeLessThanOrEqual(5 * text.length + 5);
};

const pieces = [
  '|',
  '(',
  ')',
  '(|',
  '|)',
  '[',
  ']',
  '{',
  '}',
  '`',
  "'",
  '"',
  '/',
  '\\',
  '//',
  '/*',
  '*/',
  '#',
  '\n',
  '@',
  '$',
  '$d',
  '.',
  ',',
  ':',
  '-',
  '->',
  '=>',
  '=',
  '==',
  '!',
  '&&',
  '~',
  '?',
  '??',
  ';',
  'a',
  'filter ',
  'groupby ',
  'case {',
  'join (',
  'NOT ',
  ' in ',
  ' IS NULL',
  ' between ',
  ' and ',
  '5',
  '1h',
  '1.5h',
  '@170',
  "'x'",
  '/a/',
  '`{',
  ' as ',
  ' into ',
  ' on ',
  'stats ',
  'SELECT ',
  '😀',
  'é',
  '\u2028',
];

describe('the parser', () => {
  it('reads any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), readsWell), { numRuns: 500 });
  });

  it('reads any sequence of pieces', () => {
    const text = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(''));
    fc.assert(fc.property(text, readsWell), { numRuns: 1500 });
  });

  it('mends any sequence of pieces, or what can be mended of it', () => {
    const text = fc.array(fc.constantFrom(...pieces), { maxLength: 15 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(text, (written) => {
        const { text: result, applied, diagnostics } = mend(written);
        expect(diagnostics).toEqual(parse(result).diagnostics);
        const isDone = !diagnostics.some(({ severity, fix }) => severity === 'error' && fix !== undefined);
        expect(isDone || applied.length === mendRoundsMax, written).toBe(true);
        expect(applied.length, written).toBeLessThan(mendRoundsMax);
      }),
      { numRuns: 500 },
    );
  });

  it('mends nothing behind an open back-tick', () => {
    for (const text of ['and join ( `', 'source logs | filter f(`']) {
      const { applied, diagnostics } = mend(text);
      expect(applied.filter(({ fix }) => fix?.text === ')')).toEqual([]);
      expect(diagnostics.map(({ code }) => code)).toContain('DP1002');
    }
  });

  it('reads queries with a piece removed, doubled or put in', () => {
    const cut = fc.record({ at: fc.nat(1000), length: fc.nat(4), piece: fc.constantFrom('', ...pieces) });
    fc.assert(
      fc.property(anyQuery, cut, (query, { at, length, piece }) => {
        const text = printQuery(query);
        const start = at % (text.length + 1);
        readsWell(text.slice(0, start) + piece + text.slice(start + length));
      }),
      { numRuns: 300 },
    );
  });

  const half = queryLengthMax / 2;
  it.each([
    ['opening parentheses', '('.repeat(queryLengthMax)],
    ['closing parentheses', ')'.repeat(queryLengthMax)],
    ['back-ticks', '`'.repeat(queryLengthMax)],
    ['escaped back-ticks on lines', '\\`\n'.repeat(20_000)],
    ['open interpolations', '`{'.repeat(half)],
    ['slashes', '/ '.repeat(half)],
    ['open classes', '/[/,'.repeat(half / 2)],
    ['bars', '|'.repeat(queryLengthMax)],
    ['stages that cannot be read', 'a b ( | '.repeat(8_000)],
    ['stages with open strings', "filter 'a\n| ".repeat(5_000)],
    ['negations', `filter ${'!'.repeat(60_000)}a`],
    ['words of negation', `filter ${'NOT '.repeat(16_000)}a`],
    ['signs', `filter ${'- '.repeat(30_000)}a`],
    ['a long sum', `filter a${' + a'.repeat(16_000)}`],
    ['a long chain of methods', `filter a${'.f()'.repeat(16_000)}`],
    ['a long path', `remove a${'.a'.repeat(30_000)}`],
    ['nested queries', 'join (source logs | '.repeat(3_000)],
    ['nested sub-queries', 'filter (| '.repeat(6_000)],
    ['nested cases', `filter ${'case { a -> '.repeat(5_000)}`],
    ['ternaries', `filter ${'a ? '.repeat(16_000)}`],
    ['comments', '/**/'.repeat(16_000)],
    ['one unreadable run', '\\'.repeat(queryLengthMax)],
    ['a long list', `filter [${'1, '.repeat(20_000)}1]`],
    ['a long number', `filter ${'9'.repeat(60_000)}`],
    ['a long interval', `filter ${'9'.repeat(60_000)}h`],
  ])('reads %s in work linear to the length', (_, text) => {
    readsWell(text);
  });

  it('gives up where nesting is too deep', () => {
    const deep = (levels: number): string => `filter ${'('.repeat(levels)}a${')'.repeat(levels)}`;
    expect(parse(deep(nestingDepthMax)).diagnostics).toEqual([]);
    expect(parse(deep(nestingDepthMax + 1)).diagnostics.map(({ code }) => code)).toEqual(['DP1007']);
    expect(parse(`filter a${' && a'.repeat(490)}`).diagnostics).toEqual([]);
    expect(parse(`filter a${' && a'.repeat(510)}`).diagnostics.map(({ code }) => code)).toEqual(['DP1007']);
  });

  it('does not read a text that is too long', () => {
    const { query, diagnostics } = parse(' '.repeat(queryLengthMax + 1));
    expect(query.stages).toEqual([]);
    expect(diagnostics).toMatchInlineSnapshot(`
      [
        {
          "code": "DP1009",
          "message": "expected at most 65536 characters, found 65537",
          "severity": "error",
          "span": {
            "end": 65537,
            "start": 0,
          },
        },
      ]
    `);
    expect(parse('('.repeat(1_000_000)).diagnostics.map(({ code }) => code)).toEqual(['DP1009']);
  });
});
