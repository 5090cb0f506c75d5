import type { TraceSearchQuery } from '@clearspan/contracts';
import { quote } from '@clearspan/dataprime';
import { z } from 'zod';
import { heldWindow, type Window } from '../window.ts';

const TRACES_MAX = 500;
const TAGS_CHARS_MAX = 16_384;
const MICROS_PER_MS = 1000;
const LOOKBACK_DEFAULT_MS = 3_600_000;

const tagTexts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]).transform(String));
const micros = z.coerce.number().int().min(0);

/** Query string of Jaeger's `GET /api/traces`: times in microseconds, durations as `1.2ms`. */
export const jaegerSearchQuery = z.object({
  service: z.string().optional(),
  operation: z.string().optional(),
  /** A JSON object of texts. */
  tags: z.string().max(TAGS_CHARS_MAX).optional(),
  /** `key:value`; more than one may be given. */
  tag: z.union([z.string(), z.array(z.string())]).optional(),
  minDuration: z.string().optional(),
  maxDuration: z.string().optional(),
  limit: z.coerce.number().int().min(0).optional(),
  start: micros.optional(),
  end: micros.optional(),
  traceID: z.union([z.string(), z.array(z.string())]).optional(),
});
export type JaegerSearchQuery = z.infer<typeof jaegerSearchQuery>;

export type JaegerSearch =
  | { readonly ok: true; readonly search: TraceSearchQuery; readonly window: Window }
  | { readonly ok: false; readonly message: string };

const MICROS_OF: Readonly<Record<string, number>> = {
  ns: 0.001,
  us: 1,
  µs: 1,
  μs: 1,
  ms: 1e3,
  s: 1e6,
  m: 6e7,
  h: 3.6e9,
};
const PART = /(\d+(?:\.\d+)?)(ns|us|µs|μs|ms|s|m|h)/y;

/** A duration of Go, such as `1m2.5s`; null for what is none. */
const durationUs = (text: string): number | null => {
  let total = 0;
  PART.lastIndex = 0;
  while (PART.lastIndex < text.length) {
    const part = PART.exec(text);
    if (part === null) return null;
    total += Number(part[1]) * (MICROS_OF[part[2] ?? ''] ?? 0);
  }
  return text === '' ? null : total;
};

const jsonTags = (text: string): Readonly<Record<string, string>> | null => {
  try {
    const read = tagTexts.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
};

/** Tags are looked for on the span and on its resource; `error` is its status. */
const tagCondition = ([key, value]: readonly [string, string]): string => {
  if (key === 'error' && (value === 'true' || value === 'false'))
    return `$m.statusCode ${value === 'true' ? '==' : '!='} 'ERROR'`;
  if (key === 'span.kind') return `$m.kind == ${quote(value.toUpperCase())}`;
  const at = `[${quote(key)}]`;
  return `(tags${at} == ${quote(value)} || process.tags${at} == ${quote(value)})`;
};

const listOf = (given: string | readonly string[] | undefined): readonly string[] =>
  given === undefined ? [] : typeof given === 'string' ? [given] : given;

/** Reads what Jaeger's page and Grafana ask. An operation of `all`, and what is empty, asks for nothing. */
export const readSearch = (asked: JaegerSearchQuery, nowMs: number): JaegerSearch => {
  const durations = { min: asked.minDuration, max: asked.maxDuration };
  const read: { min?: number; max?: number } = {};
  for (const [name, text] of Object.entries(durations)) {
    if (text === undefined || text === '') continue;
    const us = durationUs(text);
    if (us === null) return { ok: false, message: `expected a duration such as 1.2s, found ${JSON.stringify(text)}` };
    read[name as 'min' | 'max'] = us;
  }
  const tags = asked.tags === undefined || asked.tags === '' ? {} : jsonTags(asked.tags);
  if (tags === null) return { ok: false, message: 'expected a JSON object of texts in `tags`' };
  const pairs = listOf(asked.tag).map((text): readonly [string, string] => {
    const colon = text.indexOf(':');
    return colon < 0 ? [text, ''] : [text.slice(0, colon), text.slice(colon + 1)];
  });
  const conditions = [...Object.entries(tags), ...pairs].map(tagCondition);
  const toMs = asked.end === undefined ? nowMs : Math.ceil(asked.end / MICROS_PER_MS);
  const fromMs = asked.start === undefined ? toMs - LOOKBACK_DEFAULT_MS : Math.floor(asked.start / MICROS_PER_MS);
  return {
    ok: true,
    window: heldWindow({ fromMs, toMs }),
    search: {
      service: asked.service === '' ? undefined : asked.service,
      operation: asked.operation === '' || asked.operation === 'all' ? undefined : asked.operation,
      min_duration_us: read.min,
      max_duration_us: read.max,
      filter: conditions.length === 0 ? undefined : conditions.join(' && '),
      order: 'newest',
      limit: Math.min(asked.limit === undefined || asked.limit === 0 ? 20 : asked.limit, TRACES_MAX),
    },
  };
};
