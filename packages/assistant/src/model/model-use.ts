/** What a model had to do with an answer, and what that took. */
export interface ModelUse {
  /** Whether the query is the model's. */
  readonly used: boolean;
  readonly name: string;
  /** Why its query is taken or not, as one sentence. */
  readonly reason: string;
  readonly calls: number;
  /** Sums over the calls; null when the endpoint did not count one of them. */
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
  /** Null when no price is known. */
  readonly costUsd: number | null;
  /** An earlier answer was taken again. */
  readonly cached: boolean;
}

export interface Tally {
  readonly calls: number;
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
  readonly costUsd: number | null;
}

export const EMPTY_TALLY: Tally = { calls: 0, inputTokens: 0, outputTokens: 0, costUsd: 0 };

const sum = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b);

/** One more call; what it took is unknown where its endpoint said nothing. */
export const withCall = (
  tally: Tally,
  usage: { readonly inputTokens: number; readonly outputTokens: number } | null,
  costUsd: number | null,
): Tally => ({
  calls: tally.calls + 1,
  inputTokens: sum(tally.inputTokens, usage?.inputTokens ?? null),
  outputTokens: sum(tally.outputTokens, usage?.outputTokens ?? null),
  costUsd: sum(tally.costUsd, costUsd),
});

/** A call that brought no answer: nothing is known to have been paid for it. */
export const withFailedCall = (tally: Tally): Tally => ({ ...tally, calls: tally.calls + 1 });
