import { z } from 'zod';
import { metricType } from './metrics.ts';

/** What the store knows of one keypath, from the data it holds. */
export const catalogField = z.object({
  /** `m`, `l` or `d`: the tree the path starts in. */
  root: z.enum(['m', 'l', 'd']),
  /** Keys below the root, unescaped: `['tags', 'http.status_code']`. */
  path: z.array(z.string()),
  /** Types seen with their share of the records that have the key (sums to 1). */
  types: z.array(
    z.object({
      type: z.enum(['string', 'number', 'bool', 'timestamp', 'interval', 'enum', 'array', 'object']),
      share: z.number(),
    }),
  ),
  /** Share of the data set's records that have the key, 0 to 1. */
  presence: z.number(),
  /** Estimated number of distinct values. */
  distinct: z.number(),
  /** Most frequent values with counts, at most 200; empty where nearly every record has its own value. */
  values: z.array(z.object({ value: z.string(), count: z.number() })),
  /** A few values as they are, for fields whose `values` is empty. */
  examples: z.array(z.string()),
  /**
   * What texts look like, with the share of values that do, the most frequent first, at most 5: `uuid`, `hex` and its length,
   * `ipv4`, `ipv6`, `url`, `path`, `email`, `hostname`, `timestamp`, `date`, `duration`, `number`, `semver`, `enum` for a
   * choice of words; or the text with `<*>` in place of each word that holds a digit: `order-<*>`. Of text of several words
   * only the last, at most 100, and of each record. Absent where none is known.
   */
  patterns: z.array(z.object({ pattern: z.string(), share: z.number() })).optional(),
  /** For numbers: what they count, as the code of UCUM that OpenTelemetry uses: `ms`, `By`, `%`. Absent where not known. */
  unit: z.string().optional(),
  /** For numbers. */
  numbers: z.object({ min: z.number(), p50: z.number(), p95: z.number(), max: z.number() }).optional(),
  /**
   * The services whose records have it, the most frequent first, at most 20: of logs `$l.subsystemname`, of spans
   * `$l.serviceName`. Absent where nearly all records of the data set have it, or where none is known.
   */
  services: z.array(z.object({ service: z.string(), count: z.number() })).optional(),
  /** For text of several words: the most frequent lower-case tokens. */
  tokens: z.array(z.object({ token: z.string(), count: z.number() })).optional(),
});
export type CatalogField = z.infer<typeof catalogField>;

/** What the store holds of logs, or of spans. */
export const catalogDataset = z.object({
  records: z.number(),
  /** ISO 8601 times of the oldest and newest record; null when there is none. */
  oldest: z.string().nullable(),
  newest: z.string().nullable(),
  fields: z.array(catalogField),
});
export type CatalogDataset = z.infer<typeof catalogDataset>;

/** A metric as it is sent of late; `GET /api/metrics` tells more of it. */
export const catalogMetric = z.object({
  name: z.string(),
  type: metricType,
  /** As it was sent, by the code of UCUM as a rule; empty where it was sent without. */
  unit: z.string(),
  /** Keys of its labels, in order. */
  labels: z.array(z.string()),
});
export type CatalogMetric = z.infer<typeof catalogMetric>;

/** `GET /api/catalog` of the telemetry store: the schema that no one declared, read from the data. */
export const catalog = z.object({
  /** ISO 8601: when this was read from the data. */
  as_of: z.string(),
  logs: catalogDataset,
  spans: catalogDataset,
  /** By name, at most 1,000; absent where nothing is known of metrics. */
  metrics: z.array(catalogMetric).optional(),
});
export type Catalog = z.infer<typeof catalog>;
