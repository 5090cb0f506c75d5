import { type HighlightKind, highlight } from '@clearspan/dataprime';
import type { SemanticTokens, SemanticTokensLegend } from 'vscode-languageserver-types';
import { positionAt, type SourceText } from './source-text.ts';

/** Standard names, so that every theme has a colour for them. Null: left to the grammar of the editor. */
const TOKEN_TYPE: Readonly<Record<HighlightKind, string | null>> = {
  command: 'keyword',
  keyword: 'keyword',
  function: 'function',
  key: 'property',
  namespace: 'namespace',
  string: 'string',
  number: 'number',
  interval: 'number',
  timestamp: 'number',
  regex: 'regexp',
  operator: 'operator',
  comment: 'comment',
  severity: 'enumMember',
  type: 'type',
  punctuation: null,
  error: null,
};

export const TOKEN_LEGEND: SemanticTokensLegend = {
  tokenTypes: [...new Set(Object.values(TOKEN_TYPE).filter((name) => name !== null))],
  tokenModifiers: [],
};

/** A token that goes over several lines is told line by line: not every editor takes it whole. */
const lineParts = (text: string, start: number, end: number): readonly (readonly [start: number, end: number])[] =>
  [...text.slice(start, end).matchAll(/[^\r\n]+/g)].map(({ index, 0: part }) => [
    start + index,
    start + index + part.length,
  ]);

/** What each piece of a document is, in the protocol's own coding: five numbers a token, relative to the one before. */
export const semanticTokensOf = (source: SourceText): SemanticTokens => {
  const data: number[] = [];
  let [lastLine, lastCharacter] = [0, 0];
  for (const { kind, start, end } of source.isTooLong ? [] : highlight(source.text)) {
    const type = TOKEN_LEGEND.tokenTypes.indexOf(TOKEN_TYPE[kind] ?? '');
    if (type < 0) continue;
    for (const [from, to] of lineParts(source.text, start, end)) {
      const { line, character } = positionAt(source, from);
      data.push(line - lastLine, line === lastLine ? character - lastCharacter : character, to - from, type, 0);
      [lastLine, lastCharacter] = [line, character];
    }
  }
  return { data };
};
