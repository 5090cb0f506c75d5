import type { Expr, KeypathExpr } from '../ast/expr.ts';
import type { Path, PathKey, RowRoot } from './checked.ts';
import { error, type Scope } from './scope.ts';

/** The root and keys of a keypath whose steps are all written out; null, reported, when one is computed. */
export const staticPath = (scope: Scope, keypath: KeypathExpr): { root: RowRoot | 'p'; path: Path } | null => {
  const path: PathKey[] = [];
  for (const step of keypath.steps) {
    if (step.kind === 'dynamic' && step.expr.kind === 'number') {
      const found = step.expr.text;
      error(scope, 'DP2003', `expected a whole number of at least 0 as position, found ${found}`, step.span);
      return null;
    }
    if (step.kind === 'dynamic') {
      error(scope, 'DP4001', 'a key named by a parameter is not supported yet', step.span);
      return null;
    }
    path.push(step.kind === 'key' ? step.key : step.index);
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
