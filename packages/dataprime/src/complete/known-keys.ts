import type { Path, RowRoot } from '../check/checked.ts';
import { pathText, samePath, startsWithPath } from '../check/path.ts';
import type { Scope } from '../check/scope.ts';
import type { SchemaField } from '../schema/schema-source.ts';
import { type Type, UNKNOWN } from '../types/type.ts';

export interface KnownKey {
  readonly root: RowRoot;
  readonly path: Path;
  /** Null where nothing is known of it. */
  readonly type: Type | null;
  readonly doc: string;
  /** As a query writes it: `$m.severity`, `a['b.c']`. */
  readonly text: string;
}

/** A schema is the same list for many keystrokes; writing thousands of paths out once is enough. */
const written = new WeakMap<readonly SchemaField[], readonly KnownKey[]>();

const schemaKeys = (fields: readonly SchemaField[]): readonly KnownKey[] => {
  const known = written.get(fields);
  if (known !== undefined) return known;
  const keys = fields.map(({ root, path, types, note = '' }): KnownKey => {
    const type = types.length === 1 ? (types[0] ?? null) : null;
    return { root, path, type, doc: note, text: pathText(root, path) };
  });
  written.set(fields, keys);
  return keys;
};

const computedKeys = ({ shape }: Scope): readonly KnownKey[] =>
  shape.slots.flatMap((slot) => {
    if (slot.kind !== 'set') return [];
    const { root, path, type } = slot;
    return [{ root, path, type: type.kind === 'unknown' ? null : type, doc: 'computed', text: pathText(root, path) }];
  });

/** The keys a row is known to have: those of the data, changed by the stages before, or only the columns of a closed row. */
export const knownKeys = (scope: Scope): readonly KnownKey[] => {
  const { engine, fields } = scope.session;
  const computed = computedKeys(scope);
  if (!scope.shape.stored && !scope.blurred) return computed;
  const own = engine.map(
    ({ root, path, type, doc }): KnownKey => ({ root, path, type, doc, text: pathText(root, path) }),
  );
  const ownTexts = new Set([...own, ...computed].map(({ text }) => text));
  const seen = fields === null ? [] : schemaKeys(fields).filter(({ text }) => !ownTexts.has(text));
  const changed = scope.shape.slots;
  const stored =
    changed.length === 0
      ? [...own, ...seen]
      : [...own, ...seen].filter(
          ({ root, path }) => !changed.some((slot) => slot.root === root && startsWithPath(path, slot.path)),
        );
  return [...computed, ...stored];
};

/** The type a stored field was seen with. */
export const typeOfKey = (keys: readonly KnownKey[], root: RowRoot, path: Path): Type =>
  keys.find((key) => key.root === root && samePath(key.path, path))?.type ?? UNKNOWN;
