import type { TypedExpr } from '../../check/checked.ts';
import { mapExpr } from '../map-expr.ts';
import type { PlanStep } from '../plan.ts';

/** The step with what it reads of the rows before it changed; as it is where those rows are not the table's alone. */
export const mapStep = (step: PlanStep, change: (expr: TypedExpr) => TypedExpr): PlanStep => {
  const inputs = <T extends { readonly expr: TypedExpr }>(items: readonly T[]): readonly T[] =>
    items.map((item) => ({ ...item, expr: mapExpr(item.expr, change) }));
  switch (step.kind) {
    case 'filter':
      return { ...step, condition: mapExpr(step.condition, change) };
    case 'extend':
      return { ...step, columns: inputs(step.columns) };
    case 'sort':
      return { ...step, keys: inputs(step.keys) };
    case 'group':
      return { ...step, keys: inputs(step.keys), aggregates: inputs(step.aggregates) };
    case 'dedupe':
      return { ...step, keys: step.keys.map((key) => mapExpr(key, change)), order: inputs(step.order) };
    case 'explode':
      return { ...step, items: mapExpr(step.items, change) };
    case 'limit':
    case 'number':
    case 'join':
    case 'union':
      return step;
    default:
      return unreachable(step);
  }
};

const unreachable = (step: never): never => {
  throw new TypeError(`unexpected step ${JSON.stringify(step)}`);
};
