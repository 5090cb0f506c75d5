import { parse, type Query, type Stage } from '@clearspan/dataprime';
import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import { nestedQueries } from './nested-queries.ts';
import { rangeOf, type SourceText } from './source-text.ts';

const detailCharsMax = 80;

/** What stands after the command, on one line. */
const detailOf = ({ text }: SourceText, { keyword, span }: Stage): string => {
  const rest = text.slice(keyword.span.end, Math.min(span.end, keyword.span.end + 2 * detailCharsMax));
  const line = rest.replaceAll(/\s+/g, ' ').trim();
  return line.length > detailCharsMax ? `${line.slice(0, detailCharsMax - 1)}…` : line;
};

const symbolOf = (source: SourceText, stage: Stage): DocumentSymbol => {
  const { kind, keyword, span } = stage;
  // Where a stage could not be read, the word that stands there may lie outside of it, or be none.
  const isInside = keyword.span.start >= span.start && keyword.span.end <= span.end;
  return {
    name: keyword.text.trim() === '' ? '?' : keyword.text,
    detail: isInside ? detailOf(source, stage) : '',
    kind: kind === 'source' ? SymbolKind.Module : SymbolKind.Function,
    range: rangeOf(source, span),
    selectionRange: rangeOf(source, isInside ? keyword.span : span),
    children: nestedQueries(stage).flatMap((query) => symbolsIn(source, query)),
  };
};

const symbolsIn = (source: SourceText, { stages }: Query): DocumentSymbol[] =>
  stages.map((stage) => symbolOf(source, stage));

/** One symbol for each stage; the stages of a query inside a stage are its children. */
export const documentSymbolsOf = (source: SourceText): DocumentSymbol[] =>
  source.isTooLong ? [] : symbolsIn(source, parse(source.text).query);
