import type { FieldRef } from '../ir/field-ref.ts';
import type { Metric } from '../ir/query-ir.ts';

/** What a name stands under: `Downtime` of `Downtime.Reason`; '' where it stands alone. */
const above = ({ path }: FieldRef): string => {
  const whole = path.join('.').replace(/^tags\./, '');
  return whole.includes('.') ? whole.slice(0, whole.lastIndexOf('.')) : '';
};

/** "average downtime for each reason": of several reasons that which stands beside the figure. */
export const isBesideFigure = (metrics: readonly Metric[], field: FieldRef): boolean =>
  above(field) !== '' &&
  metrics.some((metric) => 'field' in metric && metric.field.role === null && above(metric.field) === above(field));
