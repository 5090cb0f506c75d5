import { expect, test } from 'vitest';
import { formattingOf, sourceText } from '../src/index.ts';
import { applyEdits } from './apply.ts';

const formatted = (text: string): string => {
  const source = sourceText(text);
  return applyEdits(source, formattingOf(source));
};

test('comments are kept, and there is one line break at the end', () => {
  expect(formatted('source logs|limit 5 /* few */')).toBe('source logs\n| limit 5 /* few */\n');
});

test('line breaks stay those of the document', () => {
  const text = 'source logs // all\r\n|limit 5\r\n';
  expect(formatted(text)).toBe('source logs // all\r\n| limit 5\r\n');
});

test('nothing is edited where nothing changes, where the text is wrong, and where there is none', () => {
  for (const text of ['limit 5\n', 'source logs // a\r\n| limit 5\r\n', 'filter (', '', ' \n'])
    expect(formattingOf(sourceText(text))).toEqual([]);
});
