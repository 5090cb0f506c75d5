import type { Execution } from './facts.ts';

type Row = Execution['sample'][number];
type Column = Execution['columns'][number];

const isTree = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const ROOTS: readonly string[] = ['$m', '$l', '$d'];

/** Where a column's path starts in a row: paths may name their tree (`$l`, `l`) or begin in `$d`. */
const startOf = (row: Row, [first = '']: readonly string[]): { readonly from: unknown; readonly taken: number } => {
  if (ROOTS.includes(first)) return { from: row[first], taken: 1 };
  if (ROOTS.includes(`$${first}`)) return { from: row[`$${first}`], taken: 1 };
  return { from: row.$d, taken: 0 };
};

/** The value of a column in a row; undefined when the row has none. */
export const cellOf = (row: Row, column: Column): unknown => {
  const { from, taken } = startOf(row, column.path);
  let here: unknown = from;
  for (const key of column.path.slice(taken)) here = isTree(here) && Object.hasOwn(here, key) ? here[key] : undefined;
  return here;
};

/** A number, also one that was written as text to keep its digits; null for anything else. */
export const numberOf = (value: unknown): number | null => {
  const number =
    typeof value === 'number' ? value : typeof value === 'string' && value !== '' ? Number(value) : Number.NaN;
  return Number.isFinite(number) ? number : null;
};

const LABEL_TYPES: ReadonlySet<string> = new Set(['string', 'enum', 'bool', 'unknown']);

/** The columns of an answer by what they can be in a picture. */
export interface ColumnRoles {
  readonly times: readonly Column[];
  readonly numbers: readonly Column[];
  readonly labels: readonly Column[];
}

export const rolesOf = (columns: readonly Column[]): ColumnRoles => ({
  times: columns.filter(({ type }) => type === 'timestamp'),
  numbers: columns.filter(({ type }) => type === 'number'),
  labels: columns.filter(({ type }) => LABEL_TYPES.has(type)),
});

const MISSING_LABEL = '(none)';

/** How a group is called: the values of its label columns. */
export const labelOf = (row: Row, labels: readonly Column[]): string =>
  labels
    .map((column) => {
      const value = cellOf(row, column);
      if (value === undefined || value === null) return MISSING_LABEL;
      return typeof value === 'string' ? value : JSON.stringify(value);
    })
    .join(' / ');
