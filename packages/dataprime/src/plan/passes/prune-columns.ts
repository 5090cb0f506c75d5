import type { ColumnId, TypedExpr } from '../../check/checked.ts';
import type { Plan, PlanStep } from '../plan.ts';
import { columnsOf } from '../walk.ts';

const inputs = (step: PlanStep): readonly TypedExpr[] => {
  switch (step.kind) {
    case 'filter':
      return [step.condition];
    case 'extend':
      return step.columns.map(({ expr }) => expr);
    case 'group':
      return [...step.keys, ...step.aggregates].map(({ expr }) => expr);
    case 'sort':
      return step.keys.map(({ expr }) => expr);
    case 'dedupe':
      return [...step.keys, ...step.order.map(({ expr }) => expr)];
    case 'explode':
      return [step.items];
    case 'join':
      return step.keys.map(({ left }) => left);
    case 'limit':
    case 'number':
    case 'union':
      return [];
    default:
      return unreachable(step);
  }
};

/** Drops columns that neither a later step nor the result reads. Group keys stay: they decide the rows. */
export const pruneColumns = (plan: Plan): Plan => {
  const needed = new Set<ColumnId>(plan.shape.slots.flatMap((slot) => (slot.kind === 'set' ? [slot.id] : [])));
  for (const id of plan.yields) needed.add(id);
  const steps = plan.steps.toReversed().map((step): PlanStep => {
    const kept: PlanStep =
      step.kind === 'extend'
        ? { ...step, columns: step.columns.filter(({ id }) => needed.has(id)) }
        : step.kind === 'group'
          ? { ...step, aggregates: step.aggregates.filter(({ id }) => needed.has(id)) }
          : step;
    for (const expr of inputs(kept)) for (const id of columnsOf(expr)) needed.add(id);
    return kept;
  });
  return { ...plan, steps: steps.toReversed().filter((step) => step.kind !== 'extend' || step.columns.length > 0) };
};

const unreachable = (step: never): never => {
  throw new TypeError(`unexpected step ${JSON.stringify(step)}`);
};
