import type { AskedQuestion } from '../ask-sets.ts';
import { isAnswered, isRight, type Share, share } from './bars.ts';

export interface ReliabilityBin {
  readonly from: number;
  readonly to: number;
  readonly meanConfidence: number;
  readonly right: Share;
}

const EDGES = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1] as const;

/** The answers by what they said of themselves, and how many of each bin are right. Empty bins are left out. */
export const reliability = (asked: readonly AskedQuestion[]): readonly ReliabilityBin[] => {
  const answers = asked.filter(isAnswered);
  return EDGES.slice(1).flatMap((to, at) => {
    const from = EDGES[at] as number;
    const own = answers.filter(({ confidence }) => confidence >= from && (confidence < to || to === 1));
    if (own.length === 0) return [];
    const meanConfidence = own.reduce((sum, { confidence }) => sum + confidence, 0) / own.length;
    return [{ from, to, meanConfidence, right: share(own, isRight) }];
  });
};
