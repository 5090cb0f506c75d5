import { z } from 'zod';
import { windowQuery } from './window.ts';

const NAME_CHARS_MAX = 1_024;
const METRICS_MAX = 1_000;
const SERIES_MAX = 200;
const CONDITIONS_MAX = 20;
const BY_MAX = 10;
const STEP_S_MAX = 86_400;

export const metricType = z.enum(['gauge', 'sum', 'histogram', 'exp_histogram', 'summary']);
export type MetricType = z.infer<typeof metricType>;

export const temporality = z.enum(['unspecified', 'delta', 'cumulative']);
export type Temporality = z.infer<typeof temporality>;

/** Query string of `GET /api/metrics`. */
export const metricsQuery = z.object({
  service: z.string().max(NAME_CHARS_MAX).optional(),
  /** A part of the name, in any case. */
  name: z.string().max(NAME_CHARS_MAX).optional(),
  limit: z.coerce.number().int().min(1).max(METRICS_MAX).default(200),
});
export type MetricsQuery = z.infer<typeof metricsQuery>;

/** A metric as it is sent: one name sent in two ways is two of these. */
export const metricEntry = z.object({
  name: z.string(),
  type: metricType,
  unit: z.string(),
  description: z.string(),
  /** Of sums and histograms; null for others. */
  temporality: temporality.nullable(),
  /** Of sums; null for others. */
  monotonic: z.boolean().nullable(),
  series: z.number(),
  services: z.array(z.string()),
  /** What tells series apart: `values` are some of `distinct` ones. */
  labels: z.array(z.object({ key: z.string(), values: z.array(z.string()), distinct: z.number() })),
  /** ISO 8601, of the newest point; null when none is held any more. */
  newest: z.string().nullable(),
});
export type MetricEntry = z.infer<typeof metricEntry>;

/** `GET /api/metrics`, 200: by name. */
export const metricsResponse = z.object({
  metrics: z.array(metricEntry),
  /** True when there are more. */
  truncated: z.boolean(),
});
export type MetricsResponse = z.infer<typeof metricsResponse>;

/** What is computed of the points of a step. Which of them fit depends on the type. */
export const metricFunction = z.enum([
  'last',
  'avg',
  'min',
  'max',
  'sum',
  'rate',
  'increase',
  'p50',
  'p75',
  'p90',
  'p95',
  'p99',
  'quantile',
]);
export type MetricFunction = z.infer<typeof metricFunction>;

/** What a query string has none, one or several of. */
const repeated = <T extends z.ZodType>(item: T, max: number) =>
  z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(item).max(max));

/** Query string of `GET /api/metrics/query`. A key is that of a label, or `resource.` and that of the resource's attribute. */
export const metricQuery = windowQuery
  .safeExtend({
    metric: z.string().min(1).max(NAME_CHARS_MAX),
    service: z.string().max(NAME_CHARS_MAX).optional(),
    /** Where the name is sent as several. */
    type: metricType.optional(),
    unit: z.string().max(NAME_CHARS_MAX).optional(),
    /** `key=value`: all keys must have one of the values given for them. */
    where: repeated(
      z
        .string()
        .max(2 * NAME_CHARS_MAX)
        .regex(/^[^=]+=/, 'expected `key=value`'),
      CONDITIONS_MAX,
    ),
    /** Keys that a series of the answer has one value each of. */
    by: repeated(z.string().min(1).max(NAME_CHARS_MAX), BY_MAX),
    /** The usual one of the type where missing. */
    function: metricFunction.optional(),
    /** Of the function `quantile`, which it stands for when there is none. */
    quantile: z.coerce.number().min(0).max(1).optional(),
    /** Seconds; fitting the window where missing. */
    step_s: z.coerce.number().int().min(1).max(STEP_S_MAX).optional(),
    /** Series at most. */
    limit: z.coerce.number().int().min(1).max(SERIES_MAX).default(20),
    exemplars: z.stringbool({ truthy: ['true'], falsy: ['false'] }).default(false),
  })
  .refine(({ function: name, quantile }) => name !== 'quantile' || quantile !== undefined, {
    path: ['quantile'],
    message: 'expected a number from 0 to 1 for the function quantile, found none',
  })
  .refine(({ function: name, quantile }) => name === undefined || name === 'quantile' || quantile === undefined, {
    path: ['quantile'],
    message: 'expected no quantile beside another function',
  });
export type MetricQuery = z.infer<typeof metricQuery>;

const labels = z.record(z.string(), z.string());

export const metricValues = z.object({
  /** Of the keys asked for; empty where a key is absent. */
  labels,
  /** `time` is the begin of a step; `value` is null where the step has none. */
  points: z.array(z.object({ time: z.string(), value: z.number().nullable() })),
});
export type MetricValues = z.infer<typeof metricValues>;

export const metricExemplar = z.object({
  time: z.string(),
  value: z.number(),
  trace_id: z.string().nullable(),
  span_id: z.string().nullable(),
  /** Those of the series and those of the measurement. */
  labels,
});
export type MetricExemplar = z.infer<typeof metricExemplar>;

/** `GET /api/metrics/query`, 200. */
export const metricResponse = z.object({
  metric: z.string(),
  type: metricType,
  /** Of the metric. That of a rate is this a second. */
  unit: z.string(),
  function: metricFunction,
  /** Of quantiles. */
  quantile: z.number().optional(),
  from: z.string(),
  to: z.string(),
  step_s: z.number(),
  series: z.array(metricValues),
  /** True when there are more series. */
  truncated: z.boolean(),
  /** Where they were asked for. */
  exemplars: z.array(metricExemplar).optional(),
});
export type MetricResponse = z.infer<typeof metricResponse>;
