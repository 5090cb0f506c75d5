import type { UnionStage } from '../../ast/stage.ts';
import { sameType, type Type, UNKNOWN } from '../../types/type.ts';
import type { CheckedColumn, CheckedStage, Path, RowRoot, RowShape, Slot, TypedExpr } from '../checked.ts';
import { startsWithPath } from '../path.ts';
import { existing } from '../presence.ts';
import type { Scope } from '../scope.ts';
import { withKey } from '../shape.ts';

interface Place {
  readonly root: RowRoot;
  readonly path: Path;
}

/** Every place once, without those inside another: an object is brought together as a whole. */
const outermost = (places: readonly Place[]): readonly Place[] =>
  places.filter(
    ({ root, path }, index) =>
      !places.some((other, at) => {
        if (other.root !== root || at === index || !startsWithPath(path, other.path)) return false;
        return other.path.length < path.length || at < index;
      }),
  );

const slotPlaces = ({ slots }: RowShape): readonly Place[] => slots.map(({ root, path }) => ({ root, path }));

/** Whether every row has what was written at a place, also where that is null. */
const isWritten = ({ slots }: RowShape, { root, path }: Place): boolean => {
  const at = slots.findLast((slot) => slot.root === root && startsWithPath(path, slot.path));
  return at?.kind === 'set' && !at.optional && at.path.length === path.length;
};

/** The places of a row of which the stored part must become columns: whole objects, and what the engine knows of it. */
const wholePlaces = ({ session, shape }: Scope): readonly Place[] => [
  { root: 'd', path: [] },
  { root: 'l', path: [] },
  ...(shape.stored ? session.engine.filter(({ root }) => root === 'm') : []).map(({ root, path }) => ({ root, path })),
  ...slotPlaces(shape).filter(({ root }) => root === 'm'),
];

/** The places that hold a whole row once its stored part is in columns. */
export const rowPlaces = (scope: Scope): readonly Place[] =>
  outermost(scope.shape.stored ? wholePlaces(scope) : slotPlaces(scope.shape));

/** One column made of what both rows hold at a place; of unknown type where the two differ. */
const align = (
  place: Place,
  left: TypedExpr | null,
  right: TypedExpr | null,
  scope: Scope,
): { readonly left: CheckedColumn; readonly right: CheckedColumn } | null => {
  const known = left ?? right;
  if (known === null) return null;
  const same = left === null || right === null || sameType(left.type, right.type);
  const type: Type = same && known.type.kind !== 'null' ? known.type : UNKNOWN;
  const id = scope.session.nextColumn();
  const column = (expr: TypedExpr | null): CheckedColumn => {
    const { span } = known;
    if (expr === null) return { id, ...place, expr: { kind: 'null', type, span } };
    return { id, ...place, expr: sameType(expr.type, type) ? expr : { kind: 'use', operand: expr, type, span } };
  };
  return { left: column(left), right: column(right) };
};

/**
 * `union (q)`: the rows of both, by the names of their keys. Open rows of one data set stay open; where one row is
 * closed or of another data set, `$d` and `$l` are brought together as objects.
 */
export const checkUnion = (scope: Scope, stage: UnionStage): readonly CheckedStage[] | null => {
  const nested = scope.checkQuery(scope, stage.query);
  if (nested === null || scope.blurred || nested.scope.blurred) return null;
  const { query, scope: other } = nested;
  const anyStored = scope.shape.stored || other.shape.stored;
  const stored = scope.shape.stored && other.shape.stored && scope.session.dataset === other.session.dataset;
  const inBoth = (place: Place): boolean => isWritten(scope.shape, place) && isWritten(other.shape, place);
  // What only one row writes inside an object is told apart from what the other lacks by the object as a whole.
  const places =
    anyStored && !stored
      ? [...wholePlaces(scope), ...wholePlaces(other)]
      : [...slotPlaces(scope.shape), ...slotPlaces(other.shape)].map((place) =>
          stored && !inBoth(place) ? { root: place.root, path: place.path.slice(0, 1) } : place,
        );
  const left: CheckedColumn[] = [];
  const right: CheckedColumn[] = [];
  let shape: RowShape = { stored, slots: [] };
  for (const place of outermost(places)) {
    const read = (side: Scope): TypedExpr | null => existing(side, place.root, place.path, stage.span);
    const aligned = align(place, read(scope), read(other), scope);
    if (aligned === null) {
      const gone: Slot = { kind: 'remove', ...place };
      if (stored) shape = { ...shape, slots: [...shape.slots, gone] };
      continue;
    }
    left.push(aligned.left);
    right.push(aligned.right);
    shape = withKey(shape, aligned.left, stored ? !inBoth(place) : anyStored);
  }
  const at = { command: 'union', span: stage.span, shape };
  const stages = [...query.stages, { ...at, kind: 'extend', columns: right } as const];
  return [
    { ...at, kind: 'extend', columns: left },
    { ...at, kind: 'union', query: { ...query, stages, shape } },
  ];
};
