/** Fewer records than this in a window are too few to compare. */
export const windowRecordsMin = 20;
/** Times that something must have been counted to be spoken of. */
export const supportMin = 5;
/** Calls of an operation before, and now, for its durations to be compared. */
export const operationSpansMin = 5;
/** χ² with one degree of freedom: by chance once in 1,000 comparisons. */
export const g2Min = 10.83;
/** By chance once in 10,000: hundreds of values are compared. */
export const attributeG2Min = 15.14;
/** How much more often, of counts in windows of the same length. */
export const countRatioMin = 1.5;
/** How many times the records of a service, or fewer by as much. */
export const volumeRatioMin = 2;
/** How much longer the median or the 95th percentile is. */
export const durationRatioMin = 1.25;
/** Difference of two shares, 0 to 1. */
export const shareDifferenceMin = 0.1;
/** How many times the odds of a value are among slow or failing records what they are among the others. */
export const oddsRatioMin = 3;
/** The share of slow records by which a window is slower than the one before: one in twenty is over the p95 at any time, fewer are slow. */
export const slowShareMin = 0.05;
/** Rows shown of a part. */
export const rowsShownMax = 8;
