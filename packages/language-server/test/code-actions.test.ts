import { check, parse } from '@clearspan/dataprime';
import { describe, expect, test } from 'vitest';
import { codeActionsOf, NOTHING_KNOWN, sourceText } from '../src/index.ts';
import { disjointFixes } from '../src/mend-errors.ts';
import { rangeOf } from '../src/source-text.ts';
import { applyEdits } from './apply.ts';

const URI = 'file:///q.dataprime';

const actions = (text: string, start: number, end: number, only?: readonly string[]) => {
  const source = sourceText(text);
  const found = codeActionsOf(source, NOTHING_KNOWN, { uri: URI, range: rangeOf(source, { start, end }), only });
  return found.map(({ title, kind, edit }) => ({ title, kind, text: applyEdits(source, edit?.changes?.[URI] ?? []) }));
};

const isRight = (text: string): boolean => check(parse(text)).diagnostics.every(({ severity }) => severity !== 'error');

describe('code actions', () => {
  // The misspelt command hides what is wrong behind it.
  const TEXT = 'source logs last 1h | filter $d.status = 500 | sort $d.path | fliter $d.a = 1';
  const RIGHT = 'source logs last 1h | filter $d.status == 500 | orderby $d.path | filter $d.a == 1';

  test('each fix where it belongs, and all at once', () => {
    const caret = TEXT.indexOf('= 500');
    expect(actions(TEXT, caret, caret)).toEqual([
      { title: 'Write `==`', kind: 'quickfix', text: TEXT.replace('=', '==') },
      {
        title: 'Fix all errors that have a fix',
        kind: 'quickfix',
        text: RIGHT,
      },
      {
        title: 'Fix all errors that have a fix',
        kind: 'source.fixAll',
        text: RIGHT,
      },
    ]);
  });

  test('what comes out of all fixes is right', () => {
    const [all] = actions(TEXT, 0, 0, ['source.fixAll']);
    expect(isRight(all?.text ?? '')).toBe(true);
  });

  test('nothing is offered where nothing is wrong', () => {
    expect(actions(TEXT, 0, 3, ['quickfix'])).toEqual([]);
    expect(actions('source logs last 1h | limit 5', 0, 29)).toEqual([]);
  });

  test('only the kinds that are asked for', () => {
    const kinds = (only: readonly string[]): unknown[] => actions(TEXT, 0, TEXT.length, only).map(({ kind }) => kind);
    expect(new Set(kinds(['source']))).toEqual(new Set(['source.fixAll']));
    expect(new Set(kinds(['quickfix']))).toEqual(new Set(['quickfix']));
    expect(kinds(['refactor'])).toEqual([]);
  });

  test('a finding about what is probably not wanted is mended alone, never with all', () => {
    const text = 'source logs last 1h | limit 5 | filter $d.status >= 500';
    const found = actions(text, 0, text.length);
    expect(found).toMatchObject([{ title: 'Write `filter` first', kind: 'quickfix' }]);
  });
});

test('of fixes that overlap or stand at one place the first is taken', () => {
  const fix = (start: number, end: number, text: string) => ({ title: text, span: { start, end }, text });
  const kept = disjointFixes([fix(4, 6, 'c'), fix(0, 2, 'a'), fix(1, 3, 'b'), fix(6, 6, 'd'), fix(6, 6, 'e')]);
  expect(kept.map(({ text }) => text)).toEqual(['a', 'c', 'd']);
});
