import { type Expanded, lower, word } from './expanded.ts';
import type { Token } from './token.ts';

const PARTS: Readonly<Record<string, number>> = { half: 50, third: 33.333, quarter: 25 };
const CALLS = /^(?:requests?|calls?|queries|logs?|lines?|spans?|records?|responses?)$/;
const FAILED = /^(?:failed|fail|fails|failing|errored)$/;
const skipped = /^(?:of|the|its|their|all|a|our)$/;

/** "more than", "over", "at least": how many tokens. */
const boundAt = (tokens: readonly Token[], at: number): number => {
  const two = `${lower(tokens, at)} ${lower(tokens, at + 1)}`;
  if (/^(?:(?:more|less|fewer) than|at (?:least|most))$/.test(two)) return 2;
  return /^(?:over|under|above|below)$/.test(lower(tokens, at)) ? 1 : 0;
};

/** "20 percent" of the hours of a day: of other groups a share reads it. */
const percentAt = (tokens: readonly Token[], at: number): number | null => {
  const number = tokens[at];
  const timed = tokens.slice(0, at).some(({ text }) => /^(?:minutes|hours|days)$/i.test(text));
  if (!timed || number === undefined) return null;
  if (number.kind === 'quantity' && number.unit === 'percent') return number.value;
  return number.kind === 'number' && lower(tokens, at + 1) === 'percent' ? number.value : null;
};

/** "hours where more than half the requests failed": whose failure rate is above that. */
export const partFailed = (tokens: readonly Token[], at: number): Expanded | null => {
  const first = tokens[at];
  const bound = boundAt(tokens, at);
  if (first === undefined || bound === 0) return null;
  let next = at + bound;
  while (skipped.test(lower(tokens, next))) next += 1;
  const number = tokens[next];
  const part = PARTS[lower(tokens, next)] ?? percentAt(tokens, next);
  if (number === undefined || part === null) return null;
  next += /^percent$/.test(lower(tokens, next + 1)) ? 2 : 1;
  while (skipped.test(lower(tokens, next))) next += 1;
  if (!CALLS.test(lower(tokens, next))) return null;
  const verb = tokens.findIndex(
    (token, place) => place > next && place <= next + 4 && FAILED.test(token.text.toLowerCase()),
  );
  const last = tokens[verb];
  if (last === undefined) return null;
  const between = tokens
    .slice(next + 1, verb)
    .filter(({ norm }) => !/^(?:have|has|had|be|are|were|do|did)$/.test(norm));
  const percent = { ...number, kind: 'quantity', value: part, unit: 'percent', norm: `${part}%` } as Token;
  const said = [word('failure', first), word('rate', first), ...tokens.slice(at, at + bound), percent];
  return { tokens: [...said, ...between], used: verb + 1 - at };
};
