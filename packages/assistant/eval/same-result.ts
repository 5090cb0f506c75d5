import type { QueryResult } from '@clearspan/contracts';

/** A result reduced to what is compared: the ids of records, or the cells of a table. */
export type Compared =
  | { readonly kind: 'records'; readonly ids: ReadonlySet<string> }
  | { readonly kind: 'table'; readonly rows: readonly (readonly Cell[])[] };

type Cell = string | number | boolean | null;

const cellsOf = (value: unknown): readonly Cell[] => {
  if (value === null || value === undefined) return [null];
  if (Array.isArray(value)) return [JSON.stringify(value)];
  if (typeof value === 'object') return Object.values(value).flatMap(cellsOf);
  return [value as Cell];
};

interface Row {
  readonly $m?: Readonly<Record<string, unknown>>;
  readonly $l?: Readonly<Record<string, unknown>>;
  readonly $d?: Readonly<Record<string, unknown>>;
}

const idOf = (row: Row): string | null => {
  const id = row.$m?.logid ?? row.$d?.spanID;
  return typeof id === 'string' ? id : null;
};

/** Rows of a group without a key are left out on both sides. */
export const reduce = (result: QueryResult): Compared => {
  const rows = result.rows as readonly Row[];
  const ids = rows.map(idOf);
  const [first] = rows;
  if (first !== undefined && ids.every((id) => id !== null) && Object.keys(first).length > 1) {
    return { kind: 'records', ids: new Set(ids as string[]) };
  }
  const cells = rows.map((row) => cellsOf(row)).filter((row) => row.length > 0);
  return { kind: 'table', rows: cells.filter((row) => row.length === 1 || !row.includes(null)) };
};

const relativeError = 1e-6;
const isNear = (a: number, b: number): boolean =>
  Math.abs(a - b) <= relativeError * Math.max(1, Math.abs(a), Math.abs(b));

/** Shares may be percentages; the rest is exact but for rounding. */
const sameCell = (gold: Cell, found: Cell): boolean => {
  const a = typeof gold === 'string' && gold !== '' && !Number.isNaN(Number(gold)) ? Number(gold) : gold;
  const b = typeof found === 'string' && found !== '' && !Number.isNaN(Number(found)) ? Number(found) : found;
  if (typeof a !== 'number' || typeof b !== 'number') return a === b;
  return isNear(a, b) || (a > 0 && a < 1 && isNear(a * 100, b));
};

/** Every cell of the expected row is in the found one; the found one may say more. */
const holds = (found: readonly Cell[], gold: readonly Cell[]): boolean => {
  const left = [...found];
  return gold.every((cell) => {
    // Names that the expected query gives to bins and periods are its own.
    if (typeof cell === 'string' && /^[a-e]$/.test(cell)) return true;
    const at = left.findIndex((other) => sameCell(cell, other));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
};

/** Whether two results answer alike: order, names of columns and further columns do not count. */
export const sameResult = (gold: Compared, found: Compared): boolean => {
  if (gold.kind === 'records' && found.kind === 'records') {
    return gold.ids.size === found.ids.size && [...gold.ids].every((id) => found.ids.has(id));
  }
  if (gold.kind !== 'table' || found.kind !== 'table' || gold.rows.length !== found.rows.length) return false;
  const left = [...found.rows];
  return gold.rows.every((row) => {
    const at = left.findIndex((other) => holds(other, row));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
};
