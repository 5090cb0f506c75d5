import { type Expanded, lower, word } from './expanded.ts';
import { spelledNumber } from './number-words.ts';
import type { Token } from './token.ts';

const isNumber = (token: Token | undefined): token is Token =>
  token !== undefined &&
  (token.kind === 'number' ||
    token.kind === 'quantity' ||
    (token.kind === 'word' && spelledNumber(token.norm) !== null));

/** What may stand between the number and its bound: "three times or more", "500 ms or more". */
const UNIT =
  /^(times?|ms|millis(econds)?|milliseconds?|s|secs?|seconds?|minutes?|mins?|hours?|percent|%|kb|mb|gb|bytes)$/;

const COUNTABLE = /^(word|plural-number|status-class)$/;
const COUNTED =
  /^(error|warning|request|call|log|line|record|event|span|hit|failure|failed|response|entry|user|message)$/;
const isStatus = (token: Token): boolean => token.kind === 'number' && token.value >= 100 && token.value < 600;

/** "3 or more errors", "five times or more", "5 calls or more", "10+ warnings", "20 or fewer": at least, at most that many. */
const orMore = (tokens: readonly Token[], at: number): Expanded | null => {
  const number = tokens[at];
  if (!isNumber(number) || tokens[at - 1]?.norm === 'than') return null;
  // "100 to 500 ms and above": where the range before ends, and what is above it.
  const ranged = /^(?:to|-|–)$/.test(tokens[at - 1]?.text ?? '') && isNumber(tokens[at - 2]);
  if (ranged) return null;
  // "5 charges or more": the thing may stand before the bound.
  const thing =
    COUNTABLE.test(tokens[at + 1]?.kind ?? '') &&
    /^(or|and)$/.test(lower(tokens, at + 2)) &&
    !/^(or|and)$/.test(lower(tokens, at + 1));
  const times = UNIT.test(lower(tokens, at + 1)) || thing ? 1 : 0;
  const plus = tokens[at + 1];
  const touches = plus?.text === '+' && plus.start === number.end && COUNTABLE.test(tokens[at + 2]?.kind ?? '');
  const bound = lower(tokens, at + times + 2);
  const or = /^(or|and)$/.test(lower(tokens, at + times + 1)) && lower(tokens, at + times + 3) !== 'than';
  const many = touches || (or && /^(more|upwards?|higher|above|greater|up)$/.test(bound));
  if (!many && !(or && /^(fewer|less|lower|below)$/.test(bound))) return null;
  const rest = tokens.slice(at, at + 1 + times);
  if (thing && !UNIT.test(lower(tokens, at + 1)) && isStatus(number)) return null;
  const used = touches ? 2 : times + 3;
  // "500 or more" alone is a status, "500 or more requests" are that many.
  if (isStatus(number) && times === 0 && !COUNTED.test(tokens[at + used]?.norm ?? '')) return null;
  const last = tokens[at + used - 1] ?? number;
  return { tokens: [word('at', last), word(many ? 'least' : 'most', last), ...rest], used };
};

/** "a handful of errors": a few, which is five at most. */
const handful = (tokens: readonly Token[], at: number): Expanded | null => {
  const only = /^(only|just|but)$/.test(lower(tokens, at)) ? 1 : 0;
  const article = lower(tokens, at + only) === 'a' ? 1 : 0;
  const first = tokens[at];
  const few = tokens[at + only + article];
  if (first === undefined || few?.norm !== 'handful' || lower(tokens, at + only + article + 1) !== 'of') return null;
  const five = { ...few, kind: 'number', value: 5, norm: '5' } as Token;
  return { tokens: [word('at', first), word('most', first), five], used: only + article + 2 };
};

/** How often words say. */
export const TIMES: Readonly<Record<string, number>> = { once: 1, twice: 2, thrice: 3 };

/** "more than once", "at least twice": that many times. */
const oftenAs = (tokens: readonly Token[], at: number): Expanded | null => {
  const first = tokens[at];
  const value = TIMES[first?.norm ?? ''];
  if (first === undefined || value === undefined) return null;
  if (!/^(than|least|most)$/.test(tokens[at - 1]?.norm ?? '')) return null;
  const number = { ...first, kind: 'number', value, norm: String(value) } as Token;
  return { tokens: [number, word('times', first)], used: 1 };
};

/** "twice or more", "repeatedly", "multiple times": at least that many times. */
const oftenOrMore = (tokens: readonly Token[], at: number): Expanded | null => {
  const first = tokens[at];
  if (first === undefined) return null;
  const value = TIMES[first.norm];
  const more = /^(or|and) (more|above|upwards?|oftener)$/.test(`${lower(tokens, at + 1)} ${lower(tokens, at + 2)}`);
  const several = /^(multiple|several|repeated|many) times?$/.test(`${lower(tokens, at)} ${lower(tokens, at + 1)}`);
  const again = lower(tokens, at) === 'repeatedly';
  const often =
    value !== undefined && more
      ? value
      : (several && !/^(how|so|too|as)$/.test(lower(tokens, at - 1))) || again
        ? 2
        : null;
  if (often === null) return null;
  const number = { ...first, kind: 'number', value: often, norm: String(often) } as Token;
  const used = again ? 1 : several ? 2 : value !== undefined && lower(tokens, at + 3) === 'times' ? 4 : 3;
  return { tokens: [word('at', first), word('least', first), number, word('times', first)], used };
};

/** "messages that appear only once": exactly that many times. */
const onlyOnce = (tokens: readonly Token[], at: number): Expanded | null => {
  const [first, next] = [tokens[at], tokens[at + 1]];
  const value = TIMES[next?.norm ?? ''];
  if (first === undefined || next === undefined || value === undefined || !/^(only|just|exactly)$/.test(first.norm))
    return null;
  const number = { ...next, kind: 'number', value, norm: String(value) } as Token;
  return { tokens: [word('exactly', first), number, word('times', next)], used: 2 };
};

const HAD = /^(had|has|have|having|made|make|makes|did|with|got|get|sent|saw|logged|log|logs|produced)$/;

/** "users who had only one request": that many, and no more. */
const onlySo = (tokens: readonly Token[], at: number): Expanded | null => {
  const [first, number, thing] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (first === undefined || !/^(only|just)$/.test(lower(tokens, at)) || !HAD.test(lower(tokens, at - 1))) return null;
  if (!isNumber(number) || number.kind === 'quantity' || !COUNTABLE.test(thing?.kind ?? '')) return null;
  return { tokens: [word('exactly', first), number], used: 2 };
};

/** Amounts that are said in words of their own. */
export const saidAmount = (tokens: readonly Token[], at: number): Expanded | null =>
  handful(tokens, at) ??
  onlySo(tokens, at) ??
  orMore(tokens, at) ??
  onlyOnce(tokens, at) ??
  oftenOrMore(tokens, at) ??
  oftenAs(tokens, at);
