import type { ModelUsage } from '@clearspan/contracts';
import { counter } from '@clearspan/instrumentation';
import type { ChatAnswer } from './chat-model.ts';

const tokens = counter('model_tokens_total', { description: 'Tokens of model calls, by type' });

export interface Usage {
  add(usage: ChatAnswer['usage'], costUsd: number | null): void;
  totals(): Omit<ModelUsage, 'today'>;
}

/** Tokens since this process started, as the endpoints reported them: nothing is estimated. */
export const createUsage = (isPriced: boolean): Usage => {
  const sum = { input_tokens: 0, output_tokens: 0, requests: 0 };
  let costUsd = 0;
  return {
    add: (usage, cost) => {
      sum.requests += 1;
      costUsd += cost ?? 0;
      if (!usage) return;
      sum.input_tokens += usage.input_tokens;
      sum.output_tokens += usage.output_tokens;
      tokens.add(usage.input_tokens, { type: 'input' });
      tokens.add(usage.output_tokens, { type: 'output' });
    },
    totals: () => ({ ...sum, cost_usd: isPriced ? costUsd : null }),
  };
};
