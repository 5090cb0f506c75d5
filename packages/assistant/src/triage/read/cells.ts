import type { QueryResult, ResultRow } from '@clearspan/contracts';

type Path = readonly string[];

const valueAt = (row: ResultRow, path: Path): unknown => {
  let at: unknown = row;
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return null;
    at = (at as Readonly<Record<string, unknown>>)[key];
  }
  return at ?? null;
};

const asText = (value: unknown): string | null => {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? null);
};
const asCount = (value: unknown): number => {
  const number = Number(value ?? 0);
  return Number.isFinite(number) ? number : 0;
};

/** A row of a result by the names of its columns; of a column that is not there the text is null and the count 0. */
export interface Cells {
  text(column: string): string | null;
  count(column: string): number;
}

export const cellsOf = ({ columns, rows }: QueryResult): readonly Cells[] => {
  const paths = new Map(columns.map(({ name, path }) => [name, path]));
  return rows.map((row) => {
    const value = (column: string): unknown => {
      const path = paths.get(column);
      return path === undefined ? null : valueAt(row, path);
    };
    return { text: (column) => asText(value(column)), count: (column) => asCount(value(column)) };
  });
};
