import { histogram } from '@clearspan/instrumentation';
import type { Attributes } from '@opentelemetry/api';
import type { ChatAnswer, ChatMessage, ChatModel, ChatRequest } from '../core/chat-model.ts';

/**
 * Every name of the conventions for generative AI is here: they are in development, and will change. Of
 * https://github.com/open-telemetry/semantic-conventions-genai.
 */
export const spanName = (model: ChatModel): string => `chat ${model.name}`;

/** 0.01 s doubled up to 81.92 s, as the conventions have it. */
const OPERATION_BUCKETS_SECONDS = Array.from({ length: 14 }, (_, i) => 0.01 * 2 ** i);
/** Powers of four from 1, as the conventions have it. */
const TOKEN_BUCKETS = Array.from({ length: 14 }, (_, i) => 4 ** i);

const operationDuration = histogram('gen_ai.client.operation.duration', {
  description: 'Duration of calls of models',
  bucketsSeconds: OPERATION_BUCKETS_SECONDS,
  unit: 's',
});
const tokenUsage = histogram('gen_ai.client.token.usage', {
  description: 'Tokens of calls of models, as their endpoints counted',
  buckets: TOKEN_BUCKETS,
  unit: '{token}',
});

const commonOf = (model: ChatModel) => ({
  'gen_ai.operation.name': 'chat',
  'gen_ai.provider.name': model.provider,
  'gen_ai.request.model': model.name,
  'server.address': model.address,
  'server.port': model.port,
});

export const requestAttributes = (model: ChatModel, request: ChatRequest): Attributes => ({
  ...commonOf(model),
  'gen_ai.output.type': request.output ? 'json' : 'text',
  ...(request.temperature === undefined ? {} : { 'gen_ai.request.temperature': request.temperature }),
  ...(request.max_tokens === undefined ? {} : { 'gen_ai.request.max_tokens': request.max_tokens }),
  ...(request.seed === undefined ? {} : { 'gen_ai.request.seed': request.seed }),
});

export const answerAttributes = (answer: ChatAnswer, costUsd: number | null): Attributes => ({
  ...(answer.id === undefined ? {} : { 'gen_ai.response.id': answer.id }),
  'gen_ai.response.model': answer.model,
  'gen_ai.response.finish_reasons': [answer.finish_reason],
  ...(answer.usage === null
    ? {}
    : {
        'gen_ai.usage.input_tokens': answer.usage.input_tokens,
        'gen_ai.usage.output_tokens': answer.usage.output_tokens,
        'openai.tokens_used': answer.usage.input_tokens + answer.usage.output_tokens,
      }),
  ...(answer.usage?.cached_input_tokens === undefined
    ? {}
    : { 'gen_ai.usage.cache_read.input_tokens': answer.usage.cached_input_tokens }),
  ...(costUsd === null ? {} : { 'nlq.cost.usd': costUsd }),
});

/** The estimate of a call whose endpoint counted nothing; the standard attributes may not hold it. */
export const estimateAttributes = (tokens: number): Attributes => ({ 'nlq.tokens.estimated': tokens });

const asParts = ({ role, content }: ChatMessage) => ({ role, parts: [{ type: 'text', content }] });

/** What was said. Only where it was asked for: it holds the question, and what is known of the data. */
export const contentAttributes = (request: ChatRequest, answer: ChatAnswer): Attributes => ({
  'gen_ai.input.messages': JSON.stringify(request.messages.map(asParts)),
  'gen_ai.output.messages': JSON.stringify([
    { ...asParts({ role: 'assistant', content: answer.content }), finish_reason: answer.finish_reason },
  ]),
});

export const recordDuration = (model: ChatModel, seconds: number, errorType: string | null): void =>
  operationDuration.record(seconds, {
    ...commonOf(model),
    ...(errorType === null ? {} : { 'error.type': errorType }),
  });

export const recordTokens = (model: ChatModel, { usage, model: answered }: ChatAnswer): void => {
  if (usage === null) return;
  const labels = { ...commonOf(model), 'gen_ai.response.model': answered };
  tokenUsage.record(usage.input_tokens, { ...labels, 'gen_ai.token.type': 'input' });
  tokenUsage.record(usage.output_tokens, { ...labels, 'gen_ai.token.type': 'output' });
};
