import { hoverAt } from '@clearspan/dataprime';
import { type Hover, MarkupKind, type Position } from 'vscode-languageserver-types';
import type { Knowledge } from './knowledge.ts';
import { offsetAt, rangeOf, type SourceText } from './source-text.ts';

/** A block of code whose fence no run of back-ticks in it can end. */
const codeBlock = (code: string): string => {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}dataprime\n${code}\n${fence}`;
};

/** What is to say about the piece of a query at a position, as Markdown. */
export const hoverOf = (source: SourceText, position: Position, { schema }: Knowledge): Hover | null => {
  const found = source.isTooLong ? null : hoverAt(source.text, offsetAt(source, position), { schema });
  if (found === null) return null;
  const { span, title, body } = found;
  const value = [codeBlock(title), ...body.split('\n')].filter((part) => part !== '').join('\n\n');
  return { contents: { kind: MarkupKind.Markdown, value }, range: rangeOf(source, span) };
};
