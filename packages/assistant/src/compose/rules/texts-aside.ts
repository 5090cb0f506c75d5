import type { FieldRef } from '../../ir/field-ref.ts';
import { joinedForm, wordForm } from '../../tokens/normal-form.ts';
import { conceptAt, markAt, type Scene } from '../scene.ts';

const nameCharsMin = 4;

/** "do stack traces mention pool?": what is called as a failure is the text that is searched, where a field holds it. */
export const saidAside = (scene: Scene, at: number): FieldRef | null => {
  const words = (markAt(scene, at)?.text ?? '').split(/\s+/).map(wordForm);
  const [first = ''] = words;
  if (conceptAt(scene, at)?.kind !== 'symptom' || first.length < nameCharsMin) return null;
  const names = new Set([joinedForm(words.join('')), first]);
  const found = scene.data.fields.find(
    ({ ref }) => ref.type === 'string' && ref.role !== 'message' && names.has(joinedForm(ref.path.at(-1) ?? '')),
  );
  return found?.ref ?? null;
};
