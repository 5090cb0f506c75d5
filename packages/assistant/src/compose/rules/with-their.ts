import { sameField } from '../../ir/field-ref.ts';
import { conceptAt, fieldAt, isNumeric, markAt, namesField, type Scene, take } from '../scene.ts';

const WITH = /^(?:with|and|including|incl|plus|along with|together with|alongside|as well as|next to)$/i;
const THEIR = /^(?:their|its|respective|the respective|corresponding)$/i;

const joins = (scene: Scene, at: number): boolean =>
  markAt(scene, at)?.text === ',' || conceptAt(scene, at)?.kind === 'conjunction';

/** "slowest 5 operations, with their tables", "top users by errors and their region": told of each beside what is ranked. */
export const withTheir = (scene: Scene): void => {
  const told = scene.metrics.length > 0 || scene.counted || scene.order?.by === 'column';
  if (!scene.keys.some(({ kind }) => kind === 'field') || !told) return;
  const their = scene.marks.findIndex(
    ({ text }, at) => THEIR.test(text) && WITH.test(markAt(scene, at - 1)?.text ?? ''),
  );
  if (their < 1) return;
  let at = their + 1;
  while (namesField(scene, at) && !scene.taken.has(at)) {
    const field = fieldAt(scene, at);
    const known = field !== null && scene.keys.some((key) => key.kind === 'field' && sameField(key.field, field));
    if (field === null) scene.missing.push({ word: markAt(scene, at)?.text ?? '', slot: 'group' });
    if (field === null || (isNumeric(field) && field.role !== 'status') || known) return;
    scene.keys.push({ kind: 'field', field, beside: true });
    take(scene, their - 1, their, at);
    if (!joins(scene, at + 1)) return;
    const own = THEIR.test(markAt(scene, at + 2)?.text ?? '') || conceptAt(scene, at + 2)?.kind === 'filler' ? 1 : 0;
    at += 2 + own;
  }
};
