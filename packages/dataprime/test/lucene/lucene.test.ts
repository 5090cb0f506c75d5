import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check, parse } from '../../src/index.ts';
import type { LuceneQuery, LuceneValue } from '../../src/lucene/lucene-query.ts';
import { parseLucene } from '../../src/lucene/parse-lucene.ts';

const valueText = (value: LuceneValue): string => {
  switch (value.kind) {
    case 'term':
      return value.text;
    case 'phrase':
      return `"${value.text}"`;
    case 'regex':
      return `/${value.pattern}/`;
    case 'wildcard':
      return value.pieces.map((piece) => (typeof piece === 'string' ? piece : `<${piece.wild}>`)).join('');
    case 'range': {
      const { from, to } = value;
      return `${from === null ? '..' : `${from.included ? '>=' : '>'}${from.text}`} ${to === null ? '..' : `${to.included ? '<=' : '<'}${to.text}`}`;
    }
  }
};

const textOf = (query: LuceneQuery): string => {
  switch (query.kind) {
    case 'all':
      return '*';
    case 'and':
    case 'or':
      return `(${query.items.map(textOf).join(` ${query.kind} `)})`;
    case 'not':
      return `not ${textOf(query.item)}`;
    case 'exists':
      return `has ${query.field.name}`;
    case 'match':
      return `${query.field === null ? '' : `${query.field.name} is `}${valueText(query.value)}`;
  }
};

const read = (text: string): string => {
  const { query, faults } = parseLucene(text);
  return query === null ? `! ${faults[0]?.message} at ${faults[0]?.span.start}` : textOf(query);
};

describe('Lucene queries', () => {
  it.each([
    ['a', 'a'],
    ['a b', '(a or b)'],
    ['a AND b OR c', '((a and b) or c)'],
    ['a OR b AND c', '(a or (b and c))'],
    ['a && b || !c', '((a and b) or not c)'],
    ['NOT a', 'not a'],
    ['NOT NOT a', 'a'],
    ['a NOT b', '(a and not b)'],
    ['a AND -b', '(a and not b)'],
    ['+a -b c', '(a and not b)'],
    ['a b -c', '((a or b) and not c)'],
    ['-a -b', '(not a and not b)'],
    ['a AND b c', '((a and b) or c)'],
    ['f:a', 'f is a'],
    ['f=a', 'f is a'],
    ['f:(a b)', '(f is a or f is b)'],
    ['f:(+a -b)', '(f is a and not f is b)'],
    ['f:(a AND (b OR g:c))', '(f is a and (f is b or g is c))'],
    ['f:"a b"', 'f is "a b"'],
    ['f:"say \\"x\\""', 'f is "say "x""'],
    ['f:[1 TO 5]', 'f is >=1 <=5'],
    ['f:{1 TO 5}', 'f is >1 <5'],
    ['f:[1 TO 5}', 'f is >=1 <5'],
    ['f:[* TO -5]', 'f is .. <=-5'],
    ['f:["a b" TO *}', 'f is >=a b ..'],
    ['f:[2024-01-01T10:00 TO *]', 'f is >=2024-01-01T10:00 ..'],
    ['f:>5', 'f is >5 ..'],
    ['f:>=5', 'f is >=5 ..'],
    ['f:< 5', 'f is .. <5'],
    ['f:<=-5', 'f is .. <=-5'],
    ['f:-5', 'f is -5'],
    ['f:/a|b/', 'f is /a|b/'],
    ['f:/a\\/b/ c', '(f is /a/b/ or c)'],
    ['path:/api/v1', 'path is /api/v1'],
    ['f:a*b?', 'f is a<*>b<?>'],
    ['f:a\\*', 'f is a*'],
    ['f:a\\:b', 'f is a:b'],
    ['url:http://x', 'url is http://x'],
    ['a\\:b:c', 'a:b is c'],
    ['*', '*'],
    ['*:*', '*'],
    ['f:*', 'has f'],
    ['_exists_:f.g', 'has f.g'],
    ['foo-bar', 'foo-bar'],
    ['and or', '(and or or)'],
    ['a^2 "b c"~3 d~', '(a or "b c" or d)'],
  ])('%s', (text, tree) => {
    expect(read(text)).toBe(tree);
  });
});

describe('what is no Lucene query', () => {
  it.each([
    ['', '! expected a term, found the end at 0'],
    ['a AND', '! expected a term, found the end at 5'],
    ['OR a', '! expected a value, found `OR` at 0'],
    ['(a', '! expected `)`, found the end at 2'],
    ['a)', '! expected the end, found `)` at 1'],
    ['f:', '! expected a value, found the end at 2'],
    ['f:[1 5]', '! expected `TO`, found a word at 5'],
    ['f:[1 TO 5', '! expected `]` or `}`, found the end at 9'],
    ['"a', '! expected `"` at the end of the phrase at 0'],
  ])('%s', (text, message) => {
    expect(read(text)).toBe(message);
  });

  it('is told where it stands in the query around it', () => {
    const text = "filter ok | lucene 'a AND (b'";
    const [found] = check(parse(text)).diagnostics;
    expect(found).toMatchObject({ code: 'DP1010', severity: 'error', span: { start: 28, end: 28 } });
  });
});

describe('any text', () => {
  const marks = fc.constantFrom(
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '"',
    '/',
    '\\',
    ':',
    '=',
    '+',
    '-',
    '!',
    '^',
    '~',
    '*',
    '?',
  );
  const words = fc.constantFrom('AND', 'OR', 'NOT', 'TO', '_exists_', 'a', ' ', '&&', '||', '>', '1');

  it('is read to its end without a fault of the reader', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(marks, words, fc.string()), { maxLength: 40 }), (pieces) => {
        const { query, faults } = parseLucene(pieces.join(''));
        expect(query === null).toBe(faults.length > 0);
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['(', '-', 'a:(', '"', '/', '[', '\\', '!', '(a ', '+', 'a:'])(
    'is read however often a mark stands in it: %s',
    (mark) => {
      const { query, faults } = parseLucene(mark.repeat(60_000));
      expect(query === null).toBe(faults.length > 0);
    },
  );
});
