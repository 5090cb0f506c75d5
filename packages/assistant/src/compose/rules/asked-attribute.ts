import { conceptAt, isGap, linksAt, markAt, namesField, type Scene, take } from '../scene.ts';

const ASKS = /^what(?:'s|’s| is| was| are| were)?$/i;
const OF = /^of$/i;
const wordsMax = 3;

/** A name that stands for one: `ee-10203`, `ord_77`. */
const isOne = (scene: Scene, at: number): boolean =>
  /^\p{L}[\w-]*\d[\w-]*$/u.test(markAt(scene, at)?.text ?? '') &&
  linksAt(scene, at).some(({ field }) => /id$/i.test(field.path.at(-1) ?? ''));

/** A word that is nothing but what some message says, or one of the values of a field: no figure, and no field. */
const isNoAttribute = (scene: Scene, at: number): boolean => {
  const meaning = markAt(scene, at)?.meaning;
  if (namesField(scene, at) || scene.taken.has(at)) return false;
  return meaning?.kind === 'value' || (meaning?.kind === 'message' && !meaning.phrase.includes(' '));
};

/** "what is the net price of ord-77": what it asks for is no field, and records that mention these words do not answer it. */
export const askedAttribute = (scene: Scene): void => {
  let at = 0;
  if (!ASKS.test(markAt(scene, at)?.text ?? '') || conceptAt(scene, at)?.kind !== 'which') return;
  at += 1;
  while (isGap(scene, at)) at += 1;
  const from = at;
  while (isNoAttribute(scene, at)) at += 1;
  const said = Array.from({ length: at - from }, (_, step) => from + step);
  const isNamed = said.length > 0 && said.length <= wordsMax && OF.test(markAt(scene, at)?.text ?? '');
  if (!isNamed || !isOne(scene, at + 1)) return;
  take(scene, ...said);
  scene.missing.push({ word: said.map((place) => markAt(scene, place)?.text ?? '').join(' '), slot: 'metric' });
};
