import { type Expanded, lower, word } from './expanded.ts';
import type { Token } from './token.ts';

const MANY = /^(?:10|100|1000|1,000|10000|100000|1000000)$/;
const CALLS = /^(?:calls?|requests?|logs?|spans?|queries|hits?)$/;
const thingWordsMax = 3;

/** "out of 1000 billing calls how many fail": how many of them do for so many. */
export const outOfMany = (tokens: readonly Token[], at: number): Expanded | null => {
  const first = tokens[at];
  const said = /^(?:out of|per|of) /.exec(`${lower(tokens, at)} ${lower(tokens, at + 1)} `)?.[0] ?? '';
  const from = at + said.trim().split(' ').length;
  const number = tokens[from];
  if (first === undefined || said === '' || number?.kind !== 'number' || !MANY.test(number.text)) return null;
  const calls = tokens.findIndex((_, place) => place > from && CALLS.test(lower(tokens, place)));
  if (calls < 0 || calls > from + 1 + thingWordsMax) return null;
  const comma = tokens[calls + 1]?.text === ',' ? 1 : 0;
  const how = calls + 1 + comma;
  const asks = lower(tokens, how) === 'how' && lower(tokens, how + 1) === 'many';
  const verb = tokens[how + 2];
  if (!asks || verb?.kind !== 'word') return null;
  const things = tokens.slice(from + 1, calls + 1);
  const noun = things.at(-1) ?? verb;
  const count = [word('how', first), word('many', first)];
  return { tokens: [...count, ...things, verb, word('per', verb), number, noun], used: how + 3 - at };
};
