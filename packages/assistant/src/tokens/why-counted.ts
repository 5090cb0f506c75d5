import { findTimes } from '../time/find-time.ts';
import { word } from './expanded.ts';
import type { Token } from './token.ts';

const WHY = /^(?:(?:so|and|but|ok|okay|please) ,? ?)*(?:why|how come)\b/;
const COUNTS =
  /^(?:(?:please|just|so|then|and) )*(?:(?:count|counts|number|total|how many)(?: (?:of )?(?:it|them|those|these|the|all|errors?|failures?))* (?:by|per|for each|grouped by)|(?:group|break|split)(?: (?:it|them|those|these|down|up|the|errors?|failures?))* (?:by|per)) /;
/** Behind the count its own things are named: "count by error code of the notifier". */
const OF_THING = /^(?:of|in|from|at|for)$/;
const FAILS =
  /^(?:fail|fails|failed|failing|break|breaks|broke|crash|crashed|couldn't|can't|cannot|didn't|wouldn't|not|wrong|rejected|refused|error|errors)$/;
const AUXILIARY = /^(?:did|do|does|were|was|are|is|have|has|had|could|can|would|the|our|my|so|many|all)$/;

const said = (tokens: readonly Token[]): string =>
  tokens.map(({ text }) => text.toLowerCase().replaceAll('’', "'")).join(' ');

/** Where the clause begins that asks for a count of each; -1 where a why-question has none. */
const countClause = (tokens: readonly Token[]): number =>
  WHY.test(said(tokens))
    ? tokens.findIndex(
        (token, at) =>
          at > 1 &&
          token.kind === 'punctuation' &&
          /^[?.,;:–—-]$/.test(token.text) &&
          COUNTS.test(`${said(tokens.slice(at + 1))} `) &&
          tokens.length > at + 3,
      )
    : -1;

/** Whether a why-question ends in a query of its own, which answers it as far as one can. */
export const asksCountOfWhy = (tokens: readonly Token[]): boolean => countClause(tokens) > 0;

const withoutWhy = (clause: readonly Token[]): readonly Token[] => {
  const why = clause.findIndex(({ text }) => /^(?:why|come)$/i.test(text));
  const rest = clause.slice(why + 1);
  const from = rest.findIndex(({ norm, text }) => !AUXILIARY.test(norm) && !AUXILIARY.test(text.toLowerCase()));
  return rest.slice(from);
};

/**
 * "why did payouts fail on thursday? count by error code": the failures of then, each code of them counted. Where the
 * count has things of its own, only the time is of the why.
 */
export const whyCounted = (tokens: readonly Token[]): readonly Token[] => {
  const at = countClause(tokens);
  const [first] = tokens;
  if (at < 0 || first === undefined) return tokens;
  const count = tokens.slice(at + 1);
  const why = withoutWhy(tokens.slice(0, at));
  // What is a time does not depend on when it is asked, only which.
  const times = findTimes(why, 0n).flatMap((time) => (time.kind === 'time' ? [why.slice(time.from, time.to)] : []));
  const inTime = new Set(times.flat());
  const failed = tokens
    .slice(0, at)
    .some(({ norm, text }) => FAILS.test(norm) || FAILS.test(said([{ text } as Token])));
  const by = count.findIndex(({ norm }) => /^(?:by|per|each)$/.test(norm));
  const own = count.slice(by).some(({ norm }) => OF_THING.test(norm));
  const things = own ? [] : why.filter((token) => !inTime.has(token) && !FAILS.test(token.norm));
  const errors = failed ? [word('error', first)] : [];
  const kept = count.filter(({ norm, text }) => !/^(?:please|just|so|then|and)$/.test(norm) && text !== '?');
  return [...errors, ...(things.length > 0 && failed ? [word('of', first)] : []), ...things, ...times.flat(), ...kept];
};
