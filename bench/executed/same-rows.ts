import type { Rows } from './engine.ts';

/** Sums of the same numbers in another order differ by this share. */
const ROUNDING = 1e-11;

const isWhole = (cell: unknown): boolean => typeof cell === 'string' && /^-?\d+$/.test(cell);
const isNumber = (cell: unknown): boolean =>
  typeof cell === 'number' || (typeof cell === 'string' && cell !== '' && Number.isFinite(Number(cell)));

const sameCell = (a: unknown, b: unknown, tolerance: number): boolean => {
  if (a === b || (isWhole(a) && isWhole(b))) return a === b;
  if (!isNumber(a) || !isNumber(b)) return JSON.stringify(a) === JSON.stringify(b);
  const [x, y] = [Number(a), Number(b)];
  return Math.abs(x - y) <= tolerance * Math.max(Math.abs(x), Math.abs(y));
};

/** What a row is found by: the cells that both sides must have alike. */
const sortKey = (row: readonly unknown[]): string =>
  JSON.stringify(row.map((cell) => (isNumber(cell) && !Number.isInteger(Number(cell)) ? 0 : String(cell))));
const sorted = (rows: Rows): Rows => rows.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));

/** The first difference of two answers in words; null where they say the same. Whole numbers may be text or not. */
export const difference = (ours: Rows, theirs: Rows, ordered: boolean, tolerance: number = ROUNDING): string | null => {
  if (ours.length !== theirs.length) return `${ours.length} rows, peer ${theirs.length}`;
  if (ours.length === 0) return 'no rows';
  const [left, right] = ordered ? [ours, theirs] : [sorted(ours), sorted(theirs)];
  const at = left.findIndex((row, index) => {
    const other = right[index] ?? [];
    return row.length !== other.length || row.some((cell, column) => !sameCell(cell, other[column], tolerance));
  });
  return at < 0 ? null : `${JSON.stringify(left[at])}, peer ${JSON.stringify(right[at])}`;
};
