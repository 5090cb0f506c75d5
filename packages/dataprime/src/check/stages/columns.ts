import type { ChooseStage, Column, CreateStage, RemoveStage } from '../../ast/stage.ts';
import type { CheckedColumn, CheckedStage, RowShape } from '../checked.ts';
import { targetPath } from '../keypath.ts';
import { computedName, distinctNames, nameColumn } from '../naming.ts';
import { withOnClauses } from '../on-clauses.ts';
import { existing, mayLack } from '../presence.ts';
import { type Scope, warn } from '../scope.ts';
import { closedShape, withKey, withoutKey } from '../shape.ts';

export const checkColumn = (
  scope: Scope,
  column: Column,
  otherwise: () => string,
  keepRoot: boolean,
): CheckedColumn => ({
  id: scope.session.nextColumn(),
  ...nameColumn(scope, column, otherwise, keepRoot),
  expr: scope.check(scope, column.expr),
});

/** Closes the row to the listed columns. */
export const checkChoose = (scope: Scope, stage: ChooseStage): CheckedStage => {
  const columns = stage.columns.map((column, index) =>
    checkColumn(scope, column, () => computedName(scope, column, index), true),
  );
  distinctNames(scope, columns);
  return { kind: 'extend', command: 'choose', span: stage.span, columns, shape: closedShape(columns) };
};

const DEFAULTS: Readonly<Record<string, string>> = { exists: 'overwrite', missing: 'create', datatype: 'overwrite' };

/** Sets one key; what the value reads is the row before. */
export const checkCreate = (scope: Scope, stage: CreateStage): CheckedStage => {
  for (const clause of stage.on) {
    if (clause.action === DEFAULTS[clause.event])
      warn(
        scope,
        'DP3002',
        'the `on` clauses of create are an old form; this one says what happens anyway',
        clause.span,
      );
    else warn(scope, 'DP3002', 'the `on` clauses of create are an old form', clause.span);
  }
  const target = targetPath(scope, stage.target) ?? { root: 'd' as const, path: ['_'] };
  const value = scope.check(scope, stage.value);
  const before = stage.on.length === 0 ? null : existing(scope, target.root, target.path, stage.target.span);
  const expr = withOnClauses(stage.on, before, value, 'create');
  const column: CheckedColumn = { id: scope.session.nextColumn(), ...target, expr };
  const skips = stage.on.some(({ event, action }) => event === 'missing' && action === 'skip');
  return {
    kind: 'extend',
    command: 'create',
    span: stage.span,
    columns: [column],
    shape: withKey(scope.shape, column, skips && (before === null || mayLack(before))),
  };
};

/** Takes keys away. In a closed row each must exist. */
export const checkRemove = (scope: Scope, stage: RemoveStage): CheckedStage => {
  let shape: RowShape = scope.shape;
  for (const keypath of stage.paths) {
    const target = targetPath(scope, keypath);
    if (target === null) continue;
    const below = scope.shape.slots.some(
      (slot) => slot.root === target.root && target.path.every((key, index) => slot.path[index] === key),
    );
    if (!below) scope.check({ ...scope, place: 'row' }, keypath);
    shape = withoutKey(shape, target.root, target.path);
  }
  return { kind: 'extend', command: 'remove', span: stage.span, columns: [], shape };
};
