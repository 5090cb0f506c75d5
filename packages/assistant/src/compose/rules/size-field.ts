import { type FieldRef, isSized } from '../../ir/field-ref.ts';
import { nameWords, wordForm } from '../../tokens/normal-form.ts';
import { ownFigureAt } from '../own-figure.ts';
import { conceptAt, fieldAt, isNumeric, markAt, nextContent, type Scene } from '../scene.ts';
import { moneyField } from '../spoken-units.ts';

const SIZED = /^(the )?(biggest|largest|smallest|heaviest|lightest)$/i;
const NAMED = /(bytes|size|length)$/i;

/** The one field that holds a size; null where there are several, or none. */
export const onlySizeField = (scene: Scene): FieldRef | null => {
  const sizes = scene.data.fields.filter(
    ({ ref, name }) => isNumeric(ref) && (/^(bytes|kb|mb|gb)$/.test(ref.unit ?? '') || NAMED.test(name)),
  );
  return sizes.length === 1 ? (sizes[0]?.ref ?? null) : null;
};

/** "the biggest response", "largest requests of orders": records are as big as the size they have. */
export const sizeOfRecords = (scene: Scene, at: number, thing: number): FieldRef | null => {
  const concept = conceptAt(scene, thing);
  const records = concept?.kind === 'entity' && /^(request|log)$/.test(concept.entity);
  return records && SIZED.test(markAt(scene, at)?.text ?? '') ? onlySizeField(scene) : null;
};

const HEAVY = /^(?:the )?(?:heaviest|lightest)$/i;
const WEIGHT = /^(?:weight|mass|kg|kgs|kilos|tonnes|tons|lbs)$/;

/** "the heaviest parcel": the weight that is called after the thing, else the only one; null where nothing is weighed. */
const weightOf = (scene: Scene, thing: string): FieldRef | null => {
  const weights = scene.data.fields.filter(
    ({ ref, name }) => isNumeric(ref) && nameWords(name).some((word) => WEIGHT.test(word)),
  );
  const own = weights.filter(({ name }) => wordForm(nameWords(name)[0] ?? '') === wordForm(thing.toLowerCase()));
  const [only, ...others] = own.length > 0 ? own : weights;
  return only !== undefined && others.length === 0 ? only.ref : null;
};

/** "the biggest payment", "smallest refunds": things that have an amount are as big as it. */
export const amountOfThings = (scene: Scene, at: number, thing: number): FieldRef | null => {
  const meaning = markAt(scene, thing)?.meaning;
  const isThing = meaning?.kind === 'value' || meaning?.kind === 'message' || meaning?.kind === 'field';
  const isText = meaning?.kind === 'field' && fieldAt(scene, thing)?.type === 'string';
  const named = meaning?.kind === 'field' ? isText : isThing;
  if (!named || !SIZED.test(markAt(scene, at)?.text ?? '')) return null;
  const weight = HEAVY.test(markAt(scene, at)?.text ?? '') ? weightOf(scene, markAt(scene, thing)?.text ?? '') : null;
  if (weight !== null) return weight;
  // "the biggest upload": of what has a size of its own, and not what it costs.
  return ownFigureAt(scene, thing, isSized) ?? moneyField(scene);
};

/** "largest and smallest response per route": both are of the thing behind the list; `said` where that is so. */
export const sizeAfter = (scene: Scene, cue: number): { readonly said: boolean; readonly field: FieldRef | null } => {
  const passes = (at: number): boolean =>
    SIZED.test(markAt(scene, at)?.text ?? '') || conceptAt(scene, at)?.kind === 'conjunction';
  const concept = conceptAt(scene, nextContent(scene, cue + 1, 1, passes));
  const said = SIZED.test(markAt(scene, cue)?.text ?? '') && concept?.kind === 'entity' && concept.entity === 'request';
  return { said, field: said ? onlySizeField(scene) : null };
};
