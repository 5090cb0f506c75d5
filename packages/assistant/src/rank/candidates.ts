import { printQuery, type Query } from '@clearspan/dataprime';
import { type ComposeInput, compose, type Reading } from '../compose/compose.ts';
import { composeOfTheTop } from '../compose/of-the-top.ts';
import { composeRootsOfTraces } from '../compose/roots-of-traces.ts';
import { composeSameTrace } from '../compose/same-trace.ts';
import { tellLearned } from '../compose/scene.ts';
import { composeSpanFamily } from '../compose/span-family.ts';
import { composeUnmatched } from '../compose/unmatched.ts';
import { toAst } from '../ir/to-ast.ts';
import { memoryNote } from '../learning/learned-text.ts';
import type { Recall } from '../learning/recall.ts';
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

/** What an accepted answer to a question like this one is worth to a reading of its form. */
const recalled = 0.8;

/** What the form of a question within a question is worth: flat, its words would be one condition. */
const saidWithin = 0.5;

/** Readings whose form was accepted before go up; where that changes which is first, the answer says so. */
const recalledFirst = (candidates: readonly Candidate[], recall: Recall): readonly Candidate[] => {
  const sorted = candidates
    .map((candidate) => {
      const memory = recall(candidate.ast);
      return { memory, candidate: memory === null ? candidate : { ...candidate, score: candidate.score + recalled } };
    })
    .sort((a, b) => b.candidate.score - a.candidate.score);
  const [best] = sorted;
  if (best?.memory && best.candidate.query !== candidates[0]?.query)
    tellLearned(best.candidate.scene, memoryNote(best.memory));
  return sorted.map(({ candidate }) => candidate);
};

/** Distinct readings, best first; equal scores keep the order logs before spans, so the result never varies. */
export const rankCandidates = (
  input: Omit<ComposeInput, 'dataset' | 'valueRank'>,
  recall: Recall | null = null,
): readonly Candidate[] => {
  const readings = (['logs', 'spans'] as const).flatMap((dataset) => {
    const ambiguous = input.marks.some(
      (mark) =>
        mark.meaning.kind === 'value' && mark.meaning.links.filter((link) => link.dataset === dataset).length > 1,
    );
    return valueRanks
      .filter((rank) => rank === 0 || ambiguous)
      .map((valueRank) => compose({ ...input, dataset, valueRank }));
  });
  const joined = [
    composeUnmatched(input) ?? composeSpanFamily(input) ?? composeRootsOfTraces(input) ?? composeSameTrace(input),
  ].filter((reading) => reading !== null);
  const nested = composeOfTheTop(input).map(toCandidate);
  const seen = new Set<string>();
  const found = [
    ...[...readings, ...joined].map(toCandidate),
    ...nested.map((candidate) => ({ ...candidate, score: candidate.score + saidWithin })),
  ].sort((a, b) => b.score - a.score);
  return (recall === null ? found : recalledFirst(found, recall)).filter((candidate) => {
    if (seen.has(candidate.query)) return false;
    seen.add(candidate.query);
    return true;
  });
};
