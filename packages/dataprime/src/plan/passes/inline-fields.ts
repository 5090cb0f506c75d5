import type { ColumnId, TypedExpr } from '../../check/checked.ts';
import type { Plan, PlanStep } from '../plan.ts';
import { mapStep } from './map-step.ts';

type Field = TypedExpr & { readonly kind: 'field' };

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
    const rewritten = mapStep(step, change);
    if (rewritten.kind === 'extend')
      for (const { id, expr } of rewritten.columns) if (expr.kind === 'field') fields.set(id, expr);
    return rewritten;
  });
  return { ...plan, steps };
};
