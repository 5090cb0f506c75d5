import { z } from 'zod';

/** Characters of one message to a model at most. */
export const MODEL_MESSAGE_CHARS_MAX = 200_000;

/** `POST /chat` of the external API service. */
export const chatRequest = z.object({
  messages: z
    .array(
      z.object({ role: z.enum(['system', 'user', 'assistant']), content: z.string().max(MODEL_MESSAGE_CHARS_MAX) }),
    )
    .min(1)
    .max(100),
  temperature: z.number().min(0).max(2).optional(),
  /** Tokens of the answer at most. */
  max_tokens: z.int().min(1).max(32_000).optional(),
  seed: z.int().optional(),
  /** Who asks: budgets are kept for each. */
  caller: z.string().min(1).max(200).optional(),
  /** The JSON schema that the answer is to follow. An endpoint that knows no schemas answers as near to it as it can. */
  output: z.object({ name: z.string().regex(/^\w{1,64}$/), schema: z.record(z.string(), z.unknown()) }).optional(),
});
export type ModelChatRequest = z.infer<typeof chatRequest>;

/** `POST /chat`, 200. */
export const chatResponse = z.object({
  content: z.string(),
  model: z.string(),
  finish_reason: z.string(),
  /** As the endpoint counted; null when it did not say. */
  usage: z
    .object({ input_tokens: z.number(), output_tokens: z.number(), cached_input_tokens: z.number().optional() })
    .nullable(),
  /** Null when no price is configured or the endpoint counted nothing. */
  cost_usd: z.number().nullable(),
});
export type ModelChatResponse = z.infer<typeof chatResponse>;

/** `GET /model` of the external API service: what is configured. */
export const modelInfo = z.object({
  configured: z.boolean(),
  model: z.string().nullable(),
  address: z.string().nullable(),
});
export type ModelInfo = z.infer<typeof modelInfo>;

/** What a model had to do with an answer. Absent where none was asked, or none is configured. */
export const modelUse = z.object({
  /** Whether the query is the model's. */
  used: z.boolean(),
  name: z.string(),
  /** Why its query is taken or not, as one sentence. */
  reason: z.string(),
  calls: z.number(),
  /** Sums over the calls, as the endpoint counted; null when it did not say. */
  input_tokens: z.number().nullable(),
  output_tokens: z.number().nullable(),
  /** Null when no price is configured. */
  cost_usd: z.number().nullable(),
  /** The model had answered the same question before, and was not asked again. */
  cached: z.boolean(),
});
export type ModelUse = z.infer<typeof modelUse>;
