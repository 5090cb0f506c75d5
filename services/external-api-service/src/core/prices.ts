import type { ChatAnswer } from './chat-model.ts';

/** US dollars for a million tokens. */
export interface Prices {
  readonly inputUsd: number;
  /** Of input that the endpoint had kept from a call before. */
  readonly cachedInputUsd: number;
  readonly outputUsd: number;
}

const MILLION = 1_000_000;

/** What a call cost; null when no price is known. */
export const costOf = (usage: NonNullable<ChatAnswer['usage']>, prices: Prices | null): number | null => {
  if (prices === null) return null;
  const cached = Math.min(usage.cached_input_tokens ?? 0, usage.input_tokens);
  const fresh = usage.input_tokens - cached;
  return (fresh * prices.inputUsd + cached * prices.cachedInputUsd + usage.output_tokens * prices.outputUsd) / MILLION;
};
