import type { Token } from '../tokens/token.ts';
import { NANOS } from './time-spec.ts';

export type CalendarUnit = 'millisecond' | 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year';

const UNIT_WORDS: ReadonlyMap<string, CalendarUnit> = new Map([
  ['millisecond', 'millisecond'],
  ['second', 'second'],
  ['sec', 'second'],
  ['secs', 'second'],
  ['minute', 'minute'],
  ['min', 'minute'],
  ['mins', 'minute'],
  ['hour', 'hour'],
  ['hr', 'hour'],
  ['hrs', 'hour'],
  ['day', 'day'],
  ['week', 'week'],
  ['wk', 'week'],
  ['month', 'month'],
  ['quarter', 'quarter'],
  ['year', 'year'],
]);
const LETTER_UNITS: Readonly<Record<string, CalendarUnit>> = {
  ms: 'millisecond',
  s: 'second',
  m: 'minute',
  h: 'hour',
  d: 'day',
  w: 'week',
};

/** Months, quarters and years as rolling lengths: 30, 90 and 365 days. */
export const unitNanos = (unit: CalendarUnit): bigint => {
  switch (unit) {
    case 'millisecond':
      return NANOS.millisecond;
    case 'second':
      return NANOS.second;
    case 'minute':
      return NANOS.minute;
    case 'hour':
      return NANOS.hour;
    case 'day':
      return NANOS.day;
    case 'week':
      return NANOS.week;
    case 'month':
      return 30n * NANOS.day;
    case 'quarter':
      return 90n * NANOS.day;
    case 'year':
      return 365n * NANOS.day;
  }
};

export const unitOf = (token: Token | undefined): CalendarUnit | null =>
  token?.kind === 'word' ? (UNIT_WORDS.get(token.norm) ?? null) : null;

const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'].map(
    (word, value): [string, number] => [word, value],
  ),
  ['a', 1],
  ['an', 1],
  ['couple', 2],
  ['few', 3],
  ['several', 3],
  ['half', 0.5],
  ['dozen', 12],
  ['fifteen', 15],
  ['twenty', 20],
  ['thirty', 30],
  ['forty', 40],
  ['fortyfive', 45],
  ['fifty', 50],
  ['sixty', 60],
  ['ninety', 90],
  ['hundred', 100],
]);

/** A count in digits or words. `a` and `an` count only where a unit follows. */
export const numberOf = (token: Token | undefined): number | null => {
  if (token?.kind === 'number') return token.value;
  return token?.kind === 'word' ? (NUMBER_WORDS.get(token.norm.replaceAll('-', '')) ?? null) : null;
};

export interface Length {
  readonly nanos: bigint;
  /** The coarsest unit said: it decides how wide "two days ago" is. */
  readonly unit: CalendarUnit;
  readonly next: number;
}

const scaled = (count: number, unit: CalendarUnit): bigint =>
  BigInt(Math.round(count * 1_000_000)) * (unitNanos(unit) / 1_000_000n);

/** Longer spans than a century are a slip, not a time. */
const lengthNanosMax = 36_500n * NANOS.day;

/** `30 minutes`, `30m`, `1h30m`, `an hour and a half`, `half an hour`, `a couple of days`, `2 days 3 hours`. */
export const readLength = (tokens: readonly Token[], at: number): Length | null => {
  const first = readOneLength(tokens, at);
  if (first === null || first.nanos <= 0n || first.nanos > lengthNanosMax) return null;
  const joiner = tokens[first.next]?.norm === 'and' ? first.next + 1 : first.next;
  const a = tokens[joiner]?.norm;
  if (joiner > first.next && (a === 'a' || a === 'an') && tokens[joiner + 1]?.norm === 'half') {
    return { ...first, nanos: first.nanos + unitNanos(first.unit) / 2n, next: joiner + 2 };
  }
  const second = readOneLength(tokens, joiner);
  const finer = second !== null && unitNanos(second.unit) < unitNanos(first.unit);
  return finer ? { nanos: first.nanos + second.nanos, unit: first.unit, next: second.next } : first;
};

const readOneLength = (tokens: readonly Token[], at: number): Length | null => {
  const token = tokens[at];
  if (token === undefined) return null;
  if (token.kind === 'quantity') {
    if (token.unit === 'ns' && token.text.length > 2) {
      return { nanos: BigInt(Math.round(token.value)), unit: 'minute', next: at + 1 };
    }
    const unit = LETTER_UNITS[token.unit];
    return unit === undefined ? null : { nanos: scaled(token.value, unit), unit, next: at + 1 };
  }
  const hyphened = /^(\d+)-([a-z]+)$/.exec(token.norm);
  const hyphenUnit = UNIT_WORDS.get(hyphened?.[2] ?? '');
  if (hyphened !== null && hyphenUnit !== undefined) {
    return { nanos: scaled(Number(hyphened[1]), hyphenUnit), unit: hyphenUnit, next: at + 1 };
  }
  const count = numberOf(token);
  if (count === null) return null;
  // "half an hour", "a couple of hours", "a few minutes"
  let next = at + 1;
  let total = count;
  if (token.norm === 'a' || token.norm === 'an') {
    const inner = numberOf(tokens[next]);
    if (inner !== null) {
      total = inner;
      next += 1;
    }
  }
  if (tokens[next]?.norm === 'of' || (token.norm === 'half' && /^an?$/.test(tokens[next]?.norm ?? ''))) next += 1;
  // "24 h" is "24h".
  const letter = token.kind === 'number' && next === at + 1 ? LETTER_UNITS[tokens[next]?.norm ?? ''] : undefined;
  const unit = unitOf(tokens[next]) ?? letter ?? null;
  return unit === null ? null : { nanos: scaled(total, unit), unit, next: next + 1 };
};
