import { z } from 'zod';
import type { ChatOutcome } from '../core/chat-model.ts';

const completion = z.object({
  id: z.string().optional(),
  model: z.string().optional(),
  choices: z
    .array(
      z.object({
        message: z.object({
          content: z.string().nullish(),
          tool_calls: z.array(z.object({ function: z.object({ arguments: z.string() }) })).nullish(),
        }),
        finish_reason: z.string().nullish(),
      }),
    )
    .min(1),
  usage: z
    .object({
      prompt_tokens: z.number().nonnegative(),
      completion_tokens: z.number().nonnegative(),
      prompt_tokens_details: z.object({ cached_tokens: z.number().nonnegative().nullish() }).nullish(),
    })
    .nullish()
    .catch(null),
});

const wrong = (message: string): ChatOutcome => ({ ok: false, code: 'UPSTREAM_ERROR', message });

/** The answer in the body of a completion. A tool that was to be called holds the answer as its arguments. */
export const readCompletion = (text: string, model: string): ChatOutcome => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return wrong('the model endpoint answered something that is not JSON');
  }
  const parsed = completion.safeParse(json);
  const choice = parsed.data?.choices[0];
  if (!parsed.success || !choice) return wrong('the model endpoint answered without a choice');
  const { usage, id } = parsed.data;
  const cached = usage?.prompt_tokens_details?.cached_tokens;
  return {
    ok: true,
    answer: {
      content: choice.message.tool_calls?.[0]?.function.arguments ?? choice.message.content ?? '',
      model: parsed.data.model ?? model,
      finish_reason: choice.finish_reason ?? 'unknown',
      usage: usage
        ? {
            input_tokens: usage.prompt_tokens,
            output_tokens: usage.completion_tokens,
            ...(typeof cached === 'number' ? { cached_input_tokens: cached } : {}),
          }
        : null,
      ...(id === undefined ? {} : { id }),
    },
  };
};
