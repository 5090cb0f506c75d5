import { QUERY_CHARS_MAX } from '@clearspan/contracts';
import { quote } from '@clearspan/dataprime';
import { type QueryInput, rfc3339Nanos } from '@clearspan/telemetry-store';
import { z } from 'zod';
import { DEFAULT_WINDOW_NANOS } from '../query/default-window.ts';

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

const refused = (message: string): DirectRequest => ({ ok: false, message });

/** Both alphabets, with padding or without; decoding alone would skip what is neither, and read another query. */
const BASE64 = /^[\w+/-]+={0,2}$/;
const BLANKS = /\s+/g;

/** The query as text; null when it says it is base64 of UTF-8 and is not. */
const plainQuery = (query: string, syntax: string): string | null => {
  if (!syntax.endsWith('_UTF8_BASE64')) return query;
  const encoded = query.replace(BLANKS, '');
  if (!BASE64.test(encoded)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(encoded, 'base64'));
  } catch {
    return null;
  }
};

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
  const plain = plainQuery(query, written);
  if (plain === null) return refused('query: expected base64 of UTF-8 text, as metadata.syntax says');
  const text = written.includes('LUCENE') ? `lucene ${quote(plain)}` : plain;
  if (text.length > QUERY_CHARS_MAX)
    return refused(`query: expected at most ${QUERY_CHARS_MAX} characters, found ${text.length}`);
  const dataset = defaultSource?.replace(/^(?:default|frequentsearch)\//, '') || 'logs';
  if (dataset !== 'logs' && dataset !== 'spans') return refused('metadata.defaultSource: expected logs or spans');
  const now = nowDate ? rfc3339Nanos(nowDate) : nowNanos;
  const start = startDate ? rfc3339Nanos(startDate) : null;
  const end = endDate ? rfc3339Nanos(endDate) : start === null ? now : start + DEFAULT_WINDOW_NANOS;
  const from = start ?? end - DEFAULT_WINDOW_NANOS;
  if (from > end) return refused('metadata.endDate: expected a time not before metadata.startDate');
  return {
    ok: true,
    input: {
      text,
      nowNanos: now,
      timeRange: { fromNanos: from, toNanos: end },
      limit: limit ?? null,
      strictFields: strictFieldsValidation ?? false,
      defaultDataset: dataset,
    },
  };
};
