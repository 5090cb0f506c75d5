import type { Scene } from '../compose/scene.ts';
import { type FieldRef, sameField } from '../ir/field-ref.ts';
import type { QueryIR } from '../ir/query-ir.ts';
import type { Mark } from '../link/mark.ts';
import { nameWords, wordForm } from '../tokens/normal-form.ts';
import { isOn } from './steps/preds.ts';

/** Codes of what happened, and services, are told by more than a word of theirs. */
const isNamed = (field: FieldRef, value: string): boolean => field.role === null && !/[.:/]/.test(value);

/** The fields that the question before asked for one value of. */
const askedFields = ({ where }: QueryIR): readonly FieldRef[] =>
  where.flatMap((pred) =>
    pred.kind === 'compare' && pred.op === '==' && pred.value.kind === 'text' && isNamed(pred.field, pred.value.value)
      ? [pred.field]
      : [],
  );

/** The one value of a field that has the word as one of its own: "phone" of `phone_seen`. */
const valueWith = ({ data }: Scene, field: FieldRef, word: string): string | null => {
  const values = data.fields.find(({ ref }) => sameField(ref, field))?.source.values ?? [];
  const found = values.filter(({ value }) => nameWords(value).some((part) => wordForm(part) === word));
  return found.length === 1 ? (found[0]?.value ?? null) : null;
};

/** "flagged for a second face?", "and for a phone?": a value of the same field, whatever else is called so. */
export const ownValues = (ir: QueryIR, scene: Scene, marks: readonly Mark[]): readonly Mark[] => {
  const about = marks.some(({ meaning }) => meaning.kind === 'concept' && meaning.concept.kind === 'edit');
  const fields = about ? askedFields(ir) : [];
  return marks.map((mark) => {
    const { meaning } = mark;
    if (meaning.kind !== 'value' || !/^\p{L}+$/u.test(mark.text)) return mark;
    if (meaning.links.some(({ field }) => ir.where.some((pred) => isOn(pred, field)))) return mark;
    const word = wordForm(mark.text.toLowerCase());
    const links = fields.flatMap((field) => {
      const value = valueWith(scene, field, word);
      return value === null ? [] : [{ dataset: ir.dataset, field, value, score: 0.9, guessed: false }];
    });
    return links.length !== 1 ? mark : { ...mark, meaning: { ...meaning, links } };
  });
};
