import { osaDistance } from '@clearspan/text';
import type { Token } from './token.ts';

const WHO_IS_COUNTED =
  'user customer visitor viewer player member driver patient subscriber guest passenger reader tenant device account client session people person student pupil learner teacher employee courier worker agent seller buyer owner'.split(
    ' ',
  );
const RANKS = /^(?:most|least|more|less|still)$/i;

/** A slip of the finger is corrected later than this is read. */
const isCounted = (word: string): boolean => WHO_IS_COUNTED.some((known) => osaDistance(word, known, 1) <= 1);

/** "active users" are those of whom there is a record, each once; null for "the most active users", who are ranked. */
export const activeOnes = (
  tokens: readonly Token[],
  at: number,
): { readonly tokens: readonly Token[]; readonly used: number } | null => {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  // "how many users were active": whoever is recorded was.
  const copula = /^(?:is|are|was|were|been)$/.test(before?.norm ?? '') ? 1 : 0;
  if (token?.norm === 'active' && isCounted(tokens[at - 1 - copula]?.norm ?? '')) return { tokens: [], used: 1 };
  // "distinct active tenants": whatever they are called, each is to be counted once.
  if (token?.norm === 'active' && /^(?:distinct|unique|different)$/.test(before?.norm ?? '') && next?.kind === 'word')
    return { tokens: [], used: 1 };
  const isSaid = token?.kind === 'word' && token.norm === 'active' && isCounted(next?.norm ?? '');
  if (!isSaid || RANKS.test(before?.text ?? '')) return null;
  return { tokens: [{ ...token, text: 'distinct', norm: 'distinct' }], used: 1 };
};
