import { fieldAt, isNumeric, type Scene } from '../../compose/scene.ts';
import { sameField } from '../../ir/field-ref.ts';
import { isSpent, type Step, saidIn, withoutMarks } from './draft.ts';

const LEAD =
  /^(?:(?:and|also|ok|okay|now|please|same|the same|but)[\s,]+)*(?:with|add|include|including|plus|together with|along with) (?:their|its)$/i;

/** "with their version", "add their region": told of each group that there was, beside what is counted of it. */
export const besideThem: Step = ({ ir, marks }, about) => {
  if (ir.shape !== 'table' || ir.related !== null || !ir.keys.some(({ kind }) => kind === 'field')) return null;
  const scene: Scene = { ...about.scene, marks };
  const at = marks.findIndex((_, index) => fieldAt(scene, index) !== null);
  const field = fieldAt(scene, at);
  if (field === null || (isNumeric(field) && field.role !== 'status')) return null;
  if (!LEAD.test(saidIn(marks.slice(0, at))) || !isSpent(marks.slice(at + 1))) return null;
  if (ir.keys.some((key) => key.kind === 'field' && sameField(key.field, field))) return null;
  const keys = [...ir.keys, { kind: 'field', field, beside: true } as const];
  return { ir: { ...ir, keys }, marks: withoutMarks(marks, () => true) };
};
