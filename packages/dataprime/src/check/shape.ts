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

/** The keys of a row that do not stand at or below a path; most often all of them. */
const without = ({ slots }: RowShape, root: RowRoot, path: Path): readonly Slot[] => {
  const stays = (slot: Slot): boolean => slot.root !== root || !startsWithPath(slot.path, path);
  return slots.every(stays) ? slots : slots.filter(stays);
};

const withoutRemovals = ({ slots }: RowShape, root: RowRoot, path: Path): readonly Slot[] =>
  slots.filter((slot) => slot.kind === 'set' || slot.root !== root || !startsWithPath(slot.path, path));

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
  const slots = shape.stored && path.length > 1 ? withoutRemovals(shape, root, path) : without(shape, root, path);
  const isAbove = (slot: Slot): boolean => slot.root === root && slot.kind === 'set' && startsWithPath(path, slot.path);
  return { ...shape, slots: shape.stored || slots.some(isAbove) ? [...slots, { kind: 'remove', root, path }] : slots };
};
