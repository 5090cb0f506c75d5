import { findTimes } from '../time/find-time.ts';
import { word } from './expanded.ts';
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

/** Something is said to be wrong with a thing, which what is asked next is about. */
const SAYS_WRONG =
  /^(?:(?:hey|hi|so|hm+|ok|okay|and|but|well) ?,? ?)*(?:(?:something|everything) (?:is|seems|looks|feels)|why\b|how come|(?:is|are) .* \?|what (?:is|'s) (?:wrong|going on|the matter))/;

/** "Something is wrong with checkout. How many 5xx today?": the thing of the sentence before, where this one names none. */
export const saidWrong = (
  before: readonly (readonly Token[])[],
  asked: readonly Token[],
  isThing: (token: Token) => boolean,
): readonly Token[] => {
  const last = before.at(-1) ?? [];
  const points = asked.some(({ norm }) => POINTS_AT_ONE.test(norm) || POINTS_AT_SOME.test(norm));
  const [first, ...more] = lastNamed(last, isThing);
  if (first === undefined || points || asked.some(isThing)) return [];
  return SAYS_WRONG.test(last.map(({ text }) => text.toLowerCase()).join(' '))
    ? [word('in', first), first, ...more]
    : [];
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

const timesIn = (tokens: readonly Token[]): readonly (readonly Token[])[] =>
  // What is a time does not depend on when it is asked, only which.
  findTimes(tokens, 0n).flatMap(({ kind, from, to }) => (kind === 'time' ? [tokens.slice(from, to)] : []));

/** When something went wrong, where what is asked next says no time of its own. */
export const timeOfWrong = (before: readonly (readonly Token[])[], asked: readonly Token[]): readonly Token[] =>
  timesIn(asked).length > 0 ? [] : (timesIn(before.at(-1) ?? []).at(-1) ?? []);

const thenAt = (tokens: readonly Token[]): { readonly from: number; readonly to: number } | null => {
  const at = tokens.findIndex(
    ({ norm }, place) =>
      place > 0 &&
      norm === 'then' &&
      /^(?:[?.!,]|)$/.test(tokens[place + 1]?.text ?? '') &&
      tokens[place - 1]?.norm !== ',',
  );
  return at < 0 ? null : { from: /^(?:since|by|after)$/.test(tokens[at - 1]?.norm ?? '') ? at - 1 : at, to: at + 1 };
};

/**
 * "Checkout was down yesterday. Which errors did it log then?": the time of the sentence before, where the one that asks
 * says "then", or says none and speaks of a thing of the one before.
 */
export const timeBefore = (
  before: readonly Token[],
  asked: readonly Token[],
): { readonly time: readonly Token[]; readonly rest: readonly Token[] } => {
  const none = { time: [], rest: asked };
  const said = timesIn(before).at(-1);
  const [first] = said ?? [];
  const then = thenAt(asked);
  const points = asked.some(({ norm }) => POINTS_AT_ONE.test(norm) || POINTS_AT_SOME.test(norm));
  const past = asked.some(({ norm }) => /^(?:did|was|were|had)$/.test(norm));
  const plain = then === null ? asked : [...asked.slice(0, then.from), ...asked.slice(then.to)];
  if (said === undefined || first === undefined || timesIn(plain).length > 0 || (then === null && !(points && past)))
    return none;
  const since = then !== null && then.to - then.from > 1;
  const bare = since && /^(?:at|on|around|in|from)$/.test(first.norm) ? said.slice(1) : said;
  return { time: since ? [word('since', first), ...bare] : said, rest: plain };
};
