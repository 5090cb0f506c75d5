import { type Expanded, lower, within } from './expanded.ts';
import type { Token } from './token.ts';

const SPREAD = /^(?:distributed|spread)$/;
/** Over groups they are spread as shares of all. */
const OVER = /^(?:over|across|by|among|between|per|on|to|in)$/;
const wordsMax = 8;

/** "how are durations of /checkout distributed": their distribution. */
export const howDistributed = (tokens: readonly Token[], at: number): Expanded | null => {
  const first = tokens[at];
  if (first === undefined || lower(tokens, at) !== 'how' || !/^(?:are|is|were|was)$/.test(lower(tokens, at + 1)))
    return null;
  const spread = tokens.findIndex((token, place) => place > at + 1 && SPREAD.test(token.text.toLowerCase()));
  const last = tokens[spread];
  if (last === undefined || spread - at > wordsMax || OVER.test(lower(tokens, spread + 1))) return null;
  const said = [
    within('distribution', first.start),
    within('of', first.start + 1, first.end),
    ...tokens.slice(at + 2, spread),
  ];
  return { tokens: said, used: spread + 1 - at };
};
