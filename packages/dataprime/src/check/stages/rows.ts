import type { Expr, KeypathExpr } from '../../ast/expr.ts';
import type { DedupebyStage, FindStage, LimitStage, OrderbyStage, OrderKey, WildfindStage } from '../../ast/stage.ts';
import type { CheckedOrder, CheckedStage, TypedExpr } from '../checked.ts';
import { wantCondition } from '../coerce.ts';
import { error, type Scope } from '../scope.ts';

type Checked = Pick<CheckedStage, 'command' | 'span' | 'shape'>;
const base = (scope: Scope, stage: { readonly kind: string; readonly span: TypedExpr['span'] }): Checked => ({
  command: stage.kind,
  span: stage.span,
  shape: scope.shape,
});

export const checkCondition = (
  scope: Scope,
  stage: { readonly kind: 'filter' | 'block'; readonly condition: Expr; readonly span: TypedExpr['span'] },
): CheckedStage => ({
  ...base(scope, stage),
  kind: 'filter',
  condition: wantCondition(scope, scope.check(scope, stage.condition)),
  keep: stage.kind === 'filter',
});

/** `find 'x' in kp` is `filter kp ~ 'x'`; `wildfind 'x'` is `filter $d ~~ 'x'`. */
export const checkFind = (scope: Scope, stage: FindStage | WildfindStage): CheckedStage => {
  const everything: KeypathExpr = { kind: 'keypath', root: 'd', steps: [], span: stage.span };
  const left = stage.kind === 'find' ? stage.target : everything;
  const op = stage.kind === 'find' ? '~' : '~~';
  const condition: Expr = {
    kind: 'binary',
    op,
    opSpan: stage.keyword.span,
    left,
    right: stage.phrase,
    span: stage.span,
  };
  return { ...base(scope, stage), kind: 'filter', condition: scope.check(scope, condition), keep: true };
};

/** A whole number written in the query; null, reported, when it is something else. */
export const wholeNumber = (scope: Scope, expr: Expr, least: number, what: string): number | null => {
  const faultsBefore = scope.session.diagnostics.length;
  const typed = scope.check({ ...scope, place: 'constant' }, expr);
  if (typed.kind === 'number' && Number.isSafeInteger(typed.value) && typed.value >= least) return typed.value;
  if (scope.session.diagnostics.length === faultsBefore && expr.kind !== 'error')
    error(
      scope,
      'DP2013',
      `expected ${what} to be a whole number of at least ${least}, found ${typed.kind === 'number' ? typed.value : typed.type.kind}`,
      expr.span,
    );
  return null;
};

export const checkLimit = (scope: Scope, stage: LimitStage): CheckedStage => ({
  ...base(scope, stage),
  kind: 'limit',
  count: wholeNumber(scope, stage.count, 0, 'the limit') ?? 0,
});

const checkOrder = (scope: Scope, key: OrderKey): CheckedOrder => {
  const expr = scope.check(scope, key.expr);
  if (expr.type.kind === 'array' || expr.type.kind === 'object')
    error(scope, 'DP2012', `expected a value with an order, found ${expr.type.kind}`, key.expr.span);
  return { expr, direction: key.direction ?? 'asc' };
};

export const checkOrderby = (scope: Scope, stage: OrderbyStage): CheckedStage => ({
  ...base(scope, stage),
  kind: 'sort',
  keys: stage.keys.map((key) => checkOrder(scope, key)),
});

export const checkDedupeby = (scope: Scope, stage: DedupebyStage): CheckedStage => ({
  ...base(scope, stage),
  kind: 'dedupe',
  keys: stage.keys.map((key) => scope.check(scope, key)),
  keep: stage.keep === null ? 1 : (wholeNumber(scope, stage.keep, 1, '`keep`') ?? 1),
  order: stage.order.map((key) => checkOrder(scope, key)),
});
