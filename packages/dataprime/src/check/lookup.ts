import type { Path, RowRoot, RowShape, Slot } from './checked.ts';
import { startsWithPath } from './path.ts';

type SetSlot = Slot & { readonly kind: 'set' };

/** Where the value of a path is: in a computed column, in the stored row, or nowhere. */
export type Place =
  | { readonly kind: 'slot'; readonly slot: SetSlot }
  | { readonly kind: 'removed' }
  | { readonly kind: 'stored' }
  | { readonly kind: 'unknown' };

export interface Found {
  readonly at: Place;
  /** Changes of keys below the path since then, in order: the value is the object at `at` with these applied. */
  readonly changes: readonly Slot[];
}

/** Finds what a path reads. Later slots win; the last slot at or above the path holds it. */
export const lookUp = (shape: RowShape, root: RowRoot, path: Path): Found => {
  const isAbove = (slot: Slot): boolean => slot.root === root && startsWithPath(path, slot.path);
  const above = shape.slots.findLastIndex(isAbove);
  const slot = shape.slots[above];
  const changes: Slot[] = [];
  for (let index = above + 1; index < shape.slots.length; index++) {
    const later = shape.slots[index];
    if (later?.root === root && startsWithPath(later.path, path)) changes.push(later);
  }
  if (slot !== undefined) return { at: slot.kind === 'set' ? { kind: 'slot', slot } : { kind: 'removed' }, changes };
  const whole = path.length === 0 && !shape.stored;
  return { at: { kind: shape.stored ? 'stored' : whole ? 'removed' : 'unknown' }, changes };
};
