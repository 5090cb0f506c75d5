import { OBJECT } from '../../types/type.ts';
import type { CheckedColumn, RowShape, TypedExpr } from '../checked.ts';
import { samePath } from '../path.ts';
import { existing } from '../presence.ts';
import type { CheckedSubquery, Scope } from '../scope.ts';
import { withKey } from '../shape.ts';
import { rowPlaces } from './union.ts';

/** The row of the other query as one object: `$d`, and what a closed row holds beside it. */
export const rowObject = ({ scope }: CheckedSubquery, span: TypedExpr['span']): TypedExpr => {
  const row = scope.check(scope, { kind: 'keypath', root: 'd', steps: [], span });
  if (scope.shape.stored) return row;
  const changes = scope.shape.slots.flatMap((slot) => {
    if (slot.kind !== 'set') return [];
    const { id, type, optional } = slot;
    const value: TypedExpr = { kind: 'column', id, stored: type, path: [], type, span };
    return [{ path: slot.path.map(String), value, optional }];
  });
  return { kind: 'object', base: null, changes, type: OBJECT, span };
};

/** Whether rows may lack the key: any key of an open row, and what only some rows of a closed one have. */
const isOptional = ({ stored, slots }: RowShape, { root, path }: CheckedColumn): boolean =>
  stored ||
  slots.some((slot) => slot.kind === 'set' && slot.optional && slot.root === root && samePath(slot.path, path));

/**
 * Rows of a full join may lack their left half: all of it becomes columns, which can be null. A closed row has its keys
 * all the same.
 */
export const asColumns = (
  scope: Scope,
  span: TypedExpr['span'],
): { columns: readonly CheckedColumn[]; shape: RowShape } => {
  const columns = rowPlaces(scope).flatMap(({ root, path }): CheckedColumn[] => {
    const expr = existing(scope, root, path, span);
    return expr === null ? [] : [{ id: scope.session.nextColumn(), root, path, expr }];
  });
  const closed: RowShape = { stored: false, slots: [] };
  return {
    columns,
    shape: columns.reduce((row, column) => withKey(row, column, isOptional(scope.shape, column)), closed),
  };
};
