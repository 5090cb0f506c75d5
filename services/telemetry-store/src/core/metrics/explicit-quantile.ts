/** Counts of a histogram: one more than there are bounds, the last of what is above all of them. */
export interface ExplicitBuckets {
  readonly bounds: readonly number[];
  readonly counts: readonly number[];
}

/** Cumulative counts at the bounds that all have: there they add up exactly. Null when they have none in common. */
const shared = (all: readonly ExplicitBuckets[]): ExplicitBuckets | null => {
  const [first, ...others] = all;
  if (first === undefined) return null;
  const bounds = first.bounds.filter((bound) => others.every((other) => other.bounds.includes(bound)));
  if (bounds.length === 0) return null;
  const counts = Array.from({ length: bounds.length + 1 }, () => 0);
  for (const one of all) {
    let into = 0;
    for (const [place, count] of one.counts.entries()) {
      while (into < bounds.length && (one.bounds[place] ?? Number.POSITIVE_INFINITY) > (bounds[into] as number)) into++;
      counts[into] = (counts[into] as number) + Math.max(0, count);
    }
  }
  return { bounds, counts };
};

const isMeasured = ({ counts }: ExplicitBuckets): boolean => counts.some((count) => count > 0);

export type QuantileOutcome = { readonly ok: true; readonly value: number | null } | { readonly ok: false };

/**
 * A quantile of what several histograms measured together, by linear interpolation inside its bucket: the lowest begins
 * at 0 where its bound is above, and what is above all bounds is taken to be at the highest. Null where nothing was
 * measured; not ok where the histograms share no bound.
 */
export const explicitQuantile = (all: readonly ExplicitBuckets[], quantile: number): QuantileOutcome => {
  const measured = all.filter(isMeasured);
  if (measured.length === 0) return { ok: true, value: null };
  const merged = shared(measured);
  if (merged === null) return { ok: false };
  const { bounds, counts } = merged;
  const rank = quantile * counts.reduce((sum, count) => sum + count, 0);
  let below = 0;
  for (const [place, upper] of bounds.entries()) {
    const count = counts[place] as number;
    if (count > 0 && below + count >= rank) {
      const lower = place > 0 ? (bounds[place - 1] as number) : 0;
      if (place === 0 && upper <= 0) return { ok: true, value: upper };
      return { ok: true, value: lower + (upper - lower) * ((rank - below) / count) };
    }
    below += count;
  }
  return { ok: true, value: bounds.at(-1) as number };
};
