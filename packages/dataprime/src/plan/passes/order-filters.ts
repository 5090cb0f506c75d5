import type { TypedExpr } from '../../check/checked.ts';
import type { Plan } from '../plan.ts';
import { some } from '../walk.ts';

/** What a condition costs for each row: small columns of the engine first, text search and JSON last. */
const cost = (condition: TypedExpr): number => {
  if (some(condition, (node) => node.kind === 'binary' && node.op === '~~')) return 4;
  if (some(condition, (node) => node.kind === 'regexp' || (node.kind === 'binary' && node.op === '~'))) return 3;
  if (some(condition, (node) => node.kind === 'presence')) return 2;
  return some(condition, (node) => node.kind === 'field' && node.root === 'd') ? 1 : 0;
};

/** Puts cheap conditions first: severity, service and application reject rows before text is looked at. */
export const orderFilters = (plan: Plan): Plan => ({
  ...plan,
  scan: { ...plan.scan, filters: plan.scan.filters.toSorted((a, b) => cost(a) - cost(b)) },
});
