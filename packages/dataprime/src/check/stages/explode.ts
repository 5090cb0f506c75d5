import type { ExplodeStage } from '../../ast/stage.ts';
import type { Fix } from '../../diagnostics/diagnostic.ts';
import { arrayOf, UNKNOWN } from '../../types/type.ts';
import type { CheckedColumn, CheckedStage } from '../checked.ts';
import { want } from '../coerce.ts';
import { targetPath } from '../keypath.ts';
import type { Scope } from '../scope.ts';
import { closedShape, withKey } from '../shape.ts';

/** The fix for keys that are missed later. */
const preserving = ({ original, span: { end } }: ExplodeStage): Fix => {
  const title = 'Keep the other keys';
  return original === null
    ? { title, span: { start: end, end }, text: ' original preserve' }
    : { title, span: { start: end - original.length, end }, text: 'preserve' };
};

/** `explode e into kp`: a row for each element, of `kp` alone or, with `original preserve`, of all keys and `kp`. */
export const checkExplode = (scope: Scope, stage: ExplodeStage): CheckedStage => {
  const typed = scope.check(scope, stage.source);
  const items = typed.type.kind === 'array' ? typed : want(scope, typed, arrayOf(UNKNOWN));
  const type = items.type.kind === 'array' ? items.type.of : UNKNOWN;
  const id = scope.session.nextColumn();
  const target = targetPath(scope, stage.into) ?? { root: 'd' as const, path: ['_'] };
  const element: CheckedColumn = {
    id,
    ...target,
    expr: { kind: 'column', id, stored: type, path: [], type, span: stage.into.span },
  };
  const shape =
    stage.original === 'preserve'
      ? withKey(scope.shape, element)
      : { ...closedShape([element]), exploded: preserving(stage) };
  return { kind: 'explode', command: 'explode', span: stage.span, items, id, shape };
};
