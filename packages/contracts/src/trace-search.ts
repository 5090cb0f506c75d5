import { z } from 'zod';
import { QUERY_CHARS_MAX } from './telemetry.ts';
import { windowQuery } from './window.ts';

const NAME_CHARS_MAX = 1_024;
const TRACES_MAX = 500;
const micros = z.coerce.number().min(0);

/** Query string of `GET /api/traces`: traces with a span that all of it holds for. */
export const traceSearchQuery = windowQuery.safeExtend({
  service: z.string().max(NAME_CHARS_MAX).optional(),
  operation: z.string().max(NAME_CHARS_MAX).optional(),
  status: z.enum(['unset', 'ok', 'error']).optional(),
  min_duration_us: micros.optional(),
  max_duration_us: micros.optional(),
  /** A condition in DataPrime over the span, such as `tags['http.route'] == '/cart'`. */
  filter: z.string().min(1).max(QUERY_CHARS_MAX).optional(),
  order: z.enum(['newest', 'slowest']).default('newest'),
  limit: z.coerce.number().int().min(1).max(TRACES_MAX).default(20),
});
export type TraceSearchQuery = z.infer<typeof traceSearchQuery>;

/** A trace in a list. Its figures are of the whole trace, but for what the search says of its own spans. */
export const traceSummary = z.object({
  trace_id: z.string(),
  /** Of the span without a parent; null when it has not come. */
  root_service: z.string().nullable(),
  root_operation: z.string().nullable(),
  /** ISO 8601 with nanoseconds, of the first span. */
  start: z.string(),
  /** From the first span's start to the last span's end. */
  duration_us: z.number(),
  spans: z.number(),
  errors: z.number(),
  services: z.array(z.string()),
  /** Spans that the search found in it, and the longest of them. */
  matched_spans: z.number(),
  longest_match_us: z.number(),
});
export type TraceSummary = z.infer<typeof traceSummary>;

/** `GET /api/traces`, 200. */
export const traceSearch = z.object({
  from: z.string(),
  to: z.string(),
  traces: z.array(traceSummary),
  /** True when there are more. */
  truncated: z.boolean(),
});
export type TraceSearch = z.infer<typeof traceSearch>;
