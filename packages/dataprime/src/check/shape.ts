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

/** The changes of a row but those `goes` chooses at or below a path; most often all of them. */
const without = (
  { slots }: RowShape,
  root: RowRoot,
  path: Path,
  goes: (slot: Slot) => boolean = () => true,
): readonly Slot[] => {
  const stays = (slot: Slot): boolean => slot.root !== root || !startsWithPath(slot.path, path) || !goes(slot);
  return slots.every(stays) ? slots : slots.filter(stays);
};

/** The row with one key set; what stood at or below the key is gone. `optional`: rows where it is null lack the key. */
export const withKey = (shape: RowShape, column: CheckedColumn, optional = false): RowShape => ({
  ...shape,
  slots: [...without(shape, column.root, column.path), setSlot(column, optional)],
});

/**
 * The row without a key and all below it. What was written inside an object and taken away again stays among the
 * changes: writing it made an object of what was none.
 */
export const withoutKey = (shape: RowShape, root: RowRoot, path: Path): RowShape => {
  const inside = shape.stored && path.length > 1;
  const slots = without(shape, root, path, ({ kind }) => !inside || kind === 'remove');
  const isAbove = (slot: Slot): boolean => slot.root === root && slot.kind === 'set' && startsWithPath(path, slot.path);
  return { ...shape, slots: shape.stored || slots.some(isAbove) ? [...slots, { kind: 'remove', root, path }] : slots };
};
