const MINUTE_NANOS = 60_000_000_000n;
const WINDOW_MIN = 60n * MINUTE_NANOS;
/** Rows stand in the order of the five minutes that they are of: less than that costs as much. */
const PART_MIN = 5n * MINUTE_NANOS;
/** A part this small of the window costs next to nothing when it has too few rows. */
const FIRST_PART = 64n;
/** A part that is larger than this share of the window is not worth a statement of its own. */
const LAST_PART = 4n;

const longer = (a: bigint, b: bigint): bigint => (a > b ? a : b);

/** How long a part of a window to look at first, its newest; null for short ones. */
export const firstPart = (windowNanos: bigint): bigint | null =>
  windowNanos < WINDOW_MIN ? null : longer(windowNanos / FIRST_PART, PART_MIN);

/**
 * How long a part to look at after one that had too few rows, by how dense they were there, twice as many as are wanted;
 * null for the whole window.
 */
export const nextPart = (windowNanos: bigint, partNanos: bigint, found: number, wanted: number): bigint | null => {
  if (found === 0) return null;
  const nanos = (partNanos * BigInt(2 * wanted)) / BigInt(found);
  return nanos * LAST_PART <= windowNanos ? nanos : null;
};
