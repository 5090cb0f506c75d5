import type { FieldRef } from '../../ir/field-ref.ts';
import { nameWords } from '../../tokens/normal-form.ts';
import { conceptAt, fieldAt, isNumeric, linksAt, markAt, namesField, nextContent, type Scene, take } from '../scene.ts';

const DOES = /^(?:do|does|did|have|has)(?: (?:most|the|our|all|any))?$/i;
const OF = /^(?:of|by|for|from|among)$/i;

/** The thing that a field is of: the reader of `reader.id` and `reader.plan`. */
const thingOf = (field: FieldRef): string | null => {
  const words = field.path.filter((part) => part !== 'tags').flatMap((part) => part.split('.'));
  return words.length < 2 ? null : nameWords(words[0] ?? '').join(' ');
};

const isId = (field: FieldRef): boolean =>
  !isNumeric(field) && /^(?:id|ids|number|no|key)$/i.test(nameWords(field.path.at(-1) ?? '').at(-1) ?? '');

/** "more errors than trial readers": the value right before says which of them. */
const isDescribed = (scene: Scene, at: number, thing: string): boolean =>
  scene.taken.has(at - 1) && linksAt(scene, at - 1).some(({ field }) => thingOf(field) === thing);

/** "errors of readers on the trial plan": a condition of their own follows. */
const hasCondition = (scene: Scene, at: number, thing: string): boolean =>
  OF.test(markAt(scene, at - 1)?.text ?? '') &&
  scene.preds.some(({ pred }) => 'field' in pred && pred.field !== null && thingOf(pred.field) === thing);

/** "when do readers search": who does it, where records tell what was done. */
const isDoer = (scene: Scene, at: number): boolean => {
  const before = nextContent(scene, at - 1, -1, (index) =>
    /^(?:most|the|our|any)$/i.test(markAt(scene, index)?.text ?? ''),
  );
  const aux = scene.marks.slice(Math.max(0, before), at).some(({ text }) => DOES.test(text));
  return aux && scene.taken.has(at + 1) && scene.preds.some((found) => found.at === at + 1);
};

/** A thing that only says whose the values are: its records have it anyway, and it asks for nothing itself. */
export const whoseValues = (scene: Scene): void => {
  for (const [at, mark] of scene.marks.entries()) {
    const isAny = mark.plural || /\bany$/i.test(markAt(scene, at - 1)?.text ?? '');
    if (scene.taken.has(at) || !isAny || !namesField(scene, at)) continue;
    const field = fieldAt(scene, at);
    const thing = field === null ? null : thingOf(field);
    const counted = conceptAt(scene, nextContent(scene, at - 1, -1))?.kind;
    if (field === null || thing === null || !isId(field) || counted === 'count' || counted === 'distinct') continue;
    if (isDescribed(scene, at, thing) || hasCondition(scene, at, thing) || isDoer(scene, at)) take(scene, at);
  }
};
