import { expect, test } from 'vitest';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import { documentSymbolsOf, foldingRangesOf, selectionRangesOf, sourceText } from '../src/index.ts';
import { spanOf } from '../src/source-text.ts';
import { withCaret } from './apply.ts';

const NESTED = `source logs
| join (source spans | filter (| source logs | choose a |).length() > 1)
    on left=>a == right=>b into c
| limit 5`;

interface Outline {
  readonly name: string;
  readonly detail: string | undefined;
  readonly children?: readonly Outline[];
}

const outline = (symbols: readonly DocumentSymbol[]): readonly Outline[] =>
  symbols.map(({ name, detail, children = [] }) => ({
    name,
    detail,
    ...(children.length === 0 ? {} : { children: outline(children) }),
  }));

test('one symbol for each stage, those of nested queries inside', () => {
  expect(outline(documentSymbolsOf(sourceText(NESTED)))).toEqual([
    { name: 'source', detail: 'logs' },
    {
      name: 'join',
      detail: '(source spans | filter (| source logs | choose a |).length() > 1) on left=>a ==…',
      children: [
        { name: 'source', detail: 'spans' },
        {
          name: 'filter',
          detail: '(| source logs | choose a |).length() > 1',
          children: [
            { name: 'source', detail: 'logs' },
            { name: 'choose', detail: 'a' },
          ],
        },
      ],
    },
    { name: 'limit', detail: '5' },
  ]);
});

test.each(['', '|', 'source logs | | limit', '5 5', 'fliter a §', 'join (', '('.repeat(500)])(
  'names are never empty and selections stay inside, also for %j',
  (text) => {
    const source = sourceText(text);
    const visit = (symbols: readonly DocumentSymbol[]): void => {
      for (const { name, range, selectionRange, children = [] } of symbols) {
        expect(name).not.toBe('');
        const [outer, inner] = [spanOf(source, range), spanOf(source, selectionRange)];
        expect(inner.start >= outer.start && inner.end <= outer.end).toBe(true);
        visit(children);
      }
    };
    visit(documentSymbolsOf(source));
  },
);

test('stages and comments of several lines can be folded', () => {
  expect(foldingRangesOf(sourceText(`/* a\nb */ ${NESTED}`))).toEqual([
    { startLine: 2, endLine: 3 },
    { startLine: 0, endLine: 1, kind: 'comment' },
  ]);
});

test('a selection grows from the key to the whole document', () => {
  const { source, position } = withCaret('source logs | filter $d.a‸a == 1 && b');
  const texts: string[] = [];
  for (let at = selectionRangesOf(source, [position])[0]; at !== undefined; at = at.parent) {
    const { start, end } = spanOf(source, at.range);
    texts.push(source.text.slice(start, end));
  }
  expect(texts).toEqual(['$d.aa', '$d.aa == 1', '$d.aa == 1 && b', 'filter $d.aa == 1 && b', source.text]);
});
