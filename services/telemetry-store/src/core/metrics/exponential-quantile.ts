/** Counts by index: bucket `i` holds what is above `base^i` and not above `base^(i + 1)`, `base` being `2^(2^-scale)`. */
export interface ExponentialBuckets {
  readonly scale: number;
  /** What is so near to zero that it has no bucket: not above `threshold`, on either side. */
  readonly zero: number;
  readonly threshold: number;
  readonly positive: ReadonlyMap<number, number>;
  /** By the same indexes, of what is below zero. */
  readonly negative: ReadonlyMap<number, number>;
}

const SHIFT_MAX = 1_000;

/** The upper end of bucket `index - 1` and the lower one of bucket `index`, or what lies between for other numbers. */
const powerAt = (scale: number, index: number): number => 2 ** (index * 2 ** -scale);

/** All of them at the smallest scale that one of them has: two buckets are one at the scale below. */
const mergeExponential = (all: readonly ExponentialBuckets[]): ExponentialBuckets => {
  const scale = all.reduce((least, one) => Math.min(least, one.scale), Number.POSITIVE_INFINITY);
  const threshold = all.reduce((most, one) => Math.max(most, one.threshold), 0);
  let zero = all.reduce((sum, one) => sum + one.zero, 0);
  const sideOf = (side: 'positive' | 'negative'): Map<number, number> => {
    const merged = new Map<number, number>();
    for (const one of all) {
      for (const [index, count] of one[side]) {
        const coarse = Math.floor(index / 2 ** Math.min(one.scale - scale, SHIFT_MAX));
        // What one histogram tells apart from zero another one may not.
        if (powerAt(scale, coarse + 1) <= threshold) zero += count;
        else merged.set(coarse, (merged.get(coarse) ?? 0) + count);
      }
    }
    return merged;
  };
  const positive = sideOf('positive');
  const negative = sideOf('negative');
  return { scale, zero, threshold, positive, negative };
};

interface Bucket {
  readonly count: number;
  /** The value at a share of the bucket, from its lowest value on. */
  readonly at: (share: number) => number;
}

const byIndex = (counts: ReadonlyMap<number, number>): [number, number][] =>
  [...counts].filter(([, count]) => count > 0).toSorted(([a], [b]) => a - b);

/** Buckets from the lowest values to the highest. Inside one values are taken to be spread evenly by their logarithm. */
const ordered = ({ scale, zero, threshold, positive, negative }: ExponentialBuckets): readonly Bucket[] => {
  const ups = byIndex(positive);
  const downs = byIndex(negative).toReversed();
  const lowest = downs.length === 0 ? 0 : -threshold;
  const highest = ups.length === 0 ? 0 : threshold;
  return [
    ...downs.map(([index, count]): Bucket => ({ count, at: (share) => -powerAt(scale, index + 1 - share) })),
    ...(zero > 0 ? [{ count: zero, at: (share: number) => lowest + (highest - lowest) * share }] : []),
    ...ups.map(([index, count]): Bucket => ({ count, at: (share) => powerAt(scale, index + share) })),
  ];
};

/** A quantile of what several histograms measured together; null where nothing was measured. */
export const exponentialQuantile = (all: readonly ExponentialBuckets[], quantile: number): number | null => {
  const buckets = ordered(mergeExponential(all));
  const rank = quantile * buckets.reduce((sum, { count }) => sum + count, 0);
  let below = 0;
  for (const { count, at } of buckets) {
    if (below + count >= rank) return at((rank - below) / count);
    below += count;
  }
  // Rounding may leave the rank a little above all of them.
  return buckets.at(-1)?.at(1) ?? null;
};
