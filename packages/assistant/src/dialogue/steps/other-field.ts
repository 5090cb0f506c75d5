import { percentileMetric, statMetric } from '../../compose/rules/metrics.ts';
import { fieldAt, isNumeric, type Scene } from '../../compose/scene.ts';
import { sameField } from '../../ir/field-ref.ts';
import { isSpent, type Step, withoutMarks } from './draft.ts';

/** "what about the distance?" after an average of something else: the same figure of that. */
export const otherField: Step = ({ ir, marks }, about) => {
  const scene: Scene = { ...about.scene, marks };
  const [metric, ...more] = ir.metrics;
  const at = marks.findIndex((_, index) => fieldAt(scene, index) !== null);
  const field = fieldAt(scene, at);
  if (more.length > 0 || (metric?.kind !== 'stat' && metric?.kind !== 'percentile') || field === null) return null;
  if (!isNumeric(field) || field.role === 'status' || sameField(field, metric.field)) return null;
  // "in seconds" asks for another unit, though a field is in seconds.
  if (/^(?:in |as )?(?:milli|micro)?seconds?$|^minutes?$|^hours?$/i.test(marks[at]?.text ?? '')) return null;
  const rest = withoutMarks(marks, (index) => index === at);
  const plain = rest.map((mark) => (/^the$/i.test(mark.text) ? { ...mark, text: '' } : mark));
  if (!isSpent(plain)) return null;
  const next = metric.kind === 'stat' ? statMetric(metric.fn, field) : percentileMetric(metric.p, field);
  const order =
    ir.order?.by === 'column' && ir.order.name === metric.name ? { ...ir.order, name: next.name } : ir.order;
  return { ir: { ...ir, metrics: [next], having: [], order }, marks: withoutMarks(marks, () => true) };
};
