import { highlight } from '@clearspan/dataprime';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { semanticTokensOf, sourceText, TOKEN_LEGEND } from '../src/index.ts';
import { offsetAt } from '../src/source-text.ts';

interface Token {
  readonly start: number;
  readonly end: number;
  readonly type: string | undefined;
}

/** What an editor makes of the numbers. */
const decoded = (text: string): readonly Token[] => {
  const source = sourceText(text);
  const { data } = semanticTokensOf(source);
  let [line, character] = [0, 0];
  return Array.from({ length: data.length / 5 }, (_, index) => {
    const [lines = 0, characters = 0, length = 0, type = 0] = data.slice(index * 5, index * 5 + 4);
    character = lines === 0 ? character + characters : characters;
    line += lines;
    const start = offsetAt(source, { line, character });
    return { start, end: start + length, type: TOKEN_LEGEND.tokenTypes[type] };
  });
};

test('words have the type of what they mean where they stand', () => {
  const text = 'source logs\r\n| filter count == /a/ && $m.severity == ERROR // why\n| create t from `x\ny {a:num}`';
  expect(decoded(text).map(({ start, end, type }) => `${type} ${text.slice(start, end)}`)).toMatchInlineSnapshot(`
    [
      "keyword source",
      "property logs",
      "keyword filter",
      "property count",
      "operator ==",
      "regexp /a/",
      "operator &&",
      "namespace $m",
      "property severity",
      "operator ==",
      "enumMember ERROR",
      "comment // why",
      "keyword create",
      "property t",
      "keyword from",
      "string \`x",
      "string y {",
      "property a",
      "type num",
      "string }\`",
    ]
  `);
});

test('on any text tokens are in order, on one line each, and none is lost', () => {
  const texts = fc.string({
    unit: fc.constantFrom('a', ' ', '|', '/', "'", '`', '{', '}', '5', '\n', '\r', '*', '😀'),
  });
  fc.assert(
    fc.property(texts, (text) => {
      const tokens = decoded(text);
      let last = 0;
      for (const { start, end } of tokens) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(text.slice(start, end)).toMatch(/^[^\r\n]+$/);
        last = end;
      }
      const kept = highlight(text).filter(({ kind }) => kind !== 'punctuation' && kind !== 'error');
      const chars = (spans: readonly { start: number; end: number }[]): string =>
        spans.map(({ start, end }) => text.slice(start, end).replaceAll(/[\r\n]/g, '')).join('');
      expect(chars(tokens)).toBe(chars(kept));
    }),
    { numRuns: 500 },
  );
});
