import type { ResultColumn, ResultRow } from '@clearspan/contracts';
import { pathText } from '@clearspan/dataprime';

/** A table of values as they are: how they are written is the printer's decision. */
export interface FlatTable {
  readonly columns: readonly { readonly name: string; readonly numeric: boolean }[];
  readonly rows: readonly (readonly unknown[])[];
}

/** Columns at most: what is beyond is left out of tables and CSV, and is there in NDJSON. */
const COLUMNS_MAX = 500;

type Tree = Readonly<Record<string, unknown>>;
type Path = readonly string[];

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value at a column's path in a row. */
const valueAt = (row: ResultRow, path: Path): unknown => {
  let at: unknown = row;
  for (const key of path) {
    if (!isTree(at) || !Object.hasOwn(at, key)) return undefined;
    at = at[key];
  }
  return at;
};

/** Paths of the values below a path, itself when it holds a value; an absent value has none. */
const leafPaths = function* (value: unknown, path: Path): Generator<Path> {
  if (value === undefined || value === null) return;
  if (!isTree(value) || Object.keys(value).length === 0) {
    yield path;
    return;
  }
  for (const [key, inner] of Object.entries(value)) yield* leafPaths(inner, [...path, key]);
};

/** One column, or one for each leaf that any row has below it; a column without any value stays as it is. */
const expand = (path: Path, rows: readonly ResultRow[]): readonly Path[] => {
  const found = new Map<string, Path>();
  for (const row of rows) for (const leaf of leafPaths(valueAt(row, path), path)) found.set(JSON.stringify(leaf), leaf);
  return found.size > 0 || path.length === 1 ? [...found.values()] : [path];
};

const nameOf = ([root = '$d', ...path]: Path): string => pathText(root.slice(1) as 'm' | 'l' | 'd', path);

const ROOTS: readonly Path[] = [['$m'], ['$l'], ['$d']];

/**
 * Rows of trees as a table, in the order of the result's columns. A column that holds objects becomes one column for
 * each of their leaves. `leaveOut` names leaves of whole records that are not wanted; what was asked for by name stays.
 */
export const flatten = (
  columns: readonly ResultColumn[],
  rows: readonly ResultRow[],
  leaveOut: ReadonlySet<string> = new Set(),
): FlatTable => {
  const isWhole = columns.length === 0 || columns.some((c) => c.path.length === 1);
  const asked = isWhole ? ROOTS : columns.map((c) => c.path);
  const paths = new Map(asked.flatMap((path) => expand(path, rows)).map((path) => [nameOf(path), path] as const));
  const kept = [...paths].filter(([name]) => !isWhole || !leaveOut.has(name)).slice(0, COLUMNS_MAX);
  const cells = rows.map((row) => kept.map(([, path]) => valueAt(row, path)));
  const isNumeric = (column: number): boolean => {
    const values = cells.map((row) => row[column]).filter((v) => v !== undefined && v !== null);
    return values.length > 0 && values.every((v) => typeof v === 'number');
  };
  return { columns: kept.map(([name], i) => ({ name, numeric: isNumeric(i) })), rows: cells };
};
