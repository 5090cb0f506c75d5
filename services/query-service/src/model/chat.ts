import { type ChatMessage, type ChatOutcome, MODEL_LIMITS, REPLY_NAME, REPLY_SCHEMA } from '@clearspan/assistant';
import { chatResponse, type ModelChatRequest } from '@clearspan/contracts';
import type { CallError, MeshClient } from '@clearspan/mesh';

/** The same question is to have the same answer, as far as an endpoint can promise that. */
const SEED = 1;

const requestOf = (messages: readonly ChatMessage[], caller: string): ModelChatRequest => ({
  messages: [...messages],
  caller,
  temperature: 0,
  seed: SEED,
  max_tokens: MODEL_LIMITS.answerTokensMax,
  output: { name: REPLY_NAME, schema: { ...REPLY_SCHEMA } },
});

const failed = (what: string): ChatOutcome => ({ ok: false, reason: `The model could not be used: ${what}.` });

const whatFailed = ({ code, problem, message }: CallError): string =>
  problem?.detail ?? (code === 'DEADLINE_EXCEEDED' ? 'it did not answer in time' : message);

/** One call of the model, through the process that may call out. `allowedMs` of 0 calls nobody. */
export const chatWith = async (
  mesh: MeshClient,
  messages: readonly ChatMessage[],
  caller: string,
  allowedMs: number,
): Promise<ChatOutcome> => {
  if (allowedMs === 0) return failed('the time for this question is over');
  const answer = await mesh.call({
    service: 'external-api-service',
    method: 'POST',
    path: '/chat',
    body: requestOf(messages, caller),
    deadlineMs: allowedMs,
  });
  if (!answer.ok) return failed(whatFailed(answer.error));
  const parsed = chatResponse.safeParse(answer.data);
  if (!parsed.success) return failed('its answer had another shape');
  const { content, finish_reason: finishReason, usage, cost_usd: costUsd } = parsed.data;
  return {
    ok: true,
    content,
    finishReason,
    usage: usage && { inputTokens: usage.input_tokens, outputTokens: usage.output_tokens },
    costUsd,
  };
};
