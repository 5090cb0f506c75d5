export interface ConfidenceInput {
  readonly coverage: number;
  /** Distance in score to the next reading with another query; null when there is none. */
  readonly margin: number | null;
  /** What the corrected words leave, 0 to 1. */
  readonly typos: number;
  /** What the assumptions leave, 0 to 1. */
  readonly doubt: number;
  readonly ignored: number;
  readonly missing: number;
  /** How sure the links to values are, 0 to 1; 1 when there are none. */
  readonly links: number;
}

const confidenceMax = 0.98;

/**
 * How sure an answer is, 0 to 1: the share of the question it uses, how far ahead of the next reading it is, and what
 * had to be guessed. Each guess costs its factor; nothing is constant.
 */
export const confidenceOf = (input: ConfidenceInput): number => {
  const lead = input.margin === null ? 1 : Math.min(1, Math.max(0, input.margin) / 0.8);
  const value =
    (0.15 + 0.85 * input.coverage ** 1.5) *
    (0.8 + 0.2 * lead) *
    input.typos *
    input.doubt *
    0.9 ** input.ignored *
    0.4 ** input.missing *
    (0.75 + 0.25 * input.links);
  return Number(Math.min(confidenceMax, value).toFixed(3));
};
