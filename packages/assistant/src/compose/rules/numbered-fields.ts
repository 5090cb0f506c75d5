import { addPred, assume, conceptAt, fieldAt, isNumeric, markAt, namesField, type Scene, take } from '../scene.ts';

/** "top 5 star ratings" says how many, "more than 5 stars" bounds them. */
const COUNTS = /^(?:cut|superlative|comparator|between|ordered|edit|count)$/;

/** "with http.status 409": a field as the data spells it, and the number that it is to have. */
const isNamedBefore = (scene: Scene, at: number): boolean => {
  const name = markAt(scene, at - 1);
  const field = name?.meaning.kind === 'field' && !scene.taken.has(at - 1) ? fieldAt(scene, at - 1) : null;
  const isSpelled = /[._]/.test(name?.text ?? '') && field?.path.join('.').endsWith(name?.text ?? '') === true;
  if (field === null || !isSpelled || !isNumeric(field) || conceptAt(scene, at - 2)?.kind === 'group') return false;
  const value = Number(markAt(scene, at)?.text);
  if (!Number.isFinite(value)) return false;
  take(scene, at - 1, at);
  addPred(scene, 'threshold', { kind: 'compare', field, op: '==', value: { kind: 'number', value } }, at - 1);
  return true;
};

/** "one star ratings", "5-star reviews": the number that such a record has, for the thing it numbers stands in the singular. */
export const numberedFields = (scene: Scene): void => {
  for (const [at, { meaning }] of scene.marks.entries()) {
    if (meaning.kind !== 'amount' || meaning.unit !== null || scene.taken.has(at) || scene.taken.has(at + 1)) continue;
    if (isNamedBefore(scene, at)) continue;
    const field = namesField(scene, at + 1) ? fieldAt(scene, at + 1) : null;
    const [thing = ''] = (markAt(scene, at + 1)?.text ?? '').toLowerCase().split(/\s+/);
    const before = conceptAt(scene, at - 1)?.kind ?? '';
    const counts =
      COUNTS.test(before) && !(before === 'count' && /^how many$/i.test(markAt(scene, at - 1)?.text ?? ''));
    if (field === null || !isNumeric(field) || field.role !== null || thing.endsWith('s') || counts) continue;
    take(scene, at, at + 1);
    addPred(
      scene,
      'threshold',
      { kind: 'compare', field, op: '==', value: { kind: 'number', value: meaning.value } },
      at,
    );
    assume(scene, `the number is that of ${field.path.join('.')}`);
    // "5 star reviews": what has the number is named once more.
    const noun = markAt(scene, at + 2);
    if (noun?.meaning.kind === 'unknown' && noun.plural) take(scene, at + 2);
  }
};
