import { type FieldRef, homeOfField } from '../ir/field-ref.ts';
import type { Metric } from '../ir/query-ir.ts';

/** "average downtime for each reason": of several reasons that which stands beside the figure. */
export const isBesideFigure = (metrics: readonly Metric[], field: FieldRef): boolean => {
  const home = homeOfField(field);
  return (
    home !== null &&
    metrics.some((metric) => 'field' in metric && metric.field.role === null && homeOfField(metric.field) === home)
  );
};
