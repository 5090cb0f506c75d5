/**
 * A question as someone on call types it, with the query that answers it, or with the decision not to answer.
 * Queries are compared after parsing and printing, so spacing is free.
 */
export type Expected =
  | { readonly query: string; readonly alsoFine?: readonly string[] }
  | { readonly decision: 'clarify' | 'refuse' };

export interface QuestionItem {
  readonly question: string;
  readonly expected: Expected;
  readonly context?: readonly string[];
}

export const answered = (question: string, query: string, ...alsoFine: readonly string[]): QuestionItem => ({
  question,
  expected: { query, alsoFine },
});
export const declined = (question: string, decision: 'clarify' | 'refuse'): QuestionItem => ({
  question,
  expected: { decision },
});
/** A follow-up: `before` are the earlier questions of the dialogue, oldest first. */
export const followed = (before: readonly string[], question: string, query: string): QuestionItem => ({
  question,
  expected: { query },
  context: before,
});
