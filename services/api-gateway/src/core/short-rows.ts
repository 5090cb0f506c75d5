import type { ResultRow } from '@clearspan/contracts';

/** A finding quotes less than this of a text. */
const TEXT_CHARS_MAX = 300;

const short = (value: unknown): unknown => {
  if (typeof value === 'string') return value.length > TEXT_CHARS_MAX ? value.slice(0, TEXT_CHARS_MAX) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(short);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, short(inner)]));
};

/** Rows with their texts cut, so that what is handed on stays small however long a message is. */
export const shortRows = (rows: readonly ResultRow[]): ResultRow[] => rows.map((row) => short(row) as ResultRow);
