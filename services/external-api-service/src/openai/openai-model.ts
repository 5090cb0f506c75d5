import { Agent, request } from 'undici';
import { z } from 'zod';
import type { ChatModel, ChatOutcome, ChatRequest } from '../core/chat-model.ts';

/** Bytes of an answer at most: a model's reply is text of a few kilobytes. */
const ANSWER_BYTES_MAX = 1_048_576;

const completion = z.object({
  model: z.string().optional(),
  choices: z
    .array(z.object({ message: z.object({ content: z.string().nullable() }), finish_reason: z.string().nullish() }))
    .min(1),
  usage: z.object({ prompt_tokens: z.number(), completion_tokens: z.number() }).nullish(),
});

export interface OpenAiOptions {
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKey?: string | undefined;
  readonly timeoutMs: number;
}

const statusOutcome = (status: number): ChatOutcome => ({
  ok: false,
  code: status === 429 || status === 503 ? 'SERVICE_UNAVAILABLE' : 'UPSTREAM_ERROR',
  message: `the model endpoint answered with status ${status}`,
});

const readAnswer = async (body: AsyncIterable<Uint8Array>): Promise<string | null> => {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > ANSWER_BYTES_MAX) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};

const decode = (text: string, model: string): ChatOutcome => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { ok: false, code: 'UPSTREAM_ERROR', message: 'the model endpoint answered something that is not JSON' };
  }
  const parsed = completion.safeParse(json);
  const choice = parsed.data?.choices[0];
  if (!choice) return { ok: false, code: 'UPSTREAM_ERROR', message: 'the model endpoint answered without a choice' };
  const usage = parsed.data?.usage;
  return {
    ok: true,
    answer: {
      content: choice.message.content ?? '',
      model: parsed.data?.model ?? model,
      finish_reason: choice.finish_reason ?? 'unknown',
      usage: usage ? { input_tokens: usage.prompt_tokens, output_tokens: usage.completion_tokens } : null,
    },
  };
};

/** Any endpoint that speaks OpenAI's chat completions. */
export const createOpenAiModel = ({ baseUrl, model, apiKey, timeoutMs }: OpenAiOptions): ChatModel => {
  const url = new URL(`${baseUrl.replace(/\/$/, '')}/chat/completions`);
  const dispatcher = new Agent({ connections: 8 });
  const send = async (
    { messages, temperature, max_tokens }: ChatRequest,
    signal: AbortSignal,
  ): Promise<ChatOutcome> => {
    const { statusCode, body } = await request(url, {
      method: 'POST',
      dispatcher,
      signal,
      headers: { 'content-type': 'application/json', ...(apiKey ? { authorization: `Bearer ${apiKey}` } : {}) },
      body: JSON.stringify({ model, messages, temperature, max_tokens, stream: false }),
    });
    if (statusCode !== 200) {
      await body.dump({ limit: ANSWER_BYTES_MAX });
      return statusOutcome(statusCode);
    }
    const text = await readAnswer(body);
    if (text === null) {
      return { ok: false, code: 'UPSTREAM_ERROR', message: `the model's answer is over ${ANSWER_BYTES_MAX} bytes` };
    }
    return decode(text, model);
  };
  return {
    name: model,
    address: url.hostname,
    chat: async (chatRequest, signal) => {
      const timeout = AbortSignal.timeout(timeoutMs);
      try {
        return await send(chatRequest, AbortSignal.any([signal, timeout]));
      } catch {
        // The error of a failed request may hold its headers: only what happened is passed on.
        if (timeout.aborted) {
          return { ok: false, code: 'DEADLINE_EXCEEDED', message: `the model did not answer in ${timeoutMs} ms` };
        }
        return { ok: false, code: 'SERVICE_UNAVAILABLE', message: `no answer from the model endpoint at ${url.host}` };
      }
    },
  };
};
