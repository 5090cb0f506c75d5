import type { ResultRow } from '@clearspan/contracts';

/** The value at a column's path in a row; undefined where the row has none. */
export const valueAt = (row: ResultRow, path: readonly string[]): unknown => {
  let at: unknown = row;
  for (const key of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = (at as Record<string, unknown>)[key];
  }
  return at;
};
