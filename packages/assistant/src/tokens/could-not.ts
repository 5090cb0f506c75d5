import { type Expanded, lower, word } from './expanded.ts';
import type { Token } from './token.ts';

const PEOPLE = /^(who|user|customer|client|person|account|visitor|shopper|buyer|anyone|anybody|someone)$/;
const CAUSE = /^(because|due|owing)$/;

/** How many tokens say that somebody could not do what follows; 0 where none do. */
const inability = (tokens: readonly Token[], at: number): number => {
  const said = [0, 1, 2, 3, 4].map((step) => lower(tokens, at + step).replace('’', "'"));
  const [first = '', second = '', third = '', fourth = ''] = said;
  if (/^(couldn't|can't|cannot)$/.test(first)) return 1;
  if (/^(could|can)$/.test(first) && second === 'not') return /^be$/.test(third) && fourth === 'able' ? 5 : 2;
  const copula = /^(was|were|is|are|been)$/.test(first) ? 1 : 0;
  if (said[copula] === 'unable' && said[copula + 1] === 'to') return copula + 2;
  if (said[copula] === 'not' && said[copula + 1] === 'able' && said[copula + 2] === 'to') return copula + 3;
  if (/^(wasn't|weren't|isn't|aren't)$/.test(first) && second === 'able' && third === 'to') return 3;
  return (first === 'failed' || first === 'fail') && second === 'to' ? 2 : 0;
};

/** "users who could not log in" failed to; with a cause ("because of a timeout") it is the cause that is looked for. */
export const couldNot = (tokens: readonly Token[], at: number): Expanded | null => {
  const first = tokens[at];
  const subject = tokens[tokens[at - 1]?.norm === 'that' ? at - 2 : at - 1]?.norm ?? '';
  const used = PEOPLE.test(subject) ? inability(tokens, at) : 0;
  if (first === undefined || used === 0 || tokens[at + used]?.kind !== 'word') return null;
  const caused = tokens.some((token, place) => place > at && CAUSE.test(token.norm));
  const failed = caused ? [] : [word('failed', first, tokens[at + used - 1])];
  // "log in" would be the logs.
  const verb = tokens[at + used];
  const login = verb !== undefined && /^(log|sign)$/.test(verb.norm) && /^(in|on)$/.test(lower(tokens, at + used + 1));
  if (!login) return { tokens: failed, used };
  return { tokens: [...failed, word('login', verb, tokens[at + used + 1])], used: used + 2 };
};
