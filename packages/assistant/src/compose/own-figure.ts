import type { FieldRef } from '../ir/field-ref.ts';
import { nameWords, wordForm } from '../tokens/normal-form.ts';
import { fieldAt, isNumeric, markAt, type Scene } from './scene.ts';
import { isDurationUnit } from './units.ts';

export const isTimed = (field: FieldRef): boolean => isNumeric(field) && isDurationUnit(field.unit);

/** The only number of a kind that a thing has of its own: of an upload its `upload.size_kb`, of a visit its `visit_minutes`. */
const ownFigure = (scene: Scene, word: string, isIt: (field: FieldRef) => boolean): FieldRef | null => {
  const thing = wordForm(word.toLowerCase());
  const own = scene.data.fields.filter(({ ref, name }) => {
    const words = nameWords(name.replace(/^tags\./, ''));
    return isIt(ref) && ref.role === null && words.length > 1 && wordForm(words[0] ?? '') === thing;
  });
  return own.length === 1 ? (own[0]?.ref ?? null) : null;
};

/** The same of the thing that a mark names; null where it names a number. */
export const ownFigureAt = (scene: Scene, at: number, isIt: (field: FieldRef) => boolean): FieldRef | null => {
  const mark = markAt(scene, at);
  const field = mark?.meaning.kind === 'field' ? fieldAt(scene, at) : null;
  const names = /^(?:field|value|message|unknown)$/.test(mark?.meaning.kind ?? '');
  if (mark === undefined || !names || !/^\p{L}+$/u.test(mark.text) || (field !== null && isNumeric(field))) return null;
  return ownFigure(scene, mark.text, isIt);
};
