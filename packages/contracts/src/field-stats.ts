import { z } from 'zod';
import { QUERY_CHARS_MAX } from './telemetry.ts';
import { windowQuery } from './window.ts';

const PATH_CHARS_MAX = 1_024;
const VALUES_MAX = 200;

/** Query string of `GET /api/field`. */
export const fieldQuery = windowQuery.safeExtend({
  source: z.enum(['logs', 'spans']).default('logs'),
  /** A field as DataPrime writes it, such as `$d.status` or `tags['http.route']`. */
  path: z.string().min(1).max(PATH_CHARS_MAX),
  /** A condition in DataPrime over the record. */
  filter: z.string().min(1).max(QUERY_CHARS_MAX).optional(),
  /** Values at most. */
  limit: z.coerce.number().int().min(1).max(VALUES_MAX).default(20),
});
export type FieldQuery = z.infer<typeof fieldQuery>;

/** `GET /api/field`, 200: what a field has in the records of a window. */
export const fieldStats = z.object({
  from: z.string(),
  to: z.string(),
  path: z.string(),
  records: z.number(),
  /** Records that have the field. */
  present: z.number(),
  /** Different values, estimated. */
  distinct: z.number(),
  /** The most frequent values. */
  values: z.array(z.object({ value: z.unknown(), count: z.number() })),
  /** Of values that are numbers or read as such; null when there are none. */
  numbers: z
    .object({
      count: z.number(),
      min: z.number(),
      max: z.number(),
      avg: z.number(),
      p50: z.number(),
      p95: z.number(),
      p99: z.number(),
    })
    .nullable(),
});
export type FieldStats = z.infer<typeof fieldStats>;
