/** Twice the count times the logarithm of count over expectation; nothing where nothing was counted. */
const term = (observed: number, expected: number): number =>
  observed === 0 ? 0 : 2 * observed * Math.log(observed / expected);

/**
 * The log-likelihood ratio (G²) of a table of two by two: how surprising `part` of `total` is beside `otherPart` of
 * `otherTotal`, were both drawn from the same share. 0 where the shares are equal; about χ² with one degree of freedom.
 */
export const sharesG2 = (part: number, total: number, otherPart: number, otherTotal: number): number => {
  const all = total + otherTotal;
  const parts = part + otherPart;
  if (total === 0 || otherTotal === 0) return 0;
  const g2 =
    term(part, (total * parts) / all) +
    term(otherPart, (otherTotal * parts) / all) +
    term(total - part, (total * (all - parts)) / all) +
    term(otherTotal - otherPart, (otherTotal * (all - parts)) / all);
  return Math.max(0, g2);
};

/** G² of two counts over spans of time of the same length, were both drawn from the same rate. */
export const countsG2 = (now: number, before: number): number => {
  const expected = (now + before) / 2;
  return Math.max(0, term(now, expected) + term(before, expected));
};

/** The odds of `part` of `total` over those of the other, with half a record added to each cell so that none is empty. */
export const oddsRatio = (part: number, total: number, otherPart: number, otherTotal: number): number =>
  ((part + 0.5) * (otherTotal - otherPart + 0.5)) / ((total - part + 0.5) * (otherPart + 0.5));
