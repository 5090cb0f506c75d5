import { printQuery, type Query } from '@clearspan/dataprime';
import { type ComposeInput, compose, type Reading } from '../compose/compose.ts';
import { composeSameTrace } from '../compose/same-trace.ts';
import { composeSpanFamily } from '../compose/span-family.ts';
import { toAst } from '../ir/to-ast.ts';
import { scoreReading } from './score.ts';

/** A reading with its query and its score. */
export interface Candidate extends Reading {
  readonly ast: Query;
  readonly query: string;
  readonly score: number;
}

/** Readings tried: both data sets, and the second field of values that occur in several. */
const valueRanks = [0, 1] as const;

export const toCandidate = (reading: Reading): Candidate => {
  const ast = toAst(reading.ir);
  return { ...reading, ast, query: printQuery(ast), score: scoreReading(reading) };
};

/** Distinct readings, best first; equal scores keep the order logs before spans, so the result never varies. */
export const rankCandidates = (input: Omit<ComposeInput, 'dataset' | 'valueRank'>): readonly Candidate[] => {
  const readings = (['logs', 'spans'] as const).flatMap((dataset) => {
    const ambiguous = input.marks.some(
      (mark) =>
        mark.meaning.kind === 'value' && mark.meaning.links.filter((link) => link.dataset === dataset).length > 1,
    );
    return valueRanks
      .filter((rank) => rank === 0 || ambiguous)
      .map((valueRank) => compose({ ...input, dataset, valueRank }));
  });
  const joined = [composeSpanFamily(input) ?? composeSameTrace(input)].filter((reading) => reading !== null);
  const seen = new Set<string>();
  return [...readings, ...joined]
    .map(toCandidate)
    .sort((a, b) => b.score - a.score)
    .filter((candidate) => {
      if (seen.has(candidate.query)) return false;
      seen.add(candidate.query);
      return true;
    });
};
