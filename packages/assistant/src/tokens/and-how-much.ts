import { type Expanded, lower, word } from './expanded.ts';
import type { Token } from './token.ts';

const WHOLE = /^(?:in total|altogether|overall|in all|all together|together|in sum|)$/;

/** "how many refunds did we give and for how much in total": the number of them, and what they add up to. */
export const andHowMuch = (tokens: readonly Token[], at: number): Expanded | null => {
  const first = tokens[at];
  const many = tokens.slice(0, at).some((token, place, all) => token.norm === 'many' && all[place - 1]?.norm === 'how');
  if (first === undefined || !many || lower(tokens, at) !== 'and') return null;
  const from = at + 1 + (/^(?:for|of|worth|at)$/.test(lower(tokens, at + 1)) ? 1 : 0);
  if (`${lower(tokens, from)} ${lower(tokens, from + 1)}` !== 'how much') return null;
  const money = lower(tokens, from + 2) === 'money' ? 1 : 0;
  const rest = tokens.slice(from + 2 + money).filter(({ kind }) => kind !== 'punctuation');
  if (!WHOLE.test(rest.map(({ text }) => text.toLowerCase()).join(' '))) return null;
  return { tokens: [first, word('total', first), word('amount', first)], used: tokens.length - at };
};
