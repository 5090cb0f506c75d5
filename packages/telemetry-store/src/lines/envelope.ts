import { isJsonObject, type JsonTree } from '../rows/json-tree.ts';

type Tree = { readonly [key: string]: JsonTree };

/** The three trees of a record as DataPrime prints it. */
export interface Envelope {
  readonly m: Tree;
  readonly l: Tree;
  readonly d: Tree;
}

const ROOTS: ReadonlySet<string> = new Set(['$m', '$l', '$d']);
const NOTHING: Tree = Object.freeze(Object.create(null) as Tree);

/** Whether an object is meant as an envelope: it has `$m`, `$l` or `$d` and nothing else. */
export const isEnvelope = (tree: Tree): boolean => {
  const keys = Object.keys(tree);
  return keys.length > 0 && keys.every((key) => ROOTS.has(key));
};

/** The trees of an envelope, absent ones empty; or the name of one that is no object. */
export const readEnvelope = (tree: Tree): Envelope | { readonly fault: string; readonly found: JsonTree } => {
  const roots: Tree[] = [];
  for (const name of ['$m', '$l', '$d']) {
    const value = tree[name] ?? NOTHING;
    if (!isJsonObject(value)) return { fault: `expected an object at ${name}`, found: value };
    roots.push(value);
  }
  const [m, l, d] = roots as [Tree, Tree, Tree];
  return { m, l, d };
};
