import type { TypedExpr } from '../check/checked.ts';
import type { Plan } from './plan.ts';

/** The time that a row was stored with, not one that the query gave it. */
const isOwnTime = (expr: TypedExpr): boolean =>
  expr.kind === 'field' && expr.root === 'm' && expr.path.length === 1 && expr.path[0] === 'timestamp';

/**
 * Whether the rows of a plan are the newest of those that pass its filters, a row for each: then the newest part of the
 * window tells all of them, if it has as many as are wanted.
 */
export const isNewestFirst = ({ steps }: Plan): boolean => {
  const [sort, ...others] = steps.filter(({ kind }) => kind === 'sort');
  if (sort?.kind !== 'sort' || others.length > 0) return false;
  const [first] = sort.keys;
  if (first === undefined || first.direction !== 'desc' || !isOwnTime(first.expr)) return false;
  const sortedAt = steps.indexOf(sort);
  const limitedAt = steps.findIndex(({ kind }) => kind === 'limit');
  return steps.every(({ kind }, at) => {
    if (kind === 'limit') return at > sortedAt;
    // What is left out after the limit is not made up for by older rows.
    if (kind === 'filter') return limitedAt < 0 || at < limitedAt;
    return kind === 'sort' || kind === 'extend';
  });
};
