import type { JsonTree } from '../rows/json-tree.ts';

type Tree = { readonly [key: string]: JsonTree };

/** Shapes of records that are remembered, and the characters of all keys of one. */
const SHAPES_MAX = 1_000;
const SHAPE_CHARS_MAX = 4_000;

/** A name with a dot may also stand as a path of two keys. */
const isThere = (keys: ReadonlySet<string>, name: string): boolean => {
  const dot = name.indexOf('.');
  return keys.has(name) || (dot > 0 && keys.has(name.slice(0, dot)));
};

type Lists = Readonly<Record<string, readonly string[]>>;

/**
 * Finds the names of one of the lists that a tree may have, in the list's order. Records of one file have few shapes, so
 * that the answer is remembered by the keys of the tree rather than looked for in each of them.
 */
export const createPresentKeys = (lists: Lists): ((tree: Tree, list: string) => readonly string[]) => {
  const known = new Map<string, Lists>();
  let last: Tree | null = null;
  let lastPresent = lists;
  const presentIn = (tree: Tree): Lists => {
    const keys = Object.keys(tree);
    const shape = keys.join('\0');
    const found = known.get(shape);
    if (found !== undefined) return found;
    const all = new Set(keys);
    const present = Object.fromEntries(
      Object.entries(lists).map(([list, names]) => [list, names.filter((name) => isThere(all, name))]),
    );
    if (known.size < SHAPES_MAX && shape.length <= SHAPE_CHARS_MAX) known.set(shape, present);
    return present;
  };
  return (tree, list) => {
    // One record is asked for its time, its severity and its labels in turn.
    if (tree !== last) lastPresent = presentIn(tree);
    last = tree;
    return lastPresent[list] ?? [];
  };
};
