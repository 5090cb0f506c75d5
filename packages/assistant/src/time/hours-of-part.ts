import type { Token } from '../tokens/token.ts';
import * as calendar from './calendar.ts';
import { between, norm, type Rule, skip, time } from './range-reading.ts';
import { readClock, readDay } from './read-point.ts';
import { NANOS, resolveInstant } from './time-spec.ts';

const noon = 12;

interface Part {
  readonly name: string;
  /** Midnight of its day. */
  readonly day: bigint;
  readonly next: number;
}

/** "this morning", "yesterday evening", "last night": which half of a day, and of which. */
const readPart = (tokens: readonly Token[], start: number, now: bigint): Part | null => {
  const at = skip(tokens, start, /^(?:on|in|during)$/);
  const today = calendar.startOfDay(now);
  const word = norm(tokens, at);
  const name = norm(tokens, at + 1);
  if (word === 'last' && name === 'night') return { name, day: today - NANOS.day, next: at + 2 };
  const known = /^(?:morning|afternoon|evening|night)$/;
  if (word === 'this' && known.test(name)) return { name, day: today, next: at + 2 };
  const day = readDay(tokens, at, now);
  if (day === null || !known.test(norm(tokens, day.next))) return null;
  return { name: norm(tokens, day.next), day: resolveInstant(day.value.from, now), next: day.next + 1 };
};

/** An hour of that half: "9" of an evening is 21:00, and "2" of a night is of the next day. */
const hourIn = ({ name }: Part, nanos: bigint, bare: boolean): bigint => {
  const half = BigInt(noon) * NANOS.hour;
  if (name === 'morning' || nanos >= half) return nanos;
  const late = name === 'night' && nanos < 6n * NANOS.hour;
  return late ? nanos + NANOS.day : bare ? nanos + half : nanos;
};

const hourAt = (
  tokens: readonly Token[],
  at: number,
): { readonly nanos: bigint; readonly bare: boolean; readonly next: number } | null => {
  const clock = readClock(tokens, at);
  if (clock !== null) return { nanos: clock.value, bare: false, next: clock.next };
  const token = tokens[at];
  const whole = token?.kind === 'number' && Number.isInteger(token.value) && token.value <= 2 * noon;
  return whole ? { nanos: BigInt(token.value) * NANOS.hour, bare: token.value <= noon, next: at + 1 } : null;
};

/** "this morning between 9 and 11", "yesterday evening from 7 to 9": the half of the day tells which hours these are. */
export const hoursOfPart: Rule = (tokens, start, now) => {
  const part = readPart(tokens, start, now);
  if (part === null) return null;
  const led = skip(tokens, part.next, /^,$/);
  const at = skip(tokens, led, /^(?:between|from)$/);
  const first = hourAt(tokens, at);
  const joined = first !== null && /^(?:and|to|until|till|-|–)$/.test(norm(tokens, first.next));
  const second = joined ? hourAt(tokens, first.next + 1) : null;
  if (first === null || second === null) return null;
  const from = part.day + hourIn(part, first.nanos, first.bare);
  const to = part.day + hourIn(part, second.nanos, second.bare);
  return from < to ? time(between(calendar.at(from), calendar.at(to)), second.next) : null;
};
