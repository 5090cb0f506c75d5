import type { Token } from '../tokens/token.ts';
import { hoursOfDay } from './bare-hours.ts';
import { withDay } from './clock-ranges.ts';
import { hoursOfPart } from './hours-of-part.ts';
import { between, norm, type Rule, skip, time } from './range-reading.ts';
import { readDay } from './read-point.ts';

/** Behind these a number says how many, how large or which one. */
const MEASURED =
  /^(?:score|attempt|try|retry|retries|code|status|version|port|level|size|page|row|batch|partition|priority|item|line|number|took|take|than|over|above|below|under|of|is|was|were|top|first|last|least|most|exactly|about|around)$/;

const ENDS = /^(?:only|please|instead|then|now|too|also|[?.!])$/;
const isLast = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(at).every((token) => ENDS.test(token.norm));

const LEADS = /^(?:just|only|and|but|ok|okay|now|then|for|from|what|how|about|,)$/;
/** "just 14 to 16", "and 9-10?": nothing but the hours is said. */
const isRestated = (tokens: readonly Token[], start: number, end: number): boolean =>
  isLast(tokens, end) && tokens.slice(0, start).every((token) => LEADS.test(token.norm));

const hourAt = (token: Token | undefined): number | null =>
  token?.kind === 'number' && Number.isInteger(token.value) && token.value <= 24 ? token.value : null;

/**
 * Two bare numbers as hours: `errors 9-10 today`, `between 9 and 10 yesterday`, `on Tuesday, 20-22`. They are none but where a
 * day stands beside them or nothing that could be measured follows; without a day they are asked about.
 */
export const bareHourRange: Rule = (tokens, start, now) => {
  const inPart = hoursOfPart(tokens, start, now);
  if (inPart !== null) return inPart;
  const before = readDay(tokens, start, now);
  const led = before === null ? start : skip(tokens, before.next, /^,$/);
  const between0 = norm(tokens, led) === 'between';
  const at = skip(tokens, led, /^(between|from)$/);
  const joiner = norm(tokens, at + 1);
  const [first, second] = [hourAt(tokens[at]), hourAt(tokens[at + 2])];
  if (first === null || second === null) return null;
  if (!(between0 ? /^(and|-|–|to)$/ : /^(to|until|till|-|–)$/).test(joiner)) return null;
  const next = at + 3;
  const end = readDay(tokens, skip(tokens, next, /^,$/), now);
  const hours = hoursOfDay(first, second);
  const from0 = norm(tokens, at - 1) === 'from' && end !== null;
  // "errors 9-10 today": where nothing before them is counted or measured.
  const plain = hours !== null || /^[-–]$/.test(joiner);
  const beside = end !== null && plain && !MEASURED.test(norm(tokens, at - 1));
  if (!between0 && !from0 && before === null && !beside && !isRestated(tokens, start, next)) return null;
  const day = before ?? end;
  if (day !== null && hours !== null)
    return time(between(withDay(day.value, hours.from, now), withDay(day.value, hours.to, now)), end?.next ?? next);
  if (day === null && !isLast(tokens, next)) return null;
  const value = { kind: 'problem', problem: 'ambiguous-clock', hours: day === null ? hours : null } as const;
  return { value, next: end?.next ?? next };
};
