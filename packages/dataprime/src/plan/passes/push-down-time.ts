import type { TypedExpr } from '../../check/checked.ts';
import type { Plan, TimeBound } from '../plan.ts';
import { some } from '../walk.ts';

const MIRRORED = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const;
type Order = keyof typeof MIRRORED;

const isRowTime = (expr: TypedExpr): boolean =>
  expr.kind === 'field' && expr.root === 'm' && expr.path.length === 1 && expr.path[0] === 'timestamp';
const isConstant = (expr: TypedExpr): boolean => !some(expr, (node) => node.kind === 'field' || node.kind === 'column');
const isOrder = (op: string): op is Order => op in MIRRORED;

/** `$m.timestamp >= constant` as a bound of the scan; null for any other condition. */
const boundOf = (condition: TypedExpr): TimeBound | null => {
  if (condition.kind !== 'binary' || !isOrder(condition.op)) return null;
  const { op, left, right } = condition;
  if (isRowTime(left) && isConstant(right)) return { op, at: right };
  return isRowTime(right) && isConstant(left) ? { op: MIRRORED[op], at: left } : null;
};

/** Turns conditions on the row's time into bounds, by which the storage skips whole parts. */
export const pushDownTime = (plan: Plan): Plan => {
  const bounds = plan.scan.filters.map(boundOf).filter((bound) => bound !== null);
  const filters = plan.scan.filters.filter((condition) => boundOf(condition) === null);
  return { ...plan, scan: { ...plan.scan, bounds: [...plan.scan.bounds, ...bounds], filters } };
};
