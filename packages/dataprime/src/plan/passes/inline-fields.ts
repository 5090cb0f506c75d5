import type { ColumnId, TypedExpr } from '../../check/checked.ts';
import { mapExpr } from '../map-expr.ts';
import type { Plan, PlanStep } from '../plan.ts';

type Field = TypedExpr & { readonly kind: 'field' };

/** The step with what it reads of the rows before it changed; as it is where those rows are not the table's alone. */
const rewrite = (step: PlanStep, change: (expr: TypedExpr) => TypedExpr): PlanStep => {
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

/** Whether the rows after the step are some of those before it, each once. */
const keepsRows = ({ kind }: PlanStep): boolean => kind === 'filter' || kind === 'extend' || kind === 'sort';

/**
 * Reads a stored field where it is stored, not through the column that was made of it: by the field conditions reach
 * the scan and its indexes, and a sort needs no value computed. Up to the first step that does more than keep rows.
 */
export const inlineFields = (plan: Plan): Plan => {
  const fields = new Map<ColumnId, Field>();
  const change = (expr: TypedExpr): TypedExpr => {
    const field = expr.kind === 'column' && expr.path.length === 0 ? fields.get(expr.id) : undefined;
    return field === undefined ? expr : { ...field, type: expr.type, span: expr.span };
  };
  const end = plan.steps.findIndex((step) => !keepsRows(step));
  const steps = plan.steps.map((step, index) => {
    if (end >= 0 && index > end) return step;
    const rewritten = rewrite(step, change);
    if (rewritten.kind === 'extend')
      for (const { id, expr } of rewritten.columns) if (expr.kind === 'field') fields.set(id, expr);
    return rewritten;
  });
  return { ...plan, steps };
};

const unreachable = (step: never): never => {
  throw new TypeError(`unexpected step ${JSON.stringify(step)}`);
};
