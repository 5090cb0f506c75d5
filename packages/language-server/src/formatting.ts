import { format } from '@clearspan/dataprime';
import type { TextEdit } from 'vscode-languageserver-types';
import { rangeOf, type SourceText } from './source-text.ts';

/** As `clearspan fmt` writes it: one line break at the end, those of the document kept. Nothing where it has syntax errors. */
export const formattingOf = (source: SourceText): TextEdit[] => {
  const { text, isTooLong } = source;
  if (isTooLong || text.trim() === '') return [];
  const formatted = format(text);
  if (formatted.diagnostics.some(({ severity }) => severity === 'error')) return [];
  const lines = `${formatted.text.trimEnd()}\n`;
  const newText = text.includes('\r\n') ? lines.replaceAll(/\r?\n/g, '\r\n') : lines;
  return newText === text ? [] : [{ range: rangeOf(source, { start: 0, end: text.length }), newText }];
};
