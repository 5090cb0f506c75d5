import type { ModelChatRequest, ModelChatResponse, ModelUsage, ProblemCode } from '@clearspan/contracts';
import { inSpan } from '@clearspan/instrumentation';
import { SpanKind } from '@opentelemetry/api';
import {
  answerAttributes,
  contentAttributes,
  estimateAttributes,
  recordDuration,
  recordTokens,
  requestAttributes,
  spanName,
} from '../telemetry/gen-ai.ts';
import { type BudgetLimits, createBudget } from './budget.ts';
import type { ChatModel, ChatOutcome, ChatRequest } from './chat-model.ts';
import { mostTokens, tokensOfText } from './estimate.ts';
import { costOf, type Prices } from './prices.ts';
import { createUsage } from './usage.ts';

export interface DeskOptions {
  readonly model: ChatModel;
  readonly prices: Prices | null;
  readonly limits: BudgetLimits;
  /** Whether spans hold what was said. */
  readonly captureContent: boolean;
  /** Milliseconds since the epoch: the day of the budgets. */
  readonly nowMs?: () => number;
}

export type DeskOutcome =
  | { readonly ok: true; readonly answer: ModelChatResponse }
  | { readonly ok: false; readonly code: ProblemCode; readonly message: string };

/** Where calls to the model are let through: counted, priced, limited and traced. */
export interface ChatDesk {
  chat(request: ModelChatRequest, signal: AbortSignal): Promise<DeskOutcome>;
  usage(): ModelUsage;
}

/** A caller that names itself not is one of its own. */
const NOBODY = 'anonymous';

const tracedCall = (
  { model, prices, captureContent }: DeskOptions,
  request: ChatRequest,
  signal: AbortSignal,
): Promise<ChatOutcome> =>
  inSpan(
    spanName(model),
    { kind: SpanKind.CLIENT, attributes: requestAttributes(model, request) },
    async (span): Promise<ChatOutcome> => {
      const startedMs = performance.now();
      const outcome = await model.chat(request, signal);
      recordDuration(model, (performance.now() - startedMs) / 1000, outcome.ok ? null : outcome.code);
      if (!outcome.ok) {
        span.setAttribute('error.type', outcome.code);
        return outcome;
      }
      const { answer } = outcome;
      recordTokens(model, answer);
      span.setAttributes(answerAttributes(answer, answer.usage === null ? null : costOf(answer.usage, prices)));
      if (answer.usage === null) {
        span.setAttributes(estimateAttributes(mostTokens(request).input + tokensOfText(answer.content)));
      }
      if (captureContent) span.setAttributes(contentAttributes(request, answer));
      return outcome;
    },
  );

/** The desk before a model. Budgets hold by what the endpoint counted, or by an estimate on the high side. */
export const createChatDesk = (options: DeskOptions): ChatDesk => {
  const { prices, limits, nowMs = Date.now } = options;
  const budget = createBudget(limits);
  const usage = createUsage(prices !== null);
  const spentOn = (input: number, output: number): { tokens: number; usd: number } => ({
    tokens: input + output,
    usd: costOf({ input_tokens: input, output_tokens: output }, prices) ?? 0,
  });
  return {
    chat: async ({ caller, ...request }, signal) => {
      const most = mostTokens(request);
      const reserved = budget.reserve(caller ?? NOBODY, spentOn(most.input, most.output), nowMs());
      if (!reserved.ok) return { ok: false, code: 'RATE_LIMIT_EXCEEDED', message: reserved.message };
      let spent = { tokens: 0, usd: 0 };
      try {
        const outcome = await tracedCall(options, request, signal);
        if (!outcome.ok) {
          // An answer that nobody waited for may have been paid for all the same; one that was refused was not.
          if (outcome.code === 'DEADLINE_EXCEEDED' || signal.aborted) spent = spentOn(most.input, most.output);
          return outcome;
        }
        const { id: _, ...answer } = outcome.answer;
        const cost = answer.usage === null ? null : costOf(answer.usage, prices);
        usage.add(answer.usage, cost);
        spent =
          answer.usage === null
            ? spentOn(most.input, tokensOfText(answer.content))
            : { tokens: answer.usage.input_tokens + answer.usage.output_tokens, usd: cost ?? 0 };
        return { ok: true, answer: { ...answer, cost_usd: cost } };
      } finally {
        reserved.reservation.settle(spent);
      }
    },
    usage: () => {
      const { tokens, usd } = budget.today(nowMs());
      return {
        ...usage.totals(),
        today: { tokens, cost_usd: usd, tokens_max: limits.tokensPerDay, cost_usd_max: limits.usdPerDay },
      };
    },
  };
};
