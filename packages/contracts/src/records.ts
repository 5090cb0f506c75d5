import { z } from 'zod';
import { turn, USER_INPUT_CHARS_MAX, validation } from './generate.ts';
import { learnedItem } from './learned.ts';
import { processQueryPayload } from './queue.ts';
import { QUERY_CHARS_MAX } from './telemetry.ts';

/** `POST /api/feedback` of the gateway and `POST /feedback` of the storage service. */
export const feedbackRequest = z.object({
  user_input: z.string().min(1).max(USER_INPUT_CHARS_MAX),
  /** Empty where the question got no query and one is given as `corrected_query`. */
  generated_query: z.string().max(QUERY_CHARS_MAX),
  rating: z.int().min(1).max(5),
  comment: z.string().max(4_000).optional(),
  trace_id: z
    .string()
    .regex(/^[0-9a-f]{32}$/, 'expected 32 lower-case hex digits')
    .optional(),
  corrected_query: z.string().max(QUERY_CHARS_MAX).optional(),
  metadata: z.record(z.string(), z.unknown()).optional(),
});
export type FeedbackRequest = z.infer<typeof feedbackRequest>;

/** Answer of the storage service; the gateway adds `success`, `trace_id` and `span_id`. */
export const feedbackStored = z.object({ feedback_id: z.string(), stored_at: z.string() });
export type FeedbackStored = z.infer<typeof feedbackStored>;

/** `POST /api/feedback`, 201. */
export const feedbackResponse = z.object({
  success: z.literal(true),
  ...feedbackStored.shape,
  /** What was learned from it. */
  learned: z.array(learnedItem),
  /** Why nothing was; null where something was. */
  not_learned: z.string().nullable(),
  trace_id: z.string(),
  span_id: z.string(),
});
export type FeedbackResponse = z.infer<typeof feedbackResponse>;

/** `GET /api/feedback/stats`. A rating of 4 or 5 is positive, 1 or 2 negative. */
export const feedbackStats = z.object({
  total_feedback: z.number(),
  positive_feedback: z.number(),
  negative_feedback: z.number(),
  /** positive / total, 0 to 1; null when there is none. */
  satisfaction_rate: z.number().nullable(),
  recent_feedback: z.array(
    z.object({
      feedback_id: z.string(),
      user_input: z.string(),
      generated_query: z.string(),
      rating: z.number(),
      comment: z.string().nullable(),
      trace_id: z.string().nullable(),
      stored_at: z.string(),
    }),
  ),
});
export type FeedbackStats = z.infer<typeof feedbackStats>;

/** How much work a query is. */
export const complexity = z.object({
  level: z.enum(['low', 'medium', 'high']),
  /** 0 to 100. */
  score: z.number(),
  /** What made it so: each part with its points. */
  parts: z.array(z.object({ what: z.string(), points: z.number() })),
});
export type Complexity = z.infer<typeof complexity>;

/** One thing worth knowing about a question's answer, with the figures it rests on. */
export const insight = z.object({
  kind: z.enum(['performance', 'result', 'quality', 'cost']),
  message: z.string(),
  /** Set when something can be done. */
  recommendation: z.string().optional(),
});
export type Insight = z.infer<typeof insight>;

/** The answer's rows in a form that can be drawn; `none` when there is nothing to draw. */
export const transformed = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('ranking'),
    label: z.string(),
    value: z.string(),
    points: z.array(z.object({ label: z.string(), value: z.number() })),
  }),
  z.object({
    kind: z.literal('series'),
    time: z.string(),
    value: z.string(),
    points: z.array(z.object({ time: z.string(), value: z.number() })),
  }),
  z.object({ kind: z.literal('scalar'), name: z.string(), value: z.number() }),
  z.object({ kind: z.literal('none'), reason: z.string() }),
]);
export type Transformed = z.infer<typeof transformed>;

/** `PUT /processing/:task_id` of the storage service: storing twice is storing once. */
export const processingRecord = z.object({
  user_input: z.string(),
  query: z.string(),
  trace_id: z.string(),
  complexity,
  insights: z.array(insight),
  transformed,
});
export type ProcessingRecord = z.infer<typeof processingRecord>;

/** `created` is false when a record of the task was there and has been replaced. */
export const processingStored = z.object({ record_id: z.string(), stored_at: z.string(), created: z.boolean() });
export type ProcessingStored = z.infer<typeof processingStored>;

/** `GET /processing/:task_id` of the storage service. */
export const storedProcessing = z.object({
  task_id: z.string(),
  record_id: z.string(),
  stored_at: z.string(),
  ...processingRecord.shape,
});
export type StoredProcessing = z.infer<typeof storedProcessing>;

/** `GET /api/insights/:task_id`. */
export const insightsResponse = z.object({
  task_id: z.string(),
  status: z.string(),
  complexity: complexity.optional(),
  insights: z.array(insight).optional(),
  transformed: transformed.optional(),
  stored_at: z.string().optional(),
  error: z.string().optional(),
});
export type InsightsResponse = z.infer<typeof insightsResponse>;

/** `POST /history` of the storage service: the gateway records each answered question. */
export const historyEntry = z.object({
  user_input: z.string(),
  query: z.string(),
  intent: z.string(),
  validation,
  row_count: z.number().nullable(),
  execution_time_ms: z.number().nullable(),
  trace_id: z.string(),
  task_id: z.string().nullable(),
  conversation_id: z.string().nullable().optional(),
  /** Who asked. */
  asked_by: z.string().nullable().optional(),
});
export type HistoryEntry = z.infer<typeof historyEntry>;

/** `POST /history`, 201. */
export const storedHistory = z.object({ id: z.string(), asked_at: z.string() });
export type StoredHistory = z.infer<typeof storedHistory>;

/** A past question with what was found and how it was rated, null where there is neither yet. */
export const historyItem = z.object({
  ...storedHistory.shape,
  ...historyEntry.shape,
  insights: z.array(insight).nullable(),
  feedback: z.object({ rating: z.number(), comment: z.string().nullable() }).nullable(),
});
export type HistoryItem = z.infer<typeof historyItem>;

/** `GET /api/history?limit&cursor`, newest first. */
export const historyPage = z.object({ items: z.array(historyItem), next_cursor: z.string().nullable() });
export type HistoryPage = z.infer<typeof historyPage>;

/** `GET /history/turns` of the storage service: the newest of a conversation, oldest first. */
export const historyTurns = z.object({ turns: z.array(turn) });
export type HistoryTurns = z.infer<typeof historyTurns>;

/** `GET /counts` of the storage service. */
export const recordCounts = z.object({ feedback: z.number(), processing: z.number(), history: z.number() });
export type RecordCounts = z.infer<typeof recordCounts>;

/** `POST /process` of the processing service: what is found is stored under the id of the task. */
export const processRequest = z.object({ task_id: z.string().min(1).max(100), payload: processQueryPayload });
export type ProcessRequest = z.infer<typeof processRequest>;

/** What was found, and where it was stored. */
export const processResponse = z.object({
  record_id: z.string(),
  complexity,
  insights: z.array(insight),
  transformed,
});
export type ProcessResponse = z.infer<typeof processResponse>;
