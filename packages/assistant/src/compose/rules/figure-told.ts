import type { FieldRef } from '../../ir/field-ref.ts';
import { nameWords, wordForm } from '../../tokens/normal-form.ts';
import { conceptAt, fieldAt, hasConcept, isNumeric, markAt, nextContent, type Scene, take } from '../scene.ts';

/** Whether the name of a number begins with the word: the `grade` of `grade.wait_minutes`. */
const isOf = (field: FieldRef, word: string): boolean => {
  const words = nameWords(field.path.join('.').replace(/^tags\./, ''));
  return words.length > 1 && wordForm(words[0] ?? '') === wordForm(word.toLowerCase());
};

/**
 * "the average wait for a grade" of `grade.wait_minutes`: what the number is of is told by its name, and is not to be
 * found in the message as well.
 */
export const figureTold = (scene: Scene): void => {
  for (const [at, mark] of scene.marks.entries()) {
    const field = mark.meaning.kind === 'field' && !scene.taken.has(at) ? fieldAt(scene, at) : null;
    const joined = /^(?:for|of|on|until|till|to)$/i.test(markAt(scene, at + 1)?.text ?? '');
    const next = field !== null && isNumeric(field) && joined ? nextContent(scene, at + 1) : -1;
    const told = markAt(scene, next);
    if (field !== null && told?.meaning.kind === 'message' && isOf(field, told.text)) take(scene, next);
  }
};

const COUNTS = /^(?:count|distinct|which|list|common)$/;

/** "late uploads per city": a flag that is called by its thing, whose records are meant. */
export const flagTold = (scene: Scene): void => {
  if (scene.marks.some((_, at) => COUNTS.test(conceptAt(scene, at)?.kind ?? ''))) return;
  if (!hasConcept(scene, 'group') && !hasConcept(scene, 'ratio')) return;
  for (const [at, mark] of scene.marks.entries()) {
    const flag = mark.meaning.kind === 'field' && !scene.taken.has(at) ? fieldAt(scene, at) : null;
    const thing = markAt(scene, at + 1);
    const named =
      flag?.type === 'bool' && thing?.meaning.kind === 'field' && thing.plural && /^\p{L}+$/u.test(thing.text);
    if (named && isOf(flag, thing.text)) take(scene, at + 1);
  }
};
