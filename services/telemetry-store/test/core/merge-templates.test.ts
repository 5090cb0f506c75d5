import { expect, test } from 'vitest';
import { mergeTemplates, type TemplateRow } from '../../src/core/patterns/merge-templates.ts';

const rows = (...texts: readonly (readonly [example: string, count: number])[]): TemplateRow[] =>
  texts.map(([example, count], at) => ({
    templateId: String(at),
    subsystem: null,
    severity: null,
    count,
    example,
    first: '',
    last: '',
  }));
const patterns = (...texts: readonly (readonly [string, number])[]): readonly string[] =>
  mergeTemplates(rows(...texts)).map(({ words, rows: of }) => `${words.join(' ')} (${of.length})`);

test('words with digits are masked, and texts alike but for a word are one', () => {
  expect(
    patterns(
      ['user alice logged in from 10.0.0.1', 5],
      ['user bob logged in from 10.0.0.2', 9],
      ['user carol logged out of 10.0.0.2', 1],
    ),
  ).toEqual(['user <*> logged in from <*>.<*>.<*>.<*> (2)', 'user carol logged out of <*>.<*>.<*>.<*> (1)']);
});

test('short texts are one only when they are the same', () => {
  expect(patterns(['card declined', 2], ['card accepted', 1], ['card declined', 1])).toEqual([
    'card declined (2)',
    'card accepted (1)',
  ]);
});

test('what was already masked does not make texts alike', () => {
  expect(patterns(['1 2 3 4 alpha', 2], ['5 6 7 8 beta', 1])).toEqual([
    '<*> <*> <*> <*> alpha (1)',
    '<*> <*> <*> <*> beta (1)',
  ]);
});
