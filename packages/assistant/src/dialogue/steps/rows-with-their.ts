import { fieldAt, type Scene } from '../../compose/scene.ts';
import { isSpent, type Step, saidIn, withoutMarks } from './draft.ts';

const LEAD =
  /^(?:(?:and|also|ok|okay|now|please|same|the same|but)[\s,]+)*(?:with|including|include|add|plus) (?:their|its)$/i;

/** "with their trace ids" of records that are listed: they are shown with all they have. */
export const rowsWithTheir: Step = ({ ir, marks }, about) => {
  if (ir.shape !== 'rows' || ir.columns.length > 0) return null;
  const scene: Scene = { ...about.scene, marks };
  const at = marks.findIndex((_, index) => fieldAt(scene, index) !== null);
  if (at < 1 || !LEAD.test(saidIn(marks.slice(0, at))) || !isSpent(marks.slice(at + 1))) return null;
  return { ir, marks: withoutMarks(marks, () => true) };
};
