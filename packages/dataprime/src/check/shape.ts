import type { CheckedColumn, Path, RowRoot, RowShape, Slot } from './checked.ts';
import { startsWithPath } from './path.ts';

const setSlot = (column: CheckedColumn, optional = false): Slot & { readonly kind: 'set' } => ({
  kind: 'set',
  root: column.root,
  path: column.path,
  id: column.id,
  type: column.expr.type,
  optional,
});

/** A row of these columns and nothing else. */
export const closedShape = (columns: readonly CheckedColumn[]): RowShape => ({
  stored: false,
  slots: columns.map((column) => setSlot(column)),
});

const without = (shape: RowShape, root: RowRoot, path: Path): readonly Slot[] =>
  shape.slots.filter((slot) => slot.root !== root || !startsWithPath(slot.path, path));

/** The row with one key set; what stood at or below the key is gone. `optional`: rows where it is null lack the key. */
export const withKey = (shape: RowShape, column: CheckedColumn, optional = false): RowShape => ({
  ...shape,
  slots: [...without(shape, column.root, column.path), setSlot(column, optional)],
});

/** The row without a key and all below it. */
export const withoutKey = (shape: RowShape, root: RowRoot, path: Path): RowShape => {
  const slots = without(shape, root, path);
  const above = slots.some((slot) => slot.root === root && slot.kind === 'set' && startsWithPath(path, slot.path));
  return { ...shape, slots: shape.stored || above ? [...slots, { kind: 'remove', root, path }] : slots };
};
