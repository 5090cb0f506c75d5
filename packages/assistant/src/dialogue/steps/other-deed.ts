import { deedStem, siblingsOf } from '../../catalog/event-codes.ts';
import { isDeed } from '../../catalog/vocabulary.ts';
import type { Pred } from '../../ir/query-ir.ts';
import { wordForm } from '../../tokens/normal-form.ts';
import { isSpent, type Step, withoutMarks } from './draft.ts';

const ONES = /^(?:ones?|those|them)$/i;
const SAYS_NOTHING = /^(?:ones?|those|them|the|now|and)$/i;

/** "bookings confirmed" > "now the cancelled ones": what messages say of the same things. */
const otherSaid: Step = ({ ir, marks }, { scene }) => {
  const told = ir.where.find(
    (pred): pred is Extract<Pred, { kind: 'text' }> =>
      pred.kind === 'text' &&
      pred.mode === 'phrase' &&
      /^\w+ \w+$/.test(pred.text) &&
      isDeed(pred.text.split(' ')[1] ?? ''),
  );
  if (told === undefined || !marks.some(({ text }) => ONES.test(text))) return null;
  const thing = wordForm(told.text.split(' ')[0] ?? '');
  for (const [at, { text: said }] of marks.entries()) {
    const text = isDeed(said) ? scene.data.vocabulary.phrases.get(`${thing} ${wordForm(said)}`) : undefined;
    const left = withoutMarks(marks, (index) => index === at || SAYS_NOTHING.test(marks[index]?.text ?? ''));
    if (text === undefined || !/^\w+ \w+$/.test(text) || !isSpent(left)) continue;
    return { ir: { ...ir, where: ir.where.map((pred) => (pred === told ? { ...told, text } : pred)) }, marks: left };
  }
  return null;
};

/** "subscriptions started per day > and cancelled ones?": the same things, and what else was done to them. */
export const otherDeed: Step = (draft, about) => otherCode(draft, about) ?? otherSaid(draft, about);

const otherCode: Step = ({ ir, marks }, { scene }) => {
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
    const left = withoutMarks(marks, (index) => index === at || SAYS_NOTHING.test(marks[index]?.text ?? ''));
    if (!isSpent(left)) continue;
    const next: Pred = { ...told, value: { kind: 'text', value: other.value } };
    return { ir: { ...ir, where: ir.where.map((pred) => (pred === told ? next : pred)) }, marks: left };
  }
  return null;
};
