type Cell = string | number | boolean | null;

/** A row as the store sends it. */
export interface Row {
  readonly $m?: Readonly<Record<string, unknown>> | undefined;
  readonly $l?: Readonly<Record<string, unknown>> | undefined;
  readonly $d?: Readonly<Record<string, unknown>> | undefined;
}

const RELATIVE_ERROR = 1e-6;

const cellsOf = (value: unknown): readonly Cell[] => {
  if (value === null || value === undefined) return [null];
  if (Array.isArray(value)) return [JSON.stringify(value)];
  if (typeof value === 'object') return Object.values(value).flatMap(cellsOf);
  return [value as Cell];
};

/** Records are told by their ids, whatever is shown of them. */
const idOf = ({ $m, $d }: Row): string | null => {
  const id = $m?.logid ?? $d?.spanID;
  return typeof id === 'string' ? id : null;
};

const asNumber = (cell: Cell): Cell =>
  typeof cell === 'string' && cell.trim() !== '' && !Number.isNaN(Number(cell)) ? Number(cell) : cell;

const isNear = (a: number, b: number): boolean =>
  Math.abs(a - b) <= RELATIVE_ERROR * Math.max(1, Math.abs(a), Math.abs(b));

/** Numbers are equal but for rounding; a share may be a percentage. */
const isSameCell = (one: Cell, other: Cell): boolean => {
  const a = asNumber(one);
  const b = asNumber(other);
  if (typeof a !== 'number' || typeof b !== 'number') return a === b;
  return isNear(a, b) || (a > 0 && a < 1 && isNear(a * 100, b)) || (b > 0 && b < 1 && isNear(a, b * 100));
};

/** Whether a row says all that another says, and perhaps more. */
const says = (row: readonly Cell[], other: readonly Cell[]): boolean => {
  const left = [...row];
  return other.every((cell) => {
    const at = left.findIndex((own) => isSameCell(cell, own));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
};

const isCovered = (rows: readonly (readonly Cell[])[], others: readonly (readonly Cell[])[]): boolean => {
  const left = [...rows];
  return others.every((other) => {
    const at = left.findIndex((row) => says(row, other));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
};

/** Rows of a group without a key say nothing of the question. */
const tableOf = (rows: readonly Row[]): readonly (readonly Cell[])[] =>
  rows.map(cellsOf).filter((cells) => cells.length === 1 || !cells.includes(null));

/** Whether two results answer alike: the order of rows, names of columns and further columns do not count. */
export const sameResult = (some: readonly Row[], others: readonly Row[]): boolean => {
  const ids = some.map(idOf);
  const otherIds = others.map(idOf);
  if (ids.length > 0 && [...ids, ...otherIds].every((id) => id !== null)) {
    const own = new Set(ids);
    return own.size === new Set(otherIds).size && otherIds.every((id) => own.has(id));
  }
  const table = tableOf(some);
  const otherTable = tableOf(others);
  if (table.length !== otherTable.length) return false;
  return isCovered(table, otherTable) || isCovered(otherTable, table);
};
