import type { ExternalApiConfig } from '../config.ts';
import type { BudgetLimits } from './budget.ts';
import type { Prices } from './prices.ts';

/** Prices are known when one of them was said; what was left out costs nothing, and kept input as much as any. */
export const pricesOf = (config: ExternalApiConfig): Prices | null => {
  const { MODEL_INPUT_USD_PER_MILLION: input, MODEL_OUTPUT_USD_PER_MILLION: output } = config;
  if (input === undefined && output === undefined) return null;
  return {
    inputUsd: input ?? 0,
    cachedInputUsd: config.MODEL_CACHED_INPUT_USD_PER_MILLION ?? input ?? 0,
    outputUsd: output ?? 0,
  };
};

const limitOf = (value: number): number | null => (value === 0 ? null : value);

export const budgetOf = (config: ExternalApiConfig): BudgetLimits => ({
  tokensPerDay: limitOf(config.MODEL_TOKENS_PER_DAY),
  tokensPerDayOfCaller: limitOf(config.MODEL_TOKENS_PER_DAY_PER_CALLER),
  usdPerDay: limitOf(config.MODEL_USD_PER_DAY),
  usdPerDayOfCaller: limitOf(config.MODEL_USD_PER_DAY_PER_CALLER),
});
