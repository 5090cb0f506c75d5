import { z } from 'zod';

/** What stands at an end of an edge: a service that sends spans, or what spans say they call. */
export const nodeType = z.enum(['service', 'database', 'cache', 'queue', 'external']);

const figures = {
  calls: z.number(),
  errors: z.number(),
  /** `errors / calls`, 0 to 1. */
  error_rate: z.number(),
  /** Microseconds; null without calls. */
  avg_us: z.number().nullable(),
  max_us: z.number().nullable(),
};

export const mapNode = z.object({
  name: z.string(),
  type: nodeType,
  /** The product, such as `postgresql`; null for services and where it is not known. */
  system: z.string().nullable(),
  /** Of services: what they were asked (server and consumer spans). Of others: what was asked of them. */
  ...figures,
  /** Of services alone. */
  p50_us: z.number().nullable(),
  p95_us: z.number().nullable(),
  p99_us: z.number().nullable(),
});
export type MapNode = z.infer<typeof mapNode>;

export const mapEdge = z.object({
  source: z.string(),
  source_type: nodeType,
  target: z.string(),
  target_type: nodeType,
  ...figures,
});
export type MapEdge = z.infer<typeof mapEdge>;

/** `GET /api/service-map`: who calls whom in a window of whole minutes. */
export const serviceMap = z.object({
  from: z.string(),
  to: z.string(),
  nodes: z.array(mapNode),
  edges: z.array(mapEdge),
  /** Minutes of the window whose newest spans are not in `edges` yet. */
  pending_minutes: z.number(),
  /** True when there were more edges than the limit; those of the most calls are here. */
  truncated: z.boolean(),
});
export type ServiceMap = z.infer<typeof serviceMap>;
