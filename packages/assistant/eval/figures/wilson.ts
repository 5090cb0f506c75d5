/** Shares, 0 to 1. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The normal quantile of 95 %. */
const z = 1.959964;

/** Wilson's score interval of 95 % for `part` of `of`: it stays within 0 and 1, and says something of 0 of 30 too. */
export const wilson = (part: number, of: number): Interval => {
  if (of === 0) return { low: 0, high: 1 };
  const share = part / of;
  const scale = 1 + (z * z) / of;
  const middle = (share + (z * z) / (2 * of)) / scale;
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
};
