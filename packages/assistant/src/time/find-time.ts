import type { Token } from '../tokens/token.ts';
import { readPerOne } from './per-one.ts';
import type { TimeReading } from './range-reading.ts';
import { RANGE_RULES } from './read-range.ts';
import { type Recurring, readRecurring } from './recurring.ts';
import { type RecurringSides, readRecurringSides } from './recurring-sides.ts';
import { NANOS } from './time-spec.ts';
import { numberOf, unitNanos, unitOf } from './time-words.ts';

/** What the tokens `from` up to `to` (excluded) say about time. */
export type TimeMark = { readonly from: number; readonly to: number } & (
  | TimeReading
  /** Grouping by time: `per minute`, `every 5 minutes`, `hourly`; null: by a size that fits. */
  | { readonly kind: 'bucket'; readonly nanos: bigint | null }
  | { readonly kind: 'cyclic'; readonly unit: 'hour' | 'day_of_week' }
  /** A part of every day or week: a condition, not a range. */
  | { readonly kind: 'recurring'; readonly part: Recurring }
  /** Both parts of every day or week: a grouping by them. */
  | { readonly kind: 'sides'; readonly sides: RecurringSides }
);

const ADVERBS: Readonly<Record<string, bigint>> = {
  hourly: NANOS.hour,
  daily: NANOS.day,
  minutely: NANOS.minute,
  weekly: NANOS.week,
};

/** `per minute`, `every 5 minutes`, `by hour`, `each day`, `5-minute buckets`, `in 10m intervals`. */
const readBucket = (tokens: readonly Token[], at: number): { readonly nanos: bigint; readonly next: number } | null => {
  const word = tokens[at]?.norm ?? '';
  // "day by day"
  const again = tokens[at + 1]?.norm === 'by' && tokens[at + 2]?.norm === word ? unitOf(tokens[at]) : null;
  if (again !== null) return { nanos: unitNanos(again), next: at + 3 };
  const adverb = ADVERBS[word];
  if (adverb !== undefined) return { nanos: adverb, next: at + 1 };
  const perOne = readPerOne(tokens, at);
  if (perOne !== null) return perOne;
  const one = unitOf(tokens[at + 1]);
  const each = /^(per|every|each|by|a)$/.test(word);
  if (each && one !== null && one !== 'month' && one !== 'year' && one !== 'quarter') {
    // "a minute" counts only after a number word would not: "errors a minute".
    return word === 'a' ? null : { nanos: unitNanos(one), next: at + 2 };
  }
  if (/^(every|each|per)$/.test(word) && tokens[at + 1]?.norm === 'half') {
    const half = unitOf(
      tokens[at + 2]?.norm === 'an' || tokens[at + 2]?.norm === 'a' ? tokens[at + 3] : tokens[at + 2],
    );
    if (half === 'hour' || half === 'minute' || half === 'day')
      return { nanos: unitNanos(half) / 2n, next: at + (unitOf(tokens[at + 2]) === null ? 4 : 3) };
  }
  const count = numberOf(tokens[at + 1]);
  const unit = unitOf(tokens[at + 2]);
  if (/^(every|each|per|by)$/.test(word) && count !== null && count >= 1 && unit !== null) {
    return { nanos: BigInt(Math.round(count)) * unitNanos(unit), next: at + 3 };
  }
  return readSizedBucket(tokens, at, word);
};

const SHORT: Readonly<Record<string, bigint>> = { s: NANOS.second, m: NANOS.minute, h: NANOS.hour, d: NANOS.day };
const isBucketNoun = (token: Token | undefined): boolean =>
  /^(bucket|interval|bin|window|slot|chunk|step)$/.test(token?.norm ?? '');

const readSizedBucket = (
  tokens: readonly Token[],
  start: number,
  word: string,
): { readonly nanos: bigint; readonly next: number } | null => {
  const cue = /^(in|by|per|every|with|using)$/.test(word);
  const at = cue ? start + 1 : start;
  const token = tokens[at];
  const hyphened = /^(\d+|[a-z]+)-([a-z]+)$/.exec(token?.norm ?? '');
  const hyphenCount =
    hyphened === null || token === undefined
      ? null
      : /^\d/.test(hyphened[1] ?? '')
        ? Number(hyphened[1])
        : numberOf({ ...token, kind: 'word', norm: hyphened[1] ?? '' });
  const hyphenUnit =
    hyphened === null
      ? null
      : unitOf(token === undefined ? undefined : { ...token, kind: 'word', norm: hyphened[2] ?? '' });
  if (hyphenCount !== null && hyphenUnit !== null && isBucketNoun(tokens[at + 1])) {
    return { nanos: BigInt(Math.round(hyphenCount)) * unitNanos(hyphenUnit), next: at + 2 };
  }
  const size = token?.kind === 'quantity' ? SHORT[token.unit] : undefined;
  if (token?.kind === 'quantity' && size !== undefined && Number.isInteger(token.value) && token.value > 0) {
    const nanos = BigInt(token.value) * size;
    if (isBucketNoun(tokens[at + 1])) return { nanos, next: at + 2 };
    if (/^(every|per|by)$/.test(word)) return { nanos, next: at + 1 };
  }
  const count = numberOf(token);
  const unit = unitOf(tokens[at + 1]);
  if (count !== null && count >= 1 && unit !== null && isBucketNoun(tokens[at + 2])) {
    return { nanos: BigInt(Math.round(count)) * unitNanos(unit), next: at + 3 };
  }
  return null;
};

const readCyclic = (
  tokens: readonly Token[],
  at: number,
): { readonly unit: 'hour' | 'day_of_week'; readonly next: number } | null => {
  const start = /^(by|per|at|for|on)$/.test(tokens[at]?.norm ?? '') ? at + 1 : at;
  const from = /^(what|which|the|each|every)$/.test(tokens[start]?.norm ?? '') ? start + 1 : start;
  const words = [0, 1, 2, 3].map((step) => tokens[from + step]?.norm ?? '').join(' ');
  if (/^hour of (the )?day/.test(words))
    return { unit: 'hour', next: from + (words.startsWith('hour of the') ? 4 : 3) };
  if (/^day of (the )?week/.test(words))
    return { unit: 'day_of_week', next: from + (words.startsWith('day of the') ? 4 : 3) };
  // "weekday with the most traffic", "the busiest weekday"
  const ranked = /^(?:busiest|quietest|worst|slowest|fastest|best)$/.test(tokens[at - 1]?.norm ?? '');
  if (words.startsWith('weekday with') || (ranked && words.startsWith('weekday')))
    return { unit: 'day_of_week', next: from + 1 };
  return /^(by|per|each|every|which|what) (weekday|day of week)/.test(`${tokens[at]?.norm} ${tokens[at + 1]?.norm}`)
    ? { unit: 'day_of_week', next: at + 2 }
    : null;
};

const SERIES = /^(over time|trend|timeline|time series|timeseries|through time|across time)/;

const readSeries = (tokens: readonly Token[], at: number): number | null => {
  const words = `${tokens[at]?.norm ?? ''} ${tokens[at + 1]?.norm ?? ''}`;
  const match = SERIES.exec(words);
  return match === null ? null : at + (match[0].includes(' ') ? 2 : 1);
};

/** A range whose ends carry a magnitude is one of values: "between 500 and 800 ms". */
const isValueRange = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens
    .slice(from, to)
    .some(
      (token) =>
        token.kind === 'quantity' &&
        /^(ns|us|ms|percent|bytes|kb|mb|gb)$/.test(token.unit) &&
        token.text.length < 20 &&
        token.unit !== 'ns',
    );

/** Every time expression of a question, left to right, without overlap. */
export const findTimes = (tokens: readonly Token[], nowNanos: bigint): readonly TimeMark[] => {
  const marks: TimeMark[] = [];
  let at = 0;
  while (at < tokens.length) {
    const mark = readMark(tokens, at, nowNanos);
    if (mark === null) at += 1;
    else {
      marks.push(mark);
      at = mark.to;
    }
  }
  return marks;
};

const IN_OF_VERB =
  /^(?:log|logs|logged|logging|sign|signs|signed|signing|check|checks|checked|checking|opted|bring|brings|brought|bringing)$/i;
const IN_WITHOUT = /^(?:yesterday|today|tonight|since|between|on|last|this|now)$/;

const readMark = (tokens: readonly Token[], at: number, nowNanos: bigint): TimeMark | null => {
  // Quoted text and constraints say nothing about time by themselves.
  if (tokens[at]?.kind === 'quoted' || tokens[at]?.kind === 'constraint') return null;
  // "who logged in today": the word is the verb's.
  if (
    tokens[at]?.norm === 'in' &&
    IN_OF_VERB.test(tokens[at - 1]?.text ?? '') &&
    IN_WITHOUT.test(tokens[at + 1]?.norm ?? '')
  )
    return null;
  const sides = readRecurringSides(tokens, at);
  if (sides !== null) return { kind: 'sides', sides: sides.value, from: at, to: sides.next };
  const cyclic = readCyclic(tokens, at);
  const recurring = readRecurring(tokens, at);
  if (recurring !== null) return { kind: 'recurring', part: recurring.value, from: at, to: recurring.next };
  if (cyclic !== null) return { kind: 'cyclic', unit: cyclic.unit, from: at, to: cyclic.next };
  const bucket = readBucket(tokens, at);
  if (bucket !== null) return { kind: 'bucket', nanos: bucket.nanos, from: at, to: bucket.next };
  const series = readSeries(tokens, at);
  if (series !== null) return { kind: 'bucket', nanos: null, from: at, to: series };
  for (const rule of RANGE_RULES) {
    const read = rule(tokens, at, nowNanos);
    if (read !== null && !isValueRange(tokens, at, read.next)) return { ...read.value, from: at, to: read.next };
  }
  return null;
};
