import { type Expanded, lower, word } from './expanded.ts';
import type { Token } from './token.ts';

const OF_EACH = /^(?:of|for|in) (?:each|them each|every)$/;

/** "…, with what errors and how many of each": by these, as counts. */
export const withWhatEach = (tokens: readonly Token[], at: number): Expanded | null => {
  const comma = tokens[at]?.text === ',' ? 1 : 0;
  const and = lower(tokens, at + comma) === 'and' ? 1 : 0;
  const start = at + comma + and;
  const [first, thing] = [tokens[at], tokens[start + 2]];
  const asks =
    /^(?:with|for|by|from|in)$/.test(lower(tokens, start)) && /^(?:what|which)$/.test(lower(tokens, start + 1));
  if (first === undefined || thing?.kind !== 'word' || !asks || at < 2) return null;
  let next = start + 3;
  if (tokens[next]?.text === ',') next += 1;
  if (lower(tokens, next) !== 'and' || `${lower(tokens, next + 1)} ${lower(tokens, next + 2)}` !== 'how many')
    return null;
  const each = OF_EACH.test(`${lower(tokens, next + 3)} ${lower(tokens, next + 4)}`);
  const last = tokens[next + 4];
  if (!each || last === undefined) return null;
  const things = /^(?:error|failure)$/.test(thing.norm) ? [word('error', thing), word('type', thing)] : [thing];
  return { tokens: [word('by', first), ...things], used: next + 5 - at };
};
