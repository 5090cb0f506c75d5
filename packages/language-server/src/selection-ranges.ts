import { nodesAt, parse } from '@clearspan/dataprime';
import type { Position, SelectionRange } from 'vscode-languageserver-types';
import { offsetAt, rangeOf, type SourceText } from './source-text.ts';

/** For each position the pieces of the query around it, each inside the next: key, comparison, condition, stage, query. */
export const selectionRangesOf = (source: SourceText, positions: readonly Position[]): SelectionRange[] => {
  const whole: SelectionRange = { range: rangeOf(source, { start: 0, end: source.text.length }) };
  if (source.isTooLong) return positions.map(() => whole);
  const { query } = parse(source.text);
  return positions.map((position) => {
    let selection = whole;
    let inside = { start: 0, end: source.text.length };
    for (const { span } of nodesAt(query, offsetAt(source, position))) {
      const isSmaller = span.start >= inside.start && span.end <= inside.end;
      if (!isSmaller || (span.start === inside.start && span.end === inside.end)) continue;
      selection = { range: rangeOf(source, span), parent: selection };
      inside = span;
    }
    return selection;
  });
};
