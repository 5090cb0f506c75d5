import type { FieldRef } from '../../ir/field-ref.ts';
import { conceptAt, fieldAt, hasConcept, isGap, markAt, namesField, type Scene, take } from '../scene.ts';

const WITH = /^(?:with|including|showing|along with|together with)$/i;
const asksFigures = (scene: Scene): boolean =>
  scene.metrics.length + scene.keys.length + scene.columns.length > 0 ||
  scene.counted ||
  scene.distinct ||
  scene.bucket !== null ||
  hasConcept(scene, 'count');

const joins = (scene: Scene, at: number): boolean =>
  markAt(scene, at)?.text === ',' || conceptAt(scene, at)?.kind === 'conjunction' || isGap(scene, at);

const ends = (scene: Scene, at: number): boolean => {
  const kind = markAt(scene, at)?.meaning.kind;
  return kind === undefined || kind === 'time' || kind === 'punctuation';
};

/** "the last 10 failed payments with amount and method": what is to be shown of each, where single rows are asked for. */
export const rowsWithColumns = (scene: Scene): void => {
  const rows = scene.limit !== null && scene.limit > 1;
  const cue = scene.marks.findLastIndex(({ text }, at) => WITH.test(text) && !scene.taken.has(at));
  if (!rows || cue < 1 || asksFigures(scene)) return;
  const found: { readonly at: number; readonly field: FieldRef }[] = [];
  let at = cue + 1;
  for (; !ends(scene, at) || (markAt(scene, at)?.text === ',' && found.length > 0); at++) {
    if (joins(scene, at)) continue;
    const field =
      namesField(scene, at) && !scene.taken.has(at) && !markAt(scene, at)?.plural ? fieldAt(scene, at) : null;
    if (field === null) return;
    found.push({ at, field });
  }
  if (found.length === 0) return;
  take(scene, cue, ...found.map((each) => each.at));
  scene.columns.push(...found.map(({ field }) => field));
};
