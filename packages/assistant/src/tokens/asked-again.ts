import { type Expanded, lower } from './expanded.ts';
import type { Token } from './token.ts';

const ASKS = /^(high|low|big|large|great|bad)$/;
const COPULA = /^(is|was|are|were)$/;
/** Words that name again what was asked for, or whose it is. */
const AGAIN =
  /^(it|that|this|they|these|those|the|its|their|exact|actual|share|rate|ratio|number|count|figure|value|percentage|amount|for|in|of|each|every|one|them|case|there|exactly|then)$/;
const ENDS = /^[.!?]$/;

/**
 * "…, and what was that share?", "…, and how high was it for each of them?": asks once more for the figure that ranks or
 * bounds the groups, which is shown beside them anyway.
 */
export const askedAgain = (tokens: readonly Token[], at: number): Expanded | null => {
  const comma = lower(tokens, at) === ',' ? 1 : 0;
  if (at < 3 || lower(tokens, at + comma) !== 'and') return null;
  const asked = at + comma + 1;
  const what = lower(tokens, asked) === 'what';
  const how = lower(tokens, asked) === 'how' && ASKS.test(lower(tokens, asked + 1));
  const copula = asked + (how ? 2 : 1);
  if ((!what && !how) || !COPULA.test(lower(tokens, copula))) return null;
  const ends = tokens.findIndex((token, place) => place > copula && ENDS.test(token.text));
  const end = ends < 0 ? tokens.length : ends;
  const rest = tokens.slice(copula + 1, end);
  const points = /^(it|that|this|they|these|those|the|its|their)$/.test(rest[0]?.text.toLowerCase() ?? '');
  return points && rest.every(({ text }) => AGAIN.test(text.toLowerCase())) ? { tokens: [], used: end - at } : null;
};
