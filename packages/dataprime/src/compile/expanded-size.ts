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

/** The SELECTs a SELECT reads from. */
const selectsIn = (from: SqlSelect['from']): readonly SqlSelect[] => {
  switch (from.kind) {
    case 'table':
    case 'file':
      return [];
    case 'select':
      return [from.select];
    case 'join':
      return [from.left, from.right];
    case 'union':
      return from.selects;
  }
};

/** A name stands for its definition; the engine counts a call with the lists of its parameters and arguments. */
const ownSize = (expr: SqlExpr, defined: ReadonlyMap<string, number>): number =>
  expr.kind === 'column' ? (defined.get(expr.name) ?? 1) : childrenOf(expr).length > 0 ? 3 : 1;

/** The size of a whole statement as the engine counts it: a name defined in it stands for all of its definition wherever it is read. */
export const statementSize = (select: SqlSelect): number => {
  const defined = new Map<string, number>();
  const sizes = new Map<SqlExpr, number>();
  const sizeOf = (expr: SqlExpr): number => {
    const found = sizes.get(expr);
    if (found !== undefined) return found;
    const own = ownSize(expr, defined);
    const inside = expr.kind === 'scalar' || expr.kind === 'in' ? statementSize(expr.select) : 0;
    const size = childrenOf(expr).reduce((sum, child) => sum + sizeOf(child), own + inside);
    if (expr.kind !== 'column') sizes.set(expr, size);
    return size;
  };
  for (const { expr, as } of [...select.with, ...select.columns]) if (as !== null) defined.set(as, sizeOf(expr));
  const size = clausesOf(select).reduce((sum, expr) => sum + sizeOf(expr), 0);
  return selectsIn(select.from).reduce((sum, inner) => sum + statementSize(inner), size);
};
