import type { CheckedColumn, ColumnId, TypedExpr } from '../../check/checked.ts';
import { isScalar } from '../../types/type.ts';
import type { Plan, PlanStep } from '../plan.ts';
import { mapStep } from './map-step.ts';

type Field = TypedExpr & { readonly kind: 'field' };

/** The largest number of a column in the plan and in those inside it. */
const largestId = ({ steps, shape, yields }: Plan): ColumnId => {
  const slots = shape.slots.map((slot) => (slot.kind === 'set' ? slot.id : 0));
  const made = steps.flatMap((step): readonly ColumnId[] => {
    if (step.kind === 'extend') return step.columns.map(({ id }) => id);
    if (step.kind === 'group') return [...step.keys, ...step.aggregates].map(({ id }) => id);
    if (step.kind === 'join') return [step.row, ...step.beside, largestId(step.plan)];
    if (step.kind === 'union') return [largestId(step.plan)];
    return step.kind === 'explode' || step.kind === 'number' ? [step.id] : [];
  });
  return Math.max(0, ...slots, ...yields, ...made);
};

const isHoisted = (expr: TypedExpr): expr is Field =>
  expr.kind === 'field' && expr.path.length > 0 && (isScalar(expr.type) || expr.type.kind === 'unknown');

const keyOf = ({ root, path, type }: Field): string => JSON.stringify([root, path, type.kind]);

/** Steps whose rows still hold what was stored. */
const keepsFields = ({ kind }: PlanStep): boolean => ['filter', 'extend', 'sort', 'dedupe', 'explode'].includes(kind);

/**
 * Reads fields before the row is made many, not once for each of its elements. A grouping by several sets of keys is such
 * a step too: each row stands once for each set.
 */
export const readBeforeExplode = (plan: Plan): Plan => {
  const at = plan.steps.findIndex(({ kind }) => kind === 'explode');
  if (at < 0) return plan;
  const columns = new Map<string, CheckedColumn>();
  const first = largestId(plan) + 1;
  const change = (expr: TypedExpr): TypedExpr => {
    if (!isHoisted(expr)) return expr;
    const key = keyOf(expr);
    const column = columns.get(key) ?? { id: first + columns.size, root: 'd' as const, path: ['_'], expr };
    columns.set(key, column);
    const { type, span } = expr;
    return { kind: 'column', id: column.id, stored: type, path: [], type, span };
  };
  let reads = true;
  const after = plan.steps.slice(at + 1).map((step) => {
    if (!reads) return step;
    reads = keepsFields(step);
    return reads || step.kind === 'group' ? mapStep(step, change) : step;
  });
  if (columns.size === 0) return plan;
  const read: PlanStep = { kind: 'extend', columns: [...columns.values()] };
  return { ...plan, steps: [...plan.steps.slice(0, at), read, ...plan.steps.slice(at, at + 1), ...after] };
};
