import type { Expr, KeypathExpr } from '../../ast/expr.ts';
import type { ConvertStage, MoveStage, RedactStage, ReplaceStage, RoundtimeStage } from '../../ast/stage.ts';
import { REDACT_TEXT, REDACT_TEXTS } from '../../functions/commands.ts';
import { findScalar } from '../../functions/registry.ts';
import { INTERVAL, STRING, TIMESTAMP, UNKNOWN } from '../../types/type.ts';
import type { CheckedColumn, CheckedStage, Path, RowRoot, RowShape, TypedExpr } from '../checked.ts';
import { want, wantUncast } from '../coerce.ts';
import { targetPath, withoutParens } from '../keypath.ts';
import { distinctNames } from '../naming.ts';
import { withOnClauses } from '../on-clauses.ts';
import { isThere, mayLack, onlyWhen } from '../presence.ts';
import { error, type Scope } from '../scope.ts';
import { withKey, withoutKey } from '../shape.ts';

/** Commands that change keys a row already has: replace, move, convert, redact, roundtime. */

const NOWHERE: { readonly root: RowRoot; readonly path: Path } = { root: 'd', path: ['_'] };

const columnAt = (scope: Scope, keypath: KeypathExpr, expr: TypedExpr): CheckedColumn => ({
  id: scope.session.nextColumn(),
  ...(targetPath(scope, keypath) ?? NOWHERE),
  expr,
});

const changed = (
  scope: Scope,
  stage: { readonly kind: string; readonly span: TypedExpr['span'] },
  columns: readonly { readonly column: CheckedColumn; readonly before: TypedExpr }[],
): CheckedStage => {
  const shape = columns.reduce<RowShape>(
    (row, { column, before }) => withKey(row, column, mayLack(before)),
    scope.shape,
  );
  return { kind: 'extend', command: stage.kind, span: stage.span, columns: columns.map(({ column }) => column), shape };
};

/** `replace kp with e`: rows without the key stay as they are, for `create` is what adds one. */
export const checkReplace = (scope: Scope, stage: ReplaceStage): CheckedStage => {
  const before = scope.check(scope, stage.target);
  const value = scope.check(scope, stage.value);
  const column = columnAt(
    scope,
    stage.target,
    onlyWhen(isThere(before), withOnClauses(stage.on, before, value, 'replace')),
  );
  return changed(scope, stage, [{ column, before }]);
};

/** `move a to b`: `b` is what `a` was, missing where `a` was missing. */
export const checkMove = (scope: Scope, stage: MoveStage): CheckedStage => {
  const before = scope.check(scope, stage.from);
  const from = targetPath(scope, stage.from) ?? NOWHERE;
  const expr: TypedExpr = before.type.kind === 'null' ? { ...before, type: UNKNOWN } : before;
  const column = columnAt(scope, stage.to, expr);
  const shape = withKey(withoutKey(scope.shape, from.root, from.path), column, mayLack(before));
  return { kind: 'extend', command: 'move', span: stage.span, columns: [column], shape };
};

/** `convert a:number, b:string`: each key cast in place; a value that cannot be converted is gone. */
export const checkConvert = (scope: Scope, stage: ConvertStage): CheckedStage => {
  const columns = stage.keys.map(({ path, type, span }) => {
    const expr = scope.check(scope, { kind: 'cast', operand: path, type, span });
    return { column: columnAt(scope, path, expr), before: expr.kind === 'cast' ? expr.operand : expr };
  });
  distinctNames(
    scope,
    columns.map(({ column }) => column),
  );
  return changed(scope, stage, columns);
};

/** What to look for: a regular expression, or a text found as it is written. */
const checkMatching = (scope: Scope, matching: Expr): TypedExpr => {
  const faultsBefore = scope.session.diagnostics.length;
  const typed = scope.check({ ...scope, place: 'constant' }, matching);
  if (scope.session.diagnostics.length > faultsBefore || matching.kind === 'error') return typed;
  if ((typed.kind === 'string' && typed.value !== '') || typed.kind === 'regexp') return typed;
  const found = typed.kind === 'string' ? 'an empty text' : typed.type.kind;
  error(scope, 'DP2013', `expected a text or a regular expression to redact, found ${found}`, matching.span);
  return typed;
};

/**
 * `redact kp matching x to y`. Texts are searched wherever they stand below the key; keys of objects, numbers and
 * truth values stay as they are.
 */
export const checkRedact = (scope: Scope, stage: RedactStage): CheckedStage => {
  const before = scope.check(scope, stage.path);
  const matching = checkMatching(scope, stage.matching);
  const written = scope.check({ ...scope, place: 'constant' }, stage.replacement);
  const replacement = want(scope, written, STRING);
  if (written.kind !== 'string' && written.type.kind === 'string')
    error(scope, 'DP2013', 'expected the new text to be written out, found a computed one', stage.replacement.span);
  const { kind } = before.type;
  const isTree = kind === 'array' || kind === 'object' || kind === 'unknown';
  const isText = kind === 'string';
  const operand = isTree || isText ? before : wantUncast(scope, (inner) => want(inner, before, STRING));
  const { span } = stage;
  const args = [isTree ? ({ kind: 'use', operand, type: UNKNOWN, span } as const) : operand, matching, replacement];
  const expr: TypedExpr = isText
    ? { kind: 'call', fn: REDACT_TEXT, args, type: STRING, span }
    : { kind: 'call', fn: REDACT_TEXTS, args, type: UNKNOWN, span };
  return changed(scope, stage, [{ column: columnAt(scope, stage.path, expr), before }]);
};

const TIME = (span: TypedExpr['span']): KeypathExpr => ({
  kind: 'keypath',
  root: 'm',
  steps: [{ kind: 'key', key: 'timestamp', span }],
  span,
});

/** `roundtime e to interval into kp`: rounds down; without `into` the key that was read is written. */
export const checkRoundtime = (scope: Scope, stage: RoundtimeStage): CheckedStage => {
  const source = stage.source === null ? TIME(stage.keyword.span) : withoutParens(stage.source);
  const faultsBefore = scope.session.diagnostics.length;
  const before = want(scope, scope.check(scope, source), TIMESTAMP);
  const isTime = scope.session.diagnostics.length === faultsBefore;
  const interval = want(scope, scope.check(scope, stage.interval), INTERVAL);
  if (interval.kind === 'interval' && interval.nanos <= 0n)
    error(scope, 'DP2003', 'expected an interval above zero to round to', interval.span);
  const fn = findScalar('roundTime');
  const { span } = stage;
  const expr: TypedExpr = fn === null ? before : { kind: 'call', fn, args: [before, interval], type: TIMESTAMP, span };
  const target = stage.into ?? (source.kind === 'keypath' ? source : null);
  if (target === null && isTime)
    error(scope, 'DP2012', 'expected `into` and a keypath, as what is rounded is no key of the row', source.span);
  const column = target === null ? columnAt(scope, TIME(span), expr) : columnAt(scope, target, expr);
  return changed(scope, stage, [{ column, before }]);
};
