import type { QueryInput } from '@clearspan/telemetry-store';
import { z } from 'zod';
import { nanosOf } from '../query/nanos.ts';

/** A member that existing clients send as text, as a number, or as null. */
const optional = <T extends z.ZodType>(schema: T): z.ZodOptional<z.ZodNullable<T>> => schema.nullable().optional();
const time = z.iso.datetime({ offset: true, error: 'expected an RFC 3339 time' });

const SYNTAXES = [
  'QUERY_SYNTAX_UNSPECIFIED',
  'QUERY_SYNTAX_DATAPRIME',
  'QUERY_SYNTAX_DATAPRIME_UTF8_BASE64',
  'QUERY_SYNTAX_LUCENE',
  'QUERY_SYNTAX_LUCENE_UTF8_BASE64',
] as const;

/** The body of a direct query; members that are not known are ignored. */
const directRequest = z.looseObject({
  query: z.string('expected the text of a query').min(1, 'expected the text of a query'),
  metadata: optional(
    z.looseObject({
      tier: optional(z.string()),
      syntax: optional(z.enum(SYNTAXES, `expected one of ${SYNTAXES.join(', ')}`)),
      startDate: optional(time),
      endDate: optional(time),
      nowDate: optional(time),
      defaultSource: optional(z.string()),
      limit: optional(z.coerce.number('expected a number of rows').int().min(1)),
      strictFieldsValidation: optional(z.boolean()),
    }),
  ),
});

export type DirectRequest =
  | { readonly ok: true; readonly input: QueryInput }
  | { readonly ok: false; readonly message: string };

/** As long as the window a client does not name. */
const WINDOW_NANOS = 15n * 60n * 1_000_000_000n;
const QUERY_CHARS_MAX = 65_536;

const refused = (message: string): DirectRequest => ({ ok: false, message });

const plainQuery = (query: string, syntax: string): string =>
  syntax.endsWith('_UTF8_BASE64') ? Buffer.from(query, 'base64').toString('utf8') : query;

/** Reads what a client of the DataPrime direct-query API sends. */
export const readDirectRequest = (body: unknown, nowNanos: bigint): DirectRequest => {
  const parsed = directRequest.safeParse(body);
  if (!parsed.success) {
    return refused(
      parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`).join('; '),
    );
  }
  const { query, metadata } = parsed.data;
  const { syntax, startDate, endDate, nowDate, defaultSource, limit, strictFieldsValidation } = metadata ?? {};
  const written = syntax ?? 'QUERY_SYNTAX_DATAPRIME';
  if (written.includes('LUCENE')) return refused('metadata.syntax: Lucene queries are not supported yet');
  const text = plainQuery(query, written);
  if (text.length > QUERY_CHARS_MAX)
    return refused(`query: expected at most ${QUERY_CHARS_MAX} characters, found ${text.length}`);
  const dataset = defaultSource?.replace(/^(?:default|frequentsearch)\//, '') || 'logs';
  if (dataset !== 'logs' && dataset !== 'spans') return refused('metadata.defaultSource: expected logs or spans');
  const now = nowDate ? nanosOf(nowDate) : nowNanos;
  const start = startDate ? nanosOf(startDate) : null;
  const end = endDate ? nanosOf(endDate) : start === null ? now : start + WINDOW_NANOS;
  return {
    ok: true,
    input: {
      text,
      nowNanos: now,
      timeRange: { fromNanos: start ?? end - WINDOW_NANOS, toNanos: end },
      limit: limit ?? null,
      strictFields: strictFieldsValidation ?? false,
      defaultDataset: dataset,
    },
  };
};
