import { meantByLast } from '../catalog/last-words.ts';
import { messageTokens } from '../catalog/vocabulary.ts';
import type { Reading } from '../compose/compose.ts';
import { sameField } from '../ir/field-ref.ts';
import { fieldsIn } from '../ir/fields-in.ts';
import type { Pred } from '../ir/query-ir.ts';
import type { Mark, ValueLink } from '../link/mark.ts';
import { nameWords, wordForm } from '../tokens/normal-form.ts';

const textsOf = (pred: Pred): readonly string[] => {
  if (pred.kind === 'text') return [pred.text];
  if (pred.kind === 'not') return textsOf(pred.pred);
  return pred.kind === 'and' || pred.kind === 'or' ? pred.preds.flatMap(textsOf) : [];
};

/** The words of the question before, as messages and fields have them. */
const wordsOf = ({ ir, scene }: Reading): ReadonlySet<string> =>
  new Set(
    [
      ...ir.where.flatMap(textsOf).flatMap(messageTokens),
      ...fieldsIn(ir).flatMap((field) => nameWords(field.path.at(-1) ?? '')),
      ...scene.marks.flatMap(({ text }) => text.toLowerCase().split(/\s+/)),
    ].map(wordForm),
  );

/** "by reason" after refunds is by `refundReason`, where several things have a reason. */
const shortName = (base: Reading, mark: Mark): Mark => {
  const fields = mark.meaning.kind === 'unknown' ? base.scene.index.lastWords.get(wordForm(mark.text)) : undefined;
  const own = (fields ?? []).filter(({ dataset }) => dataset === base.ir.dataset);
  const { named } = own.length === 0 ? { named: undefined } : meantByLast(own, wordsOf(base));
  return named === undefined ? mark : { ...mark, meaning: { kind: 'field', links: named } };
};

/** "just duel" of groups by queue is one of the queues, whatever else is called so. */
const valueOfKey = ({ ir }: Reading, mark: Mark): Mark => {
  const keys = ir.keys.flatMap((key) => (key.kind === 'field' ? [key.field] : []));
  const { meaning } = mark;
  if (meaning.kind !== 'value') return mark;
  const isKey = ({ field }: ValueLink): boolean => keys.some((key) => sameField(key, field));
  const own = meaning.links.filter(isKey);
  if (own.length === 0) return mark;
  return { ...mark, meaning: { ...meaning, links: [...own, ...meaning.links.filter((link) => !isKey(link))] } };
};

/** What words mean after the question that they go on with. */
export const ofBase = (base: Reading, marks: readonly Mark[]): readonly Mark[] =>
  marks.map((mark) => valueOfKey(base, shortName(base, mark)));
