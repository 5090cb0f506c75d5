import { type Expanded, lower, word } from './expanded.ts';
import type { Token } from './token.ts';

const MANY = /^(?:10|100|1000|1,000|10000|10,000|100000|100,000|1000000|ten|hundred|thousand|million)$/;
const CALLS = /^(?:calls?|requests?|logs?|spans?|queries|hits?)$/;
const thingWordsMax = 3;

/** "out of 1000 billing calls how many fail", "out of every thousand": how many of them do for so many. */
export const outOfMany = (tokens: readonly Token[], at: number): Expanded | null => {
  const first = tokens[at];
  const three = `${lower(tokens, at)} ${lower(tokens, at + 1)} ${lower(tokens, at + 2)} `;
  const said = /^(?:out of|per|of|for)(?: (?:every|each|a|one))? /.exec(three)?.[0] ?? '';
  const from = at + said.trim().split(' ').length;
  const number = tokens[from];
  if (first === undefined || said === '' || number === undefined || !MANY.test(number.text.toLowerCase())) return null;
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
