import { z } from 'zod';
import { QUERY_CHARS_MAX } from './telemetry.ts';
import { windowQuery } from './window.ts';

const PATTERNS_MAX = 500;

/** Query string of `GET /api/patterns`. */
export const patternsQuery = windowQuery.safeExtend({
  /** A condition in DataPrime over the log record. */
  filter: z.string().min(1).max(QUERY_CHARS_MAX).optional(),
  limit: z.coerce.number().int().min(1).max(PATTERNS_MAX).default(50),
});
export type PatternsQuery = z.infer<typeof patternsQuery>;

/** Log records whose texts are alike. */
export const logPattern = z.object({
  /** The text, with `<*>` for what differs. */
  pattern: z.string(),
  count: z.number(),
  /** Of all records with a text, 0 to 1. */
  share: z.number(),
  first: z.string(),
  last: z.string(),
  /** Records by subsystem and by severity, most first. */
  subsystems: z.array(z.object({ name: z.string().nullable(), count: z.number() })),
  severities: z.array(z.object({ name: z.string().nullable(), count: z.number() })),
  /** Some of the texts as they are. */
  examples: z.array(z.string()),
  /** `$m.templateid` of its records, the most frequent first. */
  template_ids: z.array(z.string()),
});
export type LogPattern = z.infer<typeof logPattern>;

/** `GET /api/patterns`, 200: patterns of the most records first. */
export const patternsResponse = z.object({
  from: z.string(),
  to: z.string(),
  /** Records with a text. */
  records: z.number(),
  patterns: z.array(logPattern),
  /** True when there are more patterns, or there were too many texts to look at them all. */
  truncated: z.boolean(),
});
export type PatternsResponse = z.infer<typeof patternsResponse>;
