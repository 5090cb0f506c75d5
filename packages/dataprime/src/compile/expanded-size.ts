import { childrenOf } from './sql-children.ts';
import type { SqlExpr, SqlSelect } from './sql-tree.ts';

const known = new WeakMap<SqlExpr, number>();

/** How many nodes an expression has once everything shared in it is written out, as the engine's analyzer does. */
export const expandedSize = (expr: SqlExpr): number => {
  const found = known.get(expr);
  if (found !== undefined) return found;
  const size = childrenOf(expr).reduce((sum, child) => sum + expandedSize(child), 1);
  known.set(expr, size);
  return size;
};

/** The expressions of every clause of a SELECT but its FROM. */
export const clausesOf = (select: SqlSelect): readonly SqlExpr[] => [
  ...select.with.map(({ expr }) => expr),
  ...select.columns.map(({ expr }) => expr),
  ...select.where,
  ...(select.groupBy ?? []),
  ...select.orderBy.map(({ expr }) => expr),
  ...(select.limitBy?.by ?? []),
];

/** The size of a whole statement. */
export const statementSize = (select: SqlSelect): number =>
  clausesOf(select).reduce((sum, expr) => sum + expandedSize(expr), 0) +
  (select.from.kind === 'select' ? statementSize(select.from.select) : 0);
