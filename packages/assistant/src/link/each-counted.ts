import { conceptOf } from '../lexicon/lexicon.ts';
import type { Token } from '../tokens/token.ts';

const countWordsMax = 4;

/** "transfers with more than 2 errors": of each of them. */
export const isEachCounted = (tokens: readonly Token[], at: number): boolean => {
  if (!/^(?:with|having|that|which)$/.test(tokens[at + 1]?.norm ?? '')) return false;
  const number = tokens.findIndex(({ kind }, place) => place > at + 1 && kind === 'number');
  const counted = conceptOf(tokens[number + 1]?.norm ?? '')?.kind ?? '';
  return number > 0 && number <= at + 1 + countWordsMax && /^(?:severity|outcome|entity|symptom)$/.test(counted);
};
