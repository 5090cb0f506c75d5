import { parse, type Query } from '@clearspan/dataprime';
import type { Span } from '@clearspan/text';
import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import { nestedQueries } from './nested-queries.ts';
import { rangeOf, type SourceText } from './source-text.ts';

const fold = (source: SourceText, span: Span, kind?: FoldingRangeKind): FoldingRange[] => {
  const { start, end } = rangeOf(source, span);
  if (start.line === end.line) return [];
  return [{ startLine: start.line, endLine: end.line, ...(kind === undefined ? {} : { kind }) }];
};

const foldsIn = (source: SourceText, { stages }: Query): FoldingRange[] =>
  stages.flatMap((stage) => [
    ...fold(source, stage.span),
    ...nestedQueries(stage).flatMap((query) => foldsIn(source, query)),
  ]);

/** Stages and comments that go over several lines. */
export const foldingRangesOf = (source: SourceText): FoldingRange[] => {
  if (source.isTooLong) return [];
  const { query, comments } = parse(source.text);
  return [...foldsIn(source, query), ...comments.flatMap(({ span }) => fold(source, span, FoldingRangeKind.Comment))];
};
