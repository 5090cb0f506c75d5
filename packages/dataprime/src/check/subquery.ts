import type { SubqueryExpr } from '../ast/expr.ts';
import { arrayOf, UNKNOWN } from '../types/type.ts';
import type { TypedExpr } from './checked.ts';
import { error, type Scope, wrong } from './scope.ts';

/** `(| q |)`: the values of the one column that the query ends with, as an array. */
export const checkSubqueryExpr = (scope: Scope, { query, span }: SubqueryExpr): TypedExpr => {
  const inner = scope.checkQuery(scope, query);
  if (inner === null || inner.scope.blurred) return wrong(span);
  const { shape } = inner.scope;
  const columns = shape.slots.filter((slot) => slot.kind === 'set');
  const [only] = columns;
  if (shape.stored || columns.length !== 1 || only === undefined) {
    const found = shape.stored ? 'whole rows' : `${columns.length} columns`;
    error(
      scope,
      'DP2016',
      `expected a query of one column, found ${found}; \`distinct\` or \`choose\` picks one`,
      span,
    );
    return wrong(span);
  }
  const of = only.type.kind === 'null' ? UNKNOWN : only.type;
  return { kind: 'subquery', query: inner.query, column: only.id, type: arrayOf(of), span };
};
