import { z } from 'zod';

/** `degraded`: answers, but slower or poorer than it should. */
export const healthStatus = z.enum(['healthy', 'degraded', 'unhealthy']);

/** `GET /health` of every service. */
export const serviceHealth = z.object({
  status: healthStatus,
  service: z.string(),
  version: z.string(),
  uptime_s: z.number(),
  checks: z.record(z.string(), z.object({ status: healthStatus, error: z.string().optional() })),
  /** The process id: `clearspan status` reads its memory by it. */
  pid: z.number(),
  timestamp: z.string(),
});
export type ServiceHealth = z.infer<typeof serviceHealth>;

/** `GET /usage` of the external API service: what models took since it started, as their endpoints reported it. */
export const modelUsage = z.object({
  input_tokens: z.number(),
  output_tokens: z.number(),
  requests: z.number(),
  /** By the configured prices; null where none is configured. */
  cost_usd: z.number().nullable().optional(),
  /** What counts against the budgets of this day (UTC), with their limits; null is no limit. Unreported tokens are estimated. */
  today: z
    .object({
      tokens: z.number(),
      cost_usd: z.number(),
      tokens_max: z.number().nullable(),
      cost_usd_max: z.number().nullable(),
    })
    .optional(),
});
export type ModelUsage = z.infer<typeof modelUsage>;

/** `GET /api/health` of the gateway. */
export const systemHealth = z.object({
  status: healthStatus,
  service: z.string(),
  version: z.string(),
  uptime_s: z.number(),
  stats: z.record(z.string(), z.number()),
  downstream_services: z.record(
    z.string(),
    z.object({ status: healthStatus, response_time_ms: z.number(), error: z.string().optional() }),
  ),
  timestamp: z.string(),
});
export type SystemHealth = z.infer<typeof systemHealth>;
