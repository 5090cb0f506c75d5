import type { TypedExpr } from '../check/checked.ts';
import { NO_CLAUSES } from './levels.ts';
import type { LowerContext } from './lower-context.ts';
import { aggregateCall, call, col, lambda, plain } from './sql-build.ts';
import type { SqlExpr } from './sql-tree.ts';
import { type Value, value } from './value.ts';

type Subquery = TypedExpr & { readonly kind: 'subquery' };

const itemName = (column: number): string => `c${column}`;

/** The values of the one column of a query as an array; nulls among them stay, inside tuples as the engine would skip them. */
export const lowerSubquery = (expr: Subquery, context: LowerContext): Value => {
  const item = col(itemName(expr.column));
  const all = call(
    'arrayMap',
    lambda(['t'], call('tupleElement', col('t'), plain(1))),
    aggregateCall('groupArray', [], call('tuple', item)),
  );
  const rows = context.subquery(expr.query, [{ expr: item, as: null }]);
  const select = { ...NO_CLAUSES, columns: [{ expr: all, as: null }], from: { kind: 'select', select: rows } as const };
  return value(expr.type, { kind: 'scalar', select });
};

/** Whether a value is among those of a query, which the engine looks up rather than walks through. */
export const lowerMembership = (expr: TypedExpr, context: LowerContext): SqlExpr | null => {
  if (expr.kind !== 'call' || (expr.fn.name !== 'inArray' && expr.fn.name !== 'arrayContains')) return null;
  const [first, second] = expr.args;
  const [of, among] = expr.fn.name === 'inArray' ? [first, second] : [second, first];
  if (of == null || among?.kind !== 'subquery' || of.type.kind === 'array') return null;
  const select = context.subquery(among.query, [{ expr: col(itemName(among.column)), as: null }]);
  return { kind: 'in', of: context.lower(of, context).sql, select };
};
