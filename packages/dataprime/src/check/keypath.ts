import type { Expr, KeypathExpr, PathStep } from '../ast/expr.ts';
import { typeName } from '../types/type.ts';
import type { Path, PathKey, RowRoot } from './checked.ts';
import { error, type Scope } from './scope.ts';

/** The key or position of a step. One in brackets is a parameter or another constant; else null, reported. */
export const stepKey = (scope: Scope, step: PathStep): PathKey | null => {
  if (step.kind !== 'dynamic') return step.kind === 'key' ? step.key : step.index;
  if (step.expr.kind === 'number') {
    error(scope, 'DP2003', `expected a whole number of at least 0 as position, found ${step.expr.text}`, step.span);
    return null;
  }
  const faultsBefore = scope.session.diagnostics.length;
  const named = scope.check({ ...scope, place: 'constant' }, step.expr);
  if (named.kind === 'string') return named.value;
  if (named.kind === 'number' && Number.isSafeInteger(named.value) && named.value >= 0) return named.value;
  if (scope.session.diagnostics.length === faultsBefore)
    error(scope, 'DP2013', `expected a key named by a text or a parameter, found ${typeName(named.type)}`, step.span);
  return null;
};

/** The root and keys of a keypath; null, reported, when a key cannot be told before the query runs. */
export const staticPath = (scope: Scope, keypath: KeypathExpr): { root: RowRoot | 'p'; path: Path } | null => {
  const path: PathKey[] = [];
  for (const step of keypath.steps) {
    const key = stepKey(scope, step);
    if (key === null) return null;
    path.push(key);
  }
  return { root: keypath.root ?? 'd', path };
};

/** Where a stage writes: keys only, in one of the three trees of a row. */
export const targetPath = (scope: Scope, keypath: KeypathExpr): { root: RowRoot; path: Path } | null => {
  const target = staticPath(scope, keypath);
  if (target === null) return null;
  if (target.root === 'p' || target.path.length === 0 || target.path.some((key) => typeof key === 'number')) {
    error(scope, 'DP2012', 'expected a key to write to, found a path that names none', keypath.span);
    return null;
  }
  return { root: target.root, path: target.path };
};

export const withoutParens = (expr: Expr): Expr => (expr.kind === 'paren' ? withoutParens(expr.expr) : expr);
