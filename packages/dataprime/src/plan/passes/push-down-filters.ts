import type { TypedExpr } from '../../check/checked.ts';
import type { Plan, PlanStep, Scan } from '../plan.ts';
import { columnsOf, conjuncts } from '../walk.ts';

/** Whether the rows a filter keeps are the same before the step as after it. */
const passes = (condition: TypedExpr, step: PlanStep): boolean => {
  switch (step.kind) {
    case 'extend': {
      const read = columnsOf(condition);
      return !step.columns.some(({ id }) => read.has(id));
    }
    case 'explode':
      return !columnsOf(condition).has(step.id);
    case 'join': {
      const read = columnsOf(condition);
      const isOther = (expr: TypedExpr): boolean => expr.kind === 'column' && read.has(expr.id);
      return step.mode !== 'full' && !read.has(step.row) && !step.keys.some(({ right }) => isOther(right));
    }
    case 'filter':
    case 'sort':
      return true;
    case 'group':
    case 'dedupe':
    case 'limit':
    case 'number':
    case 'union':
      return false;
    default:
      return unreachable(step);
  }
};

/** Moves each condition as near to the scan as its inputs allow; what needs only stored fields becomes the scan's. */
export const pushDownFilters = (plan: Plan): Plan => {
  const steps: PlanStep[] = [];
  const filters: TypedExpr[] = [...plan.scan.filters];
  for (const step of plan.steps) {
    if (step.kind !== 'filter') {
      steps.push(step);
      continue;
    }
    for (const condition of conjuncts(step.condition)) {
      let at = steps.length;
      while (at > 0 && steps[at - 1] !== undefined && passes(condition, steps[at - 1] as PlanStep)) at -= 1;
      if (at === 0) filters.push(condition);
      else steps.splice(at, 0, { kind: 'filter', condition });
    }
  }
  const scan: Scan = { ...plan.scan, filters };
  return { ...plan, scan, steps };
};

const unreachable = (step: never): never => {
  throw new TypeError(`unexpected step ${JSON.stringify(step)}`);
};
