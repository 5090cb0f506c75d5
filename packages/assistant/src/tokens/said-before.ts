import type { Token } from './token.ts';

const POINTS_AT_ONE = /^(?:it|its|it's)$/;
const POINTS_AT_SOME = /^(?:they|them|their|he|she|his|her)$/;

/** The last things that are named, joined by "and" where there are several. */
const lastNamed = (tokens: readonly Token[], isThing: (token: Token) => boolean): readonly Token[] => {
  const last = tokens.findLastIndex(isThing);
  if (last < 0) return [];
  let first = last;
  while (/^(?:and|or|,)$/.test(tokens[first - 1]?.norm ?? '') && isThing(tokens[first - 2] as Token)) first -= 2;
  return tokens.slice(first, last + 1);
};

/**
 * "The checkout misbehaved earlier. Could you count its errors?": the thing of the sentence before in place of the word
 * that points at it. `asked` without such a word, or after a sentence that names nothing, stays as it is.
 */
export const namedBefore = (
  before: readonly Token[],
  asked: readonly Token[],
  isThing: (token: Token) => boolean,
): readonly Token[] => {
  const at = asked.findIndex(({ norm }) => POINTS_AT_ONE.test(norm) || POINTS_AT_SOME.test(norm));
  const pointing = asked[at];
  if (pointing === undefined || asked.some(isThing)) return asked;
  const named = lastNamed(before, isThing);
  if (named.length === 0) return asked;
  const placed = named.map((token): Token => ({ ...token, start: pointing.start, end: pointing.end }));
  return [...asked.slice(0, at), ...placed, ...asked.slice(at + 1)];
};
