import type { CallExpr } from '../../ast/expr.ts';
import { type Scope, warn } from '../scope.ts';

/**
 * `create share from n / sum(n)`: of one value `sum` is that value, and every share 1. Who writes it means all rows,
 * which only an aggregation sees.
 */
export const ofOneValue = (scope: Scope, { name }: CallExpr): void => {
  if (!scope.session.hints) return;
  const fn = `\`${name.text}\``;
  warn(
    scope,
    'DP3013',
    `${fn} of one value is that value; ${fn} over rows stands in aggregate, groupby, multigroupby, top and bottom`,
    name.span,
  );
};
