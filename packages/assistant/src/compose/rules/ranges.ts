import type { Instant, TimeSpec } from '../../time/time-spec.ts';

/** A time of the question, and the mark that says it. */
export interface Said {
  readonly at: number;
  readonly spec: TimeSpec;
  readonly text: string;
}

/** The ends of a range as a query writes them. */
export const endsOf = (spec: TimeSpec): { readonly from: Instant; readonly to: Instant } | null => {
  if (spec.kind === 'between') return spec;
  return spec.kind === 'last'
    ? { from: { kind: 'now', backNanos: spec.nanos }, to: { kind: 'now', backNanos: 0n } }
    : null;
};

export const earlier = (instant: Instant, nanos: bigint): Instant =>
  instant.kind === 'at'
    ? { kind: 'at', nanos: instant.nanos - nanos }
    : { ...instant, backNanos: instant.backNanos + nanos };

/** Words for a course that only two times beside each other show. */
export const GREW: RegExp =
  /^(increase|increased|increasing|grow|grew|growing|rise|rose|rising|go up|went up|gone up|going up|decrease|decreased|decreasing|drop|dropped|fell|falling|got worse|getting worse|worsened)$/i;
