import { isArray, isTree, type Tree, toJson, type Value } from './values.ts';

export type Root = 'm' | 'l' | 'd';
export type Key = string | number;
export interface Row {
  readonly m: Tree;
  readonly l: Tree;
  readonly d: Tree;
}
export const EMPTY_ROW: Row = { m: {}, l: {}, d: {} };

export const getAt = (value: Value, path: readonly Key[]): Value => {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (typeof key === 'number') return isArray(value) ? getAt(value[key] ?? null, rest) : null;
  return isTree(value) && Object.hasOwn(value, key) ? getAt(value[key] ?? null, rest) : null;
};

const setIn = (value: Value | undefined, path: readonly string[], item: Value): Value => {
  const [key, ...rest] = path;
  if (key === undefined) return item;
  const tree = isTree(value) ? value : {};
  return { ...tree, [key]: setIn(tree[key], rest, item) };
};

/** The row with one key set: parents are made, siblings stay. */
export const setAt = (row: Row, root: Root, path: readonly string[], item: Value): Row => ({
  ...row,
  [root]: setIn(row[root], path, item),
});

export const removeAt = (row: Row, root: Root, path: readonly string[]): Row => {
  const parent = getAt(row[root], path.slice(0, -1));
  if (!isTree(parent)) return row;
  const kept = Object.fromEntries(Object.entries(parent).filter(([key]) => key !== path.at(-1)));
  return { ...row, [root]: setIn(row[root], path.slice(0, -1), kept) };
};

/** Null and absent are the same (§2.4), so rows are compared without nulls and without objects of nothing else; doubles to eight digits, which the order of a sum cannot change. */
const strip = (value: Value | undefined): unknown => {
  if (typeof value === 'number') return Math.abs(value) < 1e-9 ? 0 : Number(value.toPrecision(8));
  if (isArray(value ?? null)) return (value as readonly Value[]).map((item) => strip(item));
  if (!isTree(value)) return value ?? null;
  const entries = Object.entries(value)
    .map(([key, item]) => [key, strip(item)] as const)
    .filter(([, item]) => item !== null && !(isTree(item as Value) && Object.keys(item as object).length === 0));
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
};

/** A row as one text, for comparing. */
export const rowText = ({ m, l, d }: { readonly m: unknown; readonly l: unknown; readonly d: unknown }): string =>
  JSON.stringify([m, l, d].map((tree) => strip(toJson(tree as Value))));
