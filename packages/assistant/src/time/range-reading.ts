import type { Token } from '../tokens/token.ts';
import type { Read } from './read-point.ts';
import type { Instant, TimeSpec } from './time-spec.ts';
import { unitOf } from './time-words.ts';

export type TimeProblem = 'ambiguous-clock' | 'future';
/** A time, or why the words that look like one are none. `note` says a convention that was applied. */
export type TimeReading =
  | { readonly kind: 'time'; readonly spec: TimeSpec; readonly note: string | null }
  | {
      readonly kind: 'problem';
      readonly problem: TimeProblem;
      /** Two bare hours as times since midnight, which a day would make a time. */
      readonly hours?: { readonly from: bigint; readonly to: bigint } | null;
    };

/** Reads a time at a place; null where there is none. */
export type Rule = (tokens: readonly Token[], at: number, now: bigint) => Read<TimeReading> | null;

export const time = (spec: TimeSpec, next: number, note: string | null = null): Read<TimeReading> => ({
  value: { kind: 'time', spec, note },
  next,
});
export const between = (from: Instant, to: Instant): TimeSpec & { kind: 'between' } => ({ kind: 'between', from, to });
export const norm = (tokens: readonly Token[], at: number): string => tokens[at]?.norm ?? '';
export const skip = (tokens: readonly Token[], at: number, words: RegExp): number =>
  words.test(norm(tokens, at)) ? at + 1 : at;
export const hasUnit = (tokens: readonly Token[], at: number): boolean =>
  unitOf(tokens[at]) !== null || tokens[at]?.kind === 'quantity';
