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

/** Says how it is counted, and nothing of what. */
const HOW = /^(?:count|number|numbers|list|show|give|me|how|many|often|please|pls|of|the|it|them|a|an)$/;

/** "is it only web-1 that gets E_TIMEOUT? count per host": what it gets is said of the guess alone, and is counted for each. */
const guessedOnly = (tokens: readonly Token[]): readonly Token[] => {
  const at = tokens.findIndex(({ text }) => text === '?');
  const [guess, rest] = [tokens.slice(0, at), tokens.slice(at + 1)];
  const that = guess.findIndex(({ norm }, place) => place > 2 && /^(?:that|which|who|with)$/.test(norm));
  const isGuess =
    at > 0 && COPULA.test(normAt(tokens, 0)) && POINTS.test(normAt(tokens, 1)) && ONLY.test(normAt(tokens, 2));
  const by = rest.findIndex(({ norm }) => DIVIDES.test(norm));
  if (!isGuess || that < 0 || by < 0) return tokens;
  const saysHow = rest.slice(0, by).every(({ norm }) => HOW.test(norm));
  return saysHow ? [...guess.slice(that + 1), ...rest] : rest;
};

/** A question without the guess beside it, which the groups that are asked for confirm or not. */
export const withoutGuess = (tokens: readonly Token[]): readonly Token[] =>
  guessedOnly(guessedBefore(guessedAfter(tokens)));
