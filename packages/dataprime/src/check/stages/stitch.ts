import type { StitchStage } from '../../ast/stage.ts';
import { WITH_MEMBERS } from '../../functions/extractors.ts';
import { NUMBER, OBJECT } from '../../types/type.ts';
import type { CheckedColumn, CheckedStage, Path, RowRoot, RowShape, TypedExpr } from '../checked.ts';
import { targetPath } from '../keypath.ts';
import { choose, existing, isThere } from '../presence.ts';
import { type CheckedSubquery, columnOf, type Scope } from '../scope.ts';
import { withKey } from '../shape.ts';
import { asObject } from './as-object.ts';
import { asColumns, rowObject } from './row-columns.ts';

interface Place {
  readonly root: RowRoot;
  readonly path: Path;
}

/** Whether the other row goes into all of `$d`, where it can only be merged. */
const isIntoData = ({ into }: StitchStage): boolean => into.steps.length === 0 && into.root === 'd';

/** Where the other row goes. */
const targetOf = (scope: Scope, stage: StitchStage): Place | null =>
  isIntoData(stage) ? { root: 'd', path: [] } : targetPath(scope, stage.into);

const numbered = (scope: Scope, span: TypedExpr['span']): CheckedColumn => ({
  id: scope.session.nextColumn(),
  root: 'd',
  path: ['_'],
  expr: { kind: 'null', type: NUMBER, span },
});

/** The value of the other row where it is there, else what the row has. */
const overlay = (found: TypedExpr, before: TypedExpr | null): TypedExpr =>
  before === null ? found : choose(isThere(found), found, before);

/** The other row merged, at any depth, into what stands at a place; where there is no other row that stays. */
const merged = (row: TypedExpr, before: TypedExpr | null): TypedExpr => {
  if (before === null) return row;
  const both: TypedExpr = { ...row, kind: 'call', fn: WITH_MEMBERS, args: [row, asObject(before)], type: OBJECT };
  return choose(isThere(row), both, before);
};

/** Columns of the result by what they are made of: each key of a closed row keeps its type when it goes into `$d`. */
const results = (
  scope: Scope,
  stage: StitchStage,
  target: Place,
  other: CheckedSubquery,
  row: CheckedColumn,
): readonly CheckedColumn[] => {
  const id = scope.session.nextColumn;
  const before = (place: Place): TypedExpr | null => existing(scope, place.root, place.path, stage.into.span);
  const { shape } = other.scope;
  if (!stage.merge) return [{ id: id(), ...target, expr: columnOf(row) }];
  if (target.path.length > 0 || shape.stored)
    return [{ id: id(), ...target, expr: merged(columnOf(row), before(target)) }];
  return shape.slots.flatMap((slot): CheckedColumn[] => {
    if (slot.kind !== 'set') return [];
    const place: Place = { root: 'd', path: slot.path };
    const { type } = slot;
    const value: TypedExpr = { kind: 'column', id: slot.id, stored: type, path: [], type, span: stage.span };
    return [{ id: id(), ...place, expr: overlay(value, before(place)) }];
  });
};

/** `stitch (q) into kp`: the rows of both by their number; where one side has no such row it is null. */
export const checkStitch = (scope: Scope, written: StitchStage): readonly CheckedStage[] | null => {
  const stage = isIntoData(written) ? { ...written, merge: true } : written;
  const nested = scope.checkQuery(scope, stage.query);
  const target = targetOf(scope, stage);
  if (nested === null || target === null || scope.blurred || nested.scope.blurred) return null;
  const { span } = stage;
  const at = { command: 'stitch', span };
  const left = asColumns(scope, span);
  const [own, other] = [numbered(scope, span), numbered(scope, span)];
  const row: CheckedColumn = {
    id: scope.session.nextColumn(),
    root: 'd',
    path: ['_'],
    expr: rowObject(nested, span),
  };
  const rightShape = nested.scope.shape;
  const right: readonly CheckedStage[] = [
    ...nested.query.stages,
    { ...at, kind: 'extend', columns: [row], shape: rightShape },
    { ...at, kind: 'number', id: other.id, shape: rightShape },
  ];
  const beside = rightShape.slots.flatMap((slot) => (slot.kind === 'set' ? [slot.id] : []));
  const columns = results({ ...scope, shape: left.shape }, stage, target, nested, row);
  const shape = columns.reduce<RowShape>(
    (current, column) => withKey(current, column, column.path.length > 0 && stage.merge),
    left.shape,
  );
  const [ownNumber, otherNumber] = [columnOf(own), columnOf(other)];
  return [
    { ...at, kind: 'extend', columns: left.columns, shape: left.shape },
    { ...at, kind: 'number', id: own.id, shape: left.shape },
    {
      ...at,
      kind: 'join',
      mode: 'full',
      query: { ...nested.query, stages: right },
      keys: [{ left: ownNumber, right: otherNumber }],
      row: row.id,
      beside,
      shape: left.shape,
    },
    {
      ...at,
      kind: 'sort',
      keys: [{ expr: choose(isThere(ownNumber), ownNumber, otherNumber), direction: 'asc' }],
      shape: left.shape,
    },
    { ...at, kind: 'extend', columns, shape },
  ];
};
