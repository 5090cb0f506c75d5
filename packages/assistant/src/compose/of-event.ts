import type { FieldRef } from '../ir/field-ref.ts';
import { nameWords } from '../tokens/normal-form.ts';
import type { FoundPred } from './scene.ts';

/** "the amount of refunds", which `payment.refunded` tells: that of the payment, and not of the order. */
export const isOfEvent = (preds: readonly FoundPred[], field: FieldRef): boolean => {
  const words = nameWords(field.path.join('.').replace(/^tags\./, ''));
  const codes = preds.flatMap(({ pred }) =>
    pred.kind === 'compare' && pred.op === '==' && pred.value.kind === 'text' ? [pred.value.value] : [],
  );
  return words.length > 1 && codes.some((code) => /[._:/-]/.test(code) && nameWords(code)[0] === words[0]);
};
