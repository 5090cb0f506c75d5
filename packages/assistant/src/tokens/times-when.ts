import { type Expanded, lower, within, word } from './expanded.ts';
import type { Token } from './token.ts';

/** "days on which", "hours when": the times with what follows. */
const unitWhich = (tokens: readonly Token[], at: number): Expanded | null => {
  const unit = tokens[at];
  if (unit === undefined || !/^(?:minutes|hours|days)$/.test(lower(tokens, at))) return null;
  const which = /^(?:on|in|during|at) which$/.test(`${lower(tokens, at + 1)} ${lower(tokens, at + 2)}`);
  const when = /^(?:when|where)$/.test(lower(tokens, at + 1));
  const last = tokens[which ? at + 2 : at + 1];
  return (which || when) && last !== undefined ? { tokens: [unit, word('with', last)], used: which ? 3 : 2 } : null;
};

/** "in the 30 minutes before and after 18:30": as long to either side of it. */
const eitherSide = (tokens: readonly Token[], at: number): Expanded | null => {
  if (lower(tokens, at) !== 'in' || lower(tokens, at + 1) !== 'the') return null;
  const length = tokens[at + 2];
  const unit = length?.kind === 'number' ? 1 : 0;
  const [before, and, after] = [3, 4, 5].map((step) => lower(tokens, at + step + unit));
  if (length === undefined || (length.kind !== 'number' && length.kind !== 'quantity')) return null;
  if (before !== 'before' || and !== 'and' || after !== 'after') return null;
  return { tokens: tokens.slice(at + 2, at + 3), used: 3 };
};

/** "max errors in a single minute": the peak of what there is in each. */
const inOne = (tokens: readonly Token[], at: number): Expanded | null => {
  const first = tokens[at];
  if (first === undefined || !/^(?:max|maximum|most|highest|peak|largest)$/.test(lower(tokens, at))) return null;
  const start = /^(?:number|count) of$/.test(`${lower(tokens, at + 1)} ${lower(tokens, at + 2)}`) ? at + 3 : at + 1;
  const thing = tokens[start];
  const single = /^(?:a|any|one)$/.test(lower(tokens, start + 2));
  const more = lower(tokens, start + 3) === 'single' || lower(tokens, start + 3) === 'one' ? 1 : 0;
  const unit = tokens[start + 3 + more];
  if (thing?.kind !== 'word' || unit === undefined || !/^(?:in|within|during)$/.test(lower(tokens, start + 1)))
    return null;
  if (!single || !/^(?:minute|hour|day)$/.test(lower(tokens, start + 3 + more))) return null;
  return {
    tokens: [word('peak', first), thing, within('per', thing.end, unit.start), unit],
    used: start + 4 + more - at,
  };
};

/** "the week so far": this one. */
const soFar = (tokens: readonly Token[], at: number): Expanded | null => {
  const [the, unit] = [tokens[at], tokens[at + 1]];
  const last = tokens[at + 3];
  const isSaid = `${lower(tokens, at + 2)} ${lower(tokens, at + 3)}` === 'so far';
  if (the === undefined || unit === undefined || last === undefined || lower(tokens, at) !== 'the' || !isSaid)
    return null;
  if (!/^(?:hour|day|week|month|quarter|year)$/.test(lower(tokens, at + 1))) return null;
  return { tokens: [word('this', the), { ...unit, end: last.end }], used: 4 };
};

/** "for each of the last 7 days": by the day, that far back. */
const eachOfLast = (tokens: readonly Token[], at: number): Expanded | null => {
  const lead = /^(?:for|in|on)$/.test(lower(tokens, at)) ? 1 : 0;
  const said = [0, 1, 2, 3].map((step) => lower(tokens, at + lead + step)).join(' ');
  const [first, number, unit] = [tokens[at], tokens[at + lead + 4], tokens[at + lead + 5]];
  const last = tokens[at + lead + 3];
  if (first === undefined || last === undefined || number?.kind !== 'number' || unit === undefined) return null;
  if (!/^(?:each|every) of the (?:last|past)$/.test(said) || !/^(?:minute|hour|day|week)$/.test(unit.norm)) return null;
  const per = [within('per', first.start), within(unit.norm, first.start + 1, last.start)];
  return { tokens: [...per, last, number, unit], used: lead + 6 };
};

const THING = /^(?:errors?|failures?|timeouts?|warnings?|\d{3}s?|5xx|4xx|5xxs|4xxs|outage|incident)$/;

/** "time from first to last error", "how long did the 503s last": from the first to the last of them. */
const firstToLast = (tokens: readonly Token[], at: number): Expanded | null => {
  const first = tokens[at];
  if (first === undefined) return null;
  if (/^(?:time|duration|span)$/.test(lower(tokens, at)) && lower(tokens, at + 1) === 'from') {
    const start = lower(tokens, at + 2) === 'the' ? at + 3 : at + 2;
    if (lower(tokens, start) !== 'first' || lower(tokens, start + 1) !== 'to') return null;
    const last = lower(tokens, start + 2) === 'the' ? start + 3 : start + 2;
    if (lower(tokens, last) !== 'last') return null;
    const [one, other] = [tokens[start], tokens[last]] as [Token, Token];
    return { tokens: [first, word('between', first), one, word('and', one, other), other], used: last + 1 - at };
  }
  if (`${lower(tokens, at)} ${lower(tokens, at + 1)} ${lower(tokens, at + 2)}` !== 'how long did') return null;
  const end = tokens.findIndex(
    (token, place) => place > at + 3 && place <= at + 9 && token.text.toLowerCase() === 'last',
  );
  const things = tokens.slice(at + 3, end).filter(({ norm }) => !/^(?:the|burst|spike|wave|of)$/.test(norm));
  if (end < 0 || !things.some(({ text }) => THING.test(text.toLowerCase()))) return null;
  const said = ['time', 'between', 'first', 'and', 'last'].map((text) => word(text, first, tokens[at + 2]));
  return { tokens: [...said, ...things], used: end + 1 - at };
};

/** Times that are said by what was in them, and how long something went on. */
export const timesWhen = (tokens: readonly Token[], at: number): Expanded | null =>
  soFar(tokens, at) ??
  eachOfLast(tokens, at) ??
  unitWhich(tokens, at) ??
  eitherSide(tokens, at) ??
  inOne(tokens, at) ??
  firstToLast(tokens, at);
