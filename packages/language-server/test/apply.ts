import type { TextEdit } from 'vscode-languageserver-types';
import { type SourceText, sourceText, spanOf } from '../src/source-text.ts';

/** The text with edits in it, as editors do it: all of them mean places of the text before. */
export const applyEdits = (source: SourceText, edits: readonly TextEdit[]): string =>
  edits
    .map(({ range, newText }) => ({ ...spanOf(source, range), newText }))
    .toSorted((a, b) => b.start - a.start)
    .reduce((text, { start, end, newText }) => text.slice(0, start) + newText + text.slice(end), source.text);

/** A text with `‸` where the caret stands. */
export const withCaret = (
  marked: string,
): { readonly source: SourceText; readonly position: { line: number; character: number } } => {
  const source = sourceText(marked.replace('‸', ''));
  const { line, column } = source.lines.position(marked.indexOf('‸'));
  return { source, position: { line, character: column } };
};
