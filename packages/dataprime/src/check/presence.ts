import { BOOL, isScalar, STRING, sameType, type Type, UNKNOWN } from '../types/type.ts';
import type { Path, RowRoot, TypedExpr } from './checked.ts';
import { resolveKeypath } from './fields.ts';
import { lookUp } from './lookup.ts';
import type { Scope } from './scope.ts';

/**
 * Whether a value is there, for objects too: `x != null` asks about scalars only (§2.4), while a command that changes a
 * key must know whether the row has one.
 */
export const isThere = (expr: TypedExpr): TypedExpr => {
  const { span } = expr;
  const operand: TypedExpr = isScalar(expr.type) ? expr : { kind: 'cast', operand: expr, type: STRING, span };
  return { kind: 'presence', operand, present: true, type: BOOL, span };
};

/** The one value or the other; of unknown type where the two differ. */
export const choose = (when: TypedExpr, then: TypedExpr, otherwise: TypedExpr): TypedExpr => {
  const type: Type = sameType(then.type, otherwise.type) ? then.type : UNKNOWN;
  const as = (expr: TypedExpr): TypedExpr =>
    sameType(expr.type, type) ? expr : { kind: 'use', operand: expr, type, span: expr.span };
  const arms = [{ when, result: as(then) }];
  return { kind: 'case', form: 'case', subject: null, arms, otherwise: as(otherwise), type, span: then.span };
};

/** The value where the condition is true, null elsewhere. */
export const onlyWhen = (when: TypedExpr, then: TypedExpr): TypedExpr => {
  const type: Type = then.type.kind === 'null' ? UNKNOWN : then.type;
  const result: TypedExpr = { ...then, type };
  return {
    kind: 'case',
    form: 'case',
    subject: null,
    arms: [{ when, result }],
    otherwise: null,
    type,
    span: then.span,
  };
};

/** What rows hold at a path, without a word where nothing is known of it; null when no row can have it. */
export const existing = (scope: Scope, root: RowRoot, path: Path, span: TypedExpr['span']): TypedExpr | null => {
  const { at, changes } = lookUp(scope.shape, root, path);
  if (!scope.blurred && changes.length === 0 && (at.kind === 'removed' || at.kind === 'unknown')) return null;
  const session = { ...scope.session, diagnostics: [], hints: false };
  const steps = path.map((key) =>
    typeof key === 'number' ? ({ kind: 'index', index: key, span } as const) : ({ kind: 'key', key, span } as const),
  );
  const found = resolveKeypath({ ...scope, session, place: 'row' }, { kind: 'keypath', root, steps, span });
  return session.diagnostics.length > 0 ? null : found;
};

/** Whether the key may be missing from some rows. A column of its own is in all of them. */
export const mayLack = (expr: TypedExpr): boolean => !(expr.kind === 'column' && expr.path.length === 0);
