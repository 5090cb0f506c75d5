import { deedStem, siblingsOf } from '../../catalog/event-codes.ts';
import type { Pred } from '../../ir/query-ir.ts';
import { isSpent, type Step, withoutMarks } from './draft.ts';

const ONES = /^(?:ones?|those|them)$/i;

/** "subscriptions started per day > and cancelled ones?": the same things, and what else was done to them. */
export const otherDeed: Step = ({ ir, marks }, { scene }) => {
  const told = ir.where.find(
    (pred): pred is Extract<Pred, { kind: 'compare' }> =>
      pred.kind === 'compare' &&
      pred.op === '==' &&
      pred.value.kind === 'text' &&
      siblingsOf(scene.index.eventCodes, pred.field, pred.value.value).length > 1,
  );
  if (told?.value.kind !== 'text') return null;
  const codes = siblingsOf(scene.index.eventCodes, told.field, told.value.value);
  for (const [at, { text }] of marks.entries()) {
    const other = codes.find(({ deed }) => deed === deedStem(text));
    if (other === undefined) continue;
    const left = withoutMarks(marks, (index) => index === at || ONES.test(marks[index]?.text ?? ''));
    if (!isSpent(left)) continue;
    const next: Pred = { ...told, value: { kind: 'text', value: other.value } };
    return { ir: { ...ir, where: ir.where.map((pred) => (pred === told ? next : pred)) }, marks: left };
  }
  return null;
};
