import { z } from 'zod';
import { bundle } from './bundle.ts';
import { caller } from './caller.ts';
import { modelUse } from './model.ts';
import { QUERY_CHARS_MAX, queryResult, timeRange } from './telemetry.ts';

/** Characters of a question at most. */
export const USER_INPUT_CHARS_MAX = 2_000;

/** An earlier question with the query that answered it. */
export const turn = z.object({
  question: z.string().max(USER_INPUT_CHARS_MAX),
  query: z.string().max(QUERY_CHARS_MAX),
});
export type Turn = z.infer<typeof turn>;

/** Turns of a conversation that are read again as context. */
export const CONVERSATION_TURNS_MAX = 8;

/** What a caller calls a conversation. */
export const conversationId = z.string().regex(/^[\w-]{1,64}$/, 'expected 1 to 64 letters, digits, _ or -');

/** `permissive` answers with a low confidence where `smart` asks what is meant. */
export const generateMode = z.enum(['smart', 'permissive']);

const userInput = z
  .string()
  .max(USER_INPUT_CHARS_MAX, `expected at most ${USER_INPUT_CHARS_MAX} characters`)
  .refine((text) => text.trim().length > 0, 'expected a question, found only blanks');

/** `POST /generate` of the query service. */
export const interpretRequest = z.object({
  user_input: userInput,
  context: z.array(turn).max(20).optional(),
  mode: generateMode.default('smart'),
  time_range: timeRange.optional(),
  now: z.iso.datetime({ offset: true }).optional(),
  /** Whose words they are: without it nothing that was learned takes part. Budgets of models are kept for each. */
  caller: caller.optional(),
});
export type InterpretRequest = z.infer<typeof interpretRequest>;

/** Another way to read the same question. */
export const alternative = z.object({ query: z.string(), interpretation: z.string(), confidence: z.number() });

/** What some words of a question became in its query; offsets are UTF-16 units of the question. */
const chip = z.object({
  start: z.number(),
  end: z.number(),
  kind: z.enum(['source', 'filter', 'time', 'group', 'figure', 'order', 'unused']),
  means: z.string(),
});
export type WireChip = z.infer<typeof chip>;

/** How a question was read. */
const reading = {
  query: z.string(),
  intent: z.string(),
  intent_confidence: z.number(),
  confidence: z.number(),
  keywords_found: z.array(z.string()),
  /** Empty where the query is not made of the words. */
  chips: z.array(chip).default([]),
  /** What the numbers of a column are in, by its name, as code of UCUM: `us`, `By`; `1` is a fraction. */
  units: z.record(z.string(), z.string()).default({}),
  interpretation: z.string(),
  assumptions: z.array(z.string()),
  ignored: z.array(z.string()),
  alternatives: z.array(alternative),
  /** `built-in` for the interpreter, else the model's name. */
  model_used: z.string(),
  /** Whether the catalog of the data took part. */
  knowledge_base_used: z.boolean(),
  model: modelUse.optional(),
};

/** A query with its reading, or why there is none and what could be asked instead. */
export const interpretResponse = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('answer'),
    ...reading,
  }),
  z.object({
    kind: z.literal('clarify'),
    message: z.string(),
    options: z.array(z.string()),
    model: modelUse.optional(),
    /** What is looked at where no one query answers. */
    bundle: bundle.optional(),
  }),
  z.object({ kind: z.literal('refuse'), message: z.string(), options: z.array(z.string()) }),
]);
export type InterpretResponse = z.infer<typeof interpretResponse>;

/** `POST /validate` of the validation service. */
export const validateRequest = z.object({ query: z.string().max(QUERY_CHARS_MAX) });
export type ValidateRequest = z.infer<typeof validateRequest>;

const finding = z.object({
  code: z.string(),
  message: z.string(),
  start: z.number(),
  end: z.number(),
  fix: z.object({ title: z.string(), query: z.string() }).optional(),
});

/** What the checker says of a query. Offsets of findings are UTF-16 units of its text. */
export const validation = z.object({
  is_valid: z.boolean(),
  /** 0 to 1, from the checker's findings. */
  syntax_score: z.number(),
  /** 0 to 100, from the tree; 0 for a query with errors, which has none to measure. */
  complexity_score: z.number(),
  warnings: z.array(finding),
  errors: z.array(finding),
  /** What would mend or improve the query, in words. */
  suggestions: z.array(z.string()),
  /** Whole queries that say the same better. */
  enhancements: z.array(z.object({ title: z.string(), query: z.string() })),
  processing_time_ms: z.number(),
});
export type Validation = z.infer<typeof validation>;

/** `POST /api/generate-query` of the gateway. */
export const generateQueryRequest = z.object({
  user_input: userInput,
  context: z.array(turn).max(20).optional(),
  mode: generateMode.optional(),
  execute: z.boolean().default(true),
  time_range: timeRange.optional(),
  /** The turns of a conversation are kept under this; where `context` is absent, they are the context. */
  conversation_id: conversationId.optional(),
});
export type GenerateQueryRequest = z.infer<typeof generateQueryRequest>;

const traced = {
  processing_time_ms: z.number(),
  services_called: z.array(z.string()),
  trace_id: z.string(),
  span_id: z.string(),
  is_root_span: z.boolean(),
};

/** The answer to a question that became a query. */
export const generateQueryAnswer = z.object({
  success: z.literal(true),
  kind: z.literal('answer'),
  ...reading,
  validation,
  result: queryResult.optional(),
  /** Why there is no `result` although the query was to be run. */
  execution_error: z.object({ code: z.string(), message: z.string() }).optional(),
  /** Null when the queue could not take the task; `services_called` then lacks it. */
  background_task_id: z.string().nullable(),
  ...traced,
});
export type GenerateQueryAnswer = z.infer<typeof generateQueryAnswer>;

/** The answer to a question that did not become a query: `clarify` asks which reading is meant, `refuse` gives none. */
export const generateQueryDeclined = z.object({
  success: z.literal(true),
  kind: z.enum(['clarify', 'refuse']),
  message: z.string(),
  options: z.array(z.string()),
  model: modelUse.optional(),
  /** Several looks at the data, where no one query answers; with findings where they were to be run. */
  bundle: bundle.optional(),
  ...traced,
});
export type GenerateQueryDeclined = z.infer<typeof generateQueryDeclined>;

/** `POST /api/generate-query`, 200. */
export const generateQueryResponse = z.discriminatedUnion('kind', [generateQueryAnswer, generateQueryDeclined]);
export type GenerateQueryResponse = z.infer<typeof generateQueryResponse>;
