import type { SchemaField } from '../schema/schema-source.ts';
import type { Path, RowRoot } from './checked.ts';

/** The fields of a schema by their paths. */
export interface KnownFields {
  /** The field at exactly this path. */
  readonly at: (root: RowRoot, path: Path) => SchemaField | null;
  /** Whether a field is at this path or below it. */
  readonly below: (root: RowRoot, path: Path) => boolean;
}

interface Node {
  readonly keys: Map<string, Node>;
  field: SchemaField | null;
}

const node = (): Node => ({ keys: new Map(), field: null });

const add = (tree: Node, field: SchemaField): void => {
  let at = tree;
  for (const key of [field.root, ...field.path]) {
    const next = at.keys.get(key) ?? node();
    at.keys.set(key, next);
    at = next;
  }
  at.field ??= field;
};

const find = (tree: Node, root: RowRoot, path: Path): Node | null => {
  let at: Node | undefined = tree.keys.get(root);
  for (const key of path) at = typeof key === 'string' ? at?.keys.get(key) : undefined;
  return at ?? null;
};

/** A schema is the same list for many checks. */
const trees = new WeakMap<readonly SchemaField[], Node>();

export const knownFields = (fields: readonly SchemaField[] | null): KnownFields => {
  const tree = (fields && trees.get(fields)) ?? node();
  if (fields && !trees.has(fields)) {
    for (const field of fields) add(tree, field);
    trees.set(fields, tree);
  }
  return {
    at: (root, path) => find(tree, root, path)?.field ?? null,
    below: (root, path) => find(tree, root, path) !== null,
  };
};
