import type { FieldRef } from '../ir/field-ref.ts';
import type { Pred } from '../ir/query-ir.ts';
import { nameWords } from '../tokens/normal-form.ts';
import type { Scene } from './scene.ts';

const WORST = /^(?:ERROR|CRITICAL)$/;

const isOfErrors = (pred: Pred): boolean => {
  if (pred.kind === 'in') return pred.values.some((value) => value.kind === 'severity' && WORST.test(value.value));
  return pred.kind === 'compare' && pred.value.kind === 'severity' && pred.op !== '!=' && WORST.test(pred.value.value);
};

/** "errors of the mailer" and then "which codes": those of the errors, where a field holds them, and no status. */
export const codeOfErrors = (scene: Scene, word: string): FieldRef | null => {
  const field = /^codes?$/i.test(word) ? scene.data.roles.get('errortype') : undefined;
  if (field === undefined || nameWords(field.path.at(-1) ?? '').at(-1) !== 'code') return null;
  const ofErrors =
    [...scene.before, ...scene.preds.map(({ pred }) => pred)].some(isOfErrors) ||
    scene.marks.some(
      ({ meaning }) =>
        meaning.kind === 'concept' && meaning.concept.kind === 'severity' && WORST.test(meaning.concept.value),
    );
  return ofErrors ? field : null;
};
