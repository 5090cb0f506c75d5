import type { FieldRef } from '../../ir/field-ref.ts';
import { nameWords, wordForm } from '../../tokens/normal-form.ts';
import { assume, markAt, type Scene } from '../scene.ts';
import { moneyFields } from '../spoken-units.ts';

/** "the average fee collected" of `fee.amount`, where messages say "fee collected": the money of that thing, and no time. */
export const moneyTold = (scene: Scene, at: number): FieldRef | null => {
  const { meaning, text = '' } = markAt(scene, at) ?? {};
  if (meaning?.kind !== 'message') return null;
  const said = new Set(nameWords(text).map(wordForm));
  const told = nameWords(meaning.phrase).map(wordForm);
  const own = moneyFields(scene).filter((field) => {
    const words = nameWords(field.path.join('.').replace(/^tags\./, '')).map(wordForm);
    const [thing = ''] = words;
    return words.length > 1 && told.includes(thing) && said.has(thing);
  });
  const [field, ...others] = own;
  if (field === undefined || others.length > 0) return null;
  assume(scene, `what is computed is ${field.path.join('.')}`, 0.95);
  return field;
};
