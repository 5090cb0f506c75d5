import type { Dataset } from '../../ir/field-ref.ts';

/**
 * A question with the query that answers it, for whatever the fields are called: `{status}` is the field of that role,
 * `{status:}` the same as a condition compares it, `{=service}` a frequent value of that role, in both texts alike.
 */
export interface SeedPair {
  readonly dataset: Dataset;
  readonly question: string;
  readonly query: string;
}

/** Pairs of one data set, as questions with the rest of their queries. */
export const pairsOf = (
  dataset: Dataset,
  list: readonly (readonly [question: string, query: string])[],
): readonly SeedPair[] => list.map(([question, query]) => ({ dataset, question, query: `source ${dataset}${query}` }));

/** Times that many questions name. */
export const TODAY = " between @'now' / 1d and @'now'";
export const YESTERDAY = " between @'now' / 1d - 1d and @'now' / 1d";
