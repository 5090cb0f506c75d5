import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check, parse, stringLiteral } from '../../src/index.ts';
import { translateRegex } from '../../src/regex/translate-regex.ts';
import { createEngine, type Engine } from '../harness/engine.ts';

const translated = (pattern: string): string => {
  const result = translateRegex(pattern);
  return result.ok ? result.re2 : `! ${result.what} at ${result.at}`;
};

describe('regular expressions for the engine', () => {
  it.each([
    ['a.b', '(?-s)a.b'],
    ['(?<year>\\d{4})-(\\d\\d)', '(?-s)(?P<year>\\d{4})-(\\d\\d)'],
    ["(?'n'a)|(?:b)", '(?-s)(?P<n>a)|(?:b)'],
    ['(?i)a(?s:.)', '(?-s)(?i)a(?s:.)'],
    ['(?#note)a', '(?-s)a'],
    ['\\h+\\R', '(?-s)[0-9a-fA-F]+(?:\\r\\n|[\\n\\v\\f\\r\\x{85}\\x{2028}\\x{2029}])'],
    ['[\\h_][^\\b]', '(?-s)[0-9a-fA-F_][^\\x08]'],
    ['\\u00e9\\x41\\cA\\0', '(?-s)\\x{E9}\\x{41}\\x{1}\\x{0}'],
    ['\\p{Alpha}\\P{Lu}\\p{^Han}', '(?-s)\\p{L}\\P{Lu}\\P{Han}'],
    ['[]a-z-][^]]', '(?-s)[\\]a-z-][^\\]]'],
    ['[\\w-z][[:alpha:]]', '(?-s)[\\w\\-z][[:alpha:]]'],
    ['a{2,5}?b{3}c{,4}d{x}{', '(?-s)a{2,5}?b{3}c{0,4}d\\{x\\}\\{'],
    ['\\Q1+1\\E=\\Ω', '(?-s)1\\+1=Ω'],
    ['', '(?-s)'],
  ])('%s', (pattern, re2) => {
    expect(translated(pattern)).toBe(re2);
  });

  it.each([
    ['(?=a)b', '! look-around at 0'],
    ['a(?<!b)', '! look-around at 1'],
    ['(a)\\1', '! a back-reference at 3'],
    ['(?<n>a)\\k<n>', '! a back-reference at 7'],
    ['(?>a)', '! an atomic group at 0'],
    ['ab++', '! a possessive quantifier at 3'],
    ['a**', '! a repetition of a repetition at 2'],
    ['*a', '! a repetition of nothing at 0'],
    ['\\Q\\E{,3}', '! a repetition of nothing at 0'],
    ['(a', '! a group without its end `)` at 0'],
    ['a)', '! an unbalanced parenthesis `)` at 1'],
    ['x[a', '! a class without its end `]` at 1'],
    ['[z-a]', '! a range of characters the wrong way round at 1'],
    ['[a&&b]', '! `&&`, an intersection of classes at 2'],
    ['a{5,2}', '! a repetition from more to fewer at 1'],
    ['(a{500}){3}', '! a repetition of more than 1000 at 0'],
    ['a\\', '! a backslash at the end at 1'],
    ['\\y', '! an unknown escape `\\y` at 0'],
    ['\\p{Klingon}', '! an unknown property of characters `Klingon` at 0'],
    ['(?x) a', '! an unknown flag `x` at 0'],
    ['(?<n>a)(?<n>b)', '! two groups of the name `n` at 7'],
  ])('%s is told', (pattern, told) => {
    expect(translated(pattern)).toBe(told);
  });

  it('tells the place in the query', () => {
    const text = 'filter msg:string.matches(/^ab++c/)';
    const [found] = check(parse(text)).diagnostics;
    expect(text.slice(found?.span.start, found?.span.end)).toBe('+c');
  });
});

describe('what is said to run', () => {
  let engine: Engine;
  beforeAll(() => {
    engine = createEngine();
  });
  afterAll(() => engine.close());

  const pieces = fc.constantFrom(
    'a',
    'é',
    '.',
    '^',
    '$',
    '|',
    '(',
    ')',
    '(?:',
    '(?<n>',
    '(?i)',
    '(?#',
    '(?=',
    '[',
    ']',
    '[^',
    '-',
    '&&',
    '{',
    '}',

    '{2}',
    '{2,}',
    '{,3}',
    '{40}',
    '*',
    '+',
    '?',
    '\\',
    '\\d',
    '\\w',
    '\\b',
    '\\h',
    '\\R',
    '\\Z',
    '\\1',
    '\\p{L}',
    '\\pN',

    '\\p{Greek}',
    '\\u0041',
    '\\x{1F600}',
    '\\c',
    '\\Q',
    '\\E',
    '\\]',
    '[:alpha:]',
    '\\0',
    ' ',
    '\n',
    '/',
    "'",
    '😀',
    ',',
  );

  it('runs', () => {
    let ran = 0;
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 9 }), (parts) => {
        const result = translateRegex(parts.join(''));
        if (!result.ok) return;
        ran += 1;
        engine.query(`SELECT match('a', ${stringLiteral(result.re2)})`);
      }),
      { numRuns: Number(process.env.RUNS ?? 600) },
    );
    expect(ran).toBeGreaterThan(50);
  });

  it('is read in full, however long', () => {
    for (const piece of ['(', '[', 'a{', '\\Q', '(?:a|', '[[:', '(?<n', '\\x{', 'a|']) {
      const result = translateRegex(piece.repeat(20_000));
      expect(result.ok || result.what.length > 0).toBe(true);
    }
  });
});
