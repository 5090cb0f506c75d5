import { type Expanded, lower, within } from './expanded.ts';
import type { Token } from './token.ts';

const WROTE = /^(?:wrote|writes|logged|logs|sent|emitted|produced|it|they|them|is|was|from|comes?|came)$/;

/** How many tokens from a place on say that it does not matter which service wrote a log; 0 where they do not. */
const anyService = (tokens: readonly Token[], at: number): number => {
  let next = tokens[at]?.text === ',' ? at + 1 : at;
  const lead = /^(?:whatever|whichever)$/.test(lower(tokens, next));
  const long = lower(tokens, next) === 'no' && lower(tokens, next + 1) === 'matter' ? 3 : 0;
  if (!lead && long === 0) return 0;
  next += lead ? 1 : long;
  if (!/^services?$/.test(lower(tokens, next))) return 0;
  next += 1;
  while (WROTE.test(lower(tokens, next))) next += 1;
  return tokens.slice(next).every(({ kind }) => kind === 'punctuation') ? next - at : 0;
};

/** "logs of the requests that failed in billing, whatever service wrote them": all logs of their traces, which spans tell. */
export const whateverService = (tokens: readonly Token[], at: number): Expanded | null => {
  const used = anyService(tokens, at);
  if (used > 0 && at > 0) return { tokens: [], used };
  const first = tokens[at];
  const calls = /^(?:requests|calls)$/.test(lower(tokens, at));
  const logs = tokens.slice(0, at).some((_, place) => /^(?:logs?|log lines|lines)$/.test(lower(tokens, place)));
  const anyOne = tokens.some((_, place) => place > at && anyService(tokens, place) > 0);
  if (first === undefined || !calls || !logs || !anyOne) return null;
  return { tokens: [{ ...within('spans', first.start, first.end), norm: 'span' } as Token], used: 1 };
};
