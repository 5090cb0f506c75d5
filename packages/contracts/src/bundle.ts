import { z } from 'zod';
import { QUERY_CHARS_MAX, queryResult } from './telemetry.ts';

/** Parts of a bundle at most: each of them is a query. */
export const BUNDLE_PARTS_MAX = 12;

const period = z.object({ from: z.iso.datetime(), to: z.iso.datetime() });

const cell = z.union([z.string(), z.number(), z.null()]);

/** What one part says: a sentence with its numbers, and the rows behind it, those that differ most first. */
export const bundleFinding = z.object({
  sentence: z.string(),
  /** False where nothing differs by more than chance and a small effect explain, or there is too little data to tell. */
  stands_out: z.boolean(),
  columns: z.array(z.string()),
  rows: z.array(z.array(cell)),
  /** What the rows are ranked by, and what it takes to stand out. */
  statistic: z.string().optional(),
  trace_id: z.string().optional(),
});
export type BundleFinding = z.infer<typeof bundleFinding>;

/** One look at the data: a query, and once it was run what it found, or why it found nothing. */
export const bundlePart = z.object({
  id: z.string().max(40),
  kind: z.enum(['volume', 'errors', 'messages', 'latency', 'attributes', 'slowest']),
  dataset: z.enum(['logs', 'spans']),
  title: z.string(),
  query: z.string().max(QUERY_CHARS_MAX),
  /** Of `attributes`: which records are held against all others. */
  compared: z.enum(['slow', 'failing', 'changed']).optional(),
  /** Of `latency` and `slowest`: the unit of durations. */
  unit: z.string().optional(),
  finding: bundleFinding.optional(),
  error: z.object({ code: z.string(), message: z.string() }).optional(),
});
export type BundlePart = z.infer<typeof bundlePart>;

/** The answer to a question that is not that of one query: the same looks at a window and at the one before it. */
export const bundle = z.object({
  title: z.string(),
  symptom: z.enum(['slow', 'failing', 'changed', 'any']),
  window: period,
  /** As long as `window`, and ends where that begins. */
  previous: period,
  /** Words of the question that nothing in the data is called. */
  ignored: z.array(z.string()),
  /** What stands out, in one sentence; absent until the parts were run. */
  summary: z.string().optional(),
  parts: z.array(bundlePart).max(BUNDLE_PARTS_MAX),
});
export type Bundle = z.infer<typeof bundle>;

/** What became of the query of a part. */
export const bundleResult = z.union([
  z.object({ id: z.string(), result: queryResult }),
  z.object({ id: z.string(), error: z.object({ code: z.string(), message: z.string() }) }),
]);
export type BundleResult = z.infer<typeof bundleResult>;

/** `POST /read-bundle` of the query service. */
export const readBundleRequest = z.object({
  bundle,
  results: z.array(bundleResult).max(BUNDLE_PARTS_MAX),
});
export type ReadBundleRequest = z.infer<typeof readBundleRequest>;
