import type { Token } from './token.ts';

const DIVIDES = /^(?:by|per|each|every|grouped|split|across)$/;
const COPULA = /^(?:is|are|was|were)$/;
const POINTS = /^(?:it|this|that|they|those|these|there)$/;
const ONLY = /^(?:only|just|all|mostly|mainly|always|still|really|solely|purely)$/;

const normAt = (tokens: readonly Token[], at: number): string => tokens[at]?.norm ?? '';
const divides = (tokens: readonly Token[]): boolean => tokens.some(({ norm }) => DIVIDES.test(norm));

/** "errors by version, is it only 3.8.0?": the groups tell, so what is guessed is none of them alone. */
const guessedAfter = (tokens: readonly Token[]): readonly Token[] => {
  const at = tokens.findIndex(
    ({ text, norm }, place) =>
      place > 1 &&
      (/^[,;?.–—-]$/.test(text) || norm === 'or') &&
      COPULA.test(normAt(tokens, place + 1)) &&
      POINTS.test(normAt(tokens, place + 2)) &&
      ONLY.test(normAt(tokens, place + 3)),
  );
  return at > 0 && divides(tokens.slice(0, at)) ? tokens.slice(0, at) : tokens;
};

/** "is eu the only region that stalls? stalls by region": what is asked for is said after it. */
const guessedBefore = (tokens: readonly Token[]): readonly Token[] => {
  const at = tokens.findIndex(({ text }) => text === '?');
  const rest = tokens.slice(at + 1);
  const guess = tokens.slice(0, at);
  const only = guess.findIndex(({ norm }, place) => norm === 'only' && normAt(guess, place - 1) === 'the');
  if (at < 4 || !COPULA.test(normAt(tokens, 0)) || only < 0) return tokens;
  const by = rest.findIndex(({ norm }) => DIVIDES.test(norm));
  if (by < 0) return tokens;
  if (by > 0) return rest;
  // "is eu the only region that stalls? by region": what it does is said in the guess alone.
  const that = guess.findIndex(({ norm }, place) => place > only && /^(?:that|which|with|where|who)$/.test(norm));
  return that < 0 ? tokens : [...guess.slice(that + 1), ...rest];
};

/** A question without the guess beside it, which the groups that are asked for confirm or not. */
export const withoutGuess = (tokens: readonly Token[]): readonly Token[] => guessedBefore(guessedAfter(tokens));
