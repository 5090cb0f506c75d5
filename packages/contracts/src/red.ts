import { z } from 'zod';
import { windowQuery } from './window.ts';

const NAME_CHARS_MAX = 1_024;
const SERIES_MAX = 200;
const STEP_S_MAX = 86_400;

/** Which spans count: `entry` are those of what a service was asked, server and consumer spans. */
export const redKind = z.enum(['entry', 'all', 'internal', 'server', 'client', 'producer', 'consumer']);
export type RedKind = z.infer<typeof redKind>;

/** Query string of `GET /api/red`. */
export const redQuery = windowQuery.safeExtend({
  service: z.string().max(NAME_CHARS_MAX).optional(),
  operation: z.string().max(NAME_CHARS_MAX).optional(),
  kind: redKind.default('entry'),
  by: z.enum(['service', 'operation']).optional(),
  /** Seconds, whole minutes; fitting the window where missing. */
  step_s: z.coerce.number().int().min(60).max(STEP_S_MAX).multipleOf(60).optional(),
  /** Series at most, those of the most calls. */
  limit: z.coerce.number().int().min(1).max(SERIES_MAX).default(20),
});
export type RedQuery = z.infer<typeof redQuery>;

const figures = {
  calls: z.number(),
  errors: z.number(),
  /** Microseconds; null without calls. */
  avg_us: z.number().nullable(),
  max_us: z.number().nullable(),
  p50_us: z.number().nullable(),
  p90_us: z.number().nullable(),
  p95_us: z.number().nullable(),
  p99_us: z.number().nullable(),
};

export const redPoint = z.object({ time: z.string(), ...figures });
export type RedPoint = z.infer<typeof redPoint>;

export const redSeries = z.object({
  service: z.string(),
  /** Null where the series is that of the whole service. */
  operation: z.string().nullable(),
  ...figures,
  error_rate: z.number(),
  /** Calls a second over the window. */
  rate: z.number(),
  points: z.array(redPoint),
});
export type RedSeries = z.infer<typeof redSeries>;

/** `GET /api/red`, 200: rate, errors and durations over whole minutes, the series of the most calls first. */
export const redResponse = z.object({
  from: z.string(),
  to: z.string(),
  step_s: z.number(),
  series: z.array(redSeries),
  /** True when there are more series. */
  truncated: z.boolean(),
});
export type RedResponse = z.infer<typeof redResponse>;
