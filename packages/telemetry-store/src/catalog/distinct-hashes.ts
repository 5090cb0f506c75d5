/** Hashes kept of a field: below so many values their number is exact, above it is off by 3 % as a rule. */
export const DISTINCT_HASHES = 1_024;
const HASHES = 2 ** 32;

/** The smallest hashes of both, in order, each once: those of all values together. */
export const mergedHashes = (a: readonly number[], b: readonly number[]): readonly number[] => {
  const merged: number[] = [];
  for (let i = 0, j = 0; (i < a.length || j < b.length) && merged.length < DISTINCT_HASHES; ) {
    const [left, right] = [a[i] ?? HASHES, b[j] ?? HASHES];
    merged.push(Math.min(left, right));
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return merged;
};

/** How many values there are by their smallest hashes, which lie the closer together the more there are. */
export const distinctOf = (hashes: readonly number[]): number => {
  if (hashes.length < DISTINCT_HASHES) return hashes.length;
  const last = hashes.at(-1) ?? 0;
  return Math.round(((DISTINCT_HASHES - 1) * HASHES) / (last + 1));
};
