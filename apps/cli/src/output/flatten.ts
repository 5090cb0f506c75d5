import type { ResultColumn, ResultRow } from '@clearspan/contracts';

/** A table of values as they are: how they are written is the printer's decision. */
export interface FlatTable {
  readonly columns: readonly { readonly name: string; readonly numeric: boolean }[];
  readonly rows: readonly (readonly unknown[])[];
}

/** Columns at most; a row with more keys is told so instead of filling the screen. */
export const TABLE_COLUMNS_MAX = 200;

type Tree = Readonly<Record<string, unknown>>;

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A key that would read as two, or as none, is quoted as DataPrime quotes it. */
const step = (key: string): string =>
  /^[A-Za-z_@][\w@-]*$/.test(key) ? `.${key}` : `['${key.replaceAll("'", "\\'")}']`;

const leaves = function* (value: unknown, name: string): Generator<readonly [string, unknown]> {
  if (!isTree(value) || Object.keys(value).length === 0) {
    yield [name, value];
    return;
  }
  for (const [key, inner] of Object.entries(value)) yield* leaves(inner, `${name}${step(key)}`);
};

/** A column of a projected result reads as its alias; one of a whole record as its full keypath. */
const shorten = (names: readonly string[]): Map<string, string> => {
  const short = new Map(names.map((name) => [name, name.replace(/^\$[dml]\./, '')]));
  const clash = new Set([...short.values()].filter((s, i, all) => all.indexOf(s) !== i));
  for (const [name, s] of short) if (clash.has(s)) short.set(name, name);
  return short;
};

/** The value at a column's path in a row. */
export const valueAt = (row: ResultRow, path: readonly string[]): unknown => {
  let at: unknown = row;
  for (const key of path) {
    if (!isTree(at)) return undefined;
    at = at[key];
  }
  return at;
};

const isScalarColumn = (column: ResultColumn): boolean => column.type !== 'object' && column.path.length > 1;

const flattenScalars = (columns: readonly ResultColumn[], rows: readonly ResultRow[]): FlatTable => ({
  columns: columns.map((c) => ({ name: c.name, numeric: c.type === 'number' || c.type === 'interval' })),
  rows: rows.map((row) => columns.map((c) => valueAt(row, c.path))),
});

/** Whole records: one column per leaf that any row has, in the order they are met. */
const flattenTrees = (rows: readonly ResultRow[], leaveOut: ReadonlySet<string>): FlatTable => {
  const flat = rows.map(
    (row) => new Map((['$m', '$l', '$d'] as const).flatMap((r) => (row[r] ? [...leaves(row[r], r)] : []))),
  );
  const names = [...new Set(flat.flatMap((cells) => [...cells.keys()]))]
    .filter((name) => !leaveOut.has(name))
    .slice(0, TABLE_COLUMNS_MAX);
  const short = shorten(names);
  return {
    columns: names.map((name) => ({
      name: short.get(name) ?? name,
      numeric: flat.every((cells) => !cells.has(name) || typeof cells.get(name) === 'number'),
    })),
    rows: flat.map((cells) => names.map((name) => cells.get(name))),
  };
};

const NOTHING: ReadonlySet<string> = new Set();

/**
 * Rows of trees as a table: by the result's columns where they are values, by the rows' leaves where they are trees.
 * `leaveOut` names leaves of whole records that are not wanted; a column that was asked for always stays.
 */
export const flatten = (
  columns: readonly ResultColumn[],
  rows: readonly ResultRow[],
  leaveOut: ReadonlySet<string> = NOTHING,
): FlatTable =>
  columns.length > 0 && columns.every(isScalarColumn) ? flattenScalars(columns, rows) : flattenTrees(rows, leaveOut);
