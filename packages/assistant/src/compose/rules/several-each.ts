import { conceptAt, type Scene, take } from '../scene.ts';
import { withoutAbsent } from './absent.ts';
import { addKey } from './groups.ts';
import { thingWithin } from './thing-within.ts';

/**
 * "how many members enrolled in more than two classes": where "members enrolled" is what messages say, each of the members
 * is meant that a field tells apart.
 */
export const severalEach = (scene: Scene, cue: number): void => {
  if (scene.keys.length > 0) return;
  const at = scene.marks.findLastIndex((_, index) => index < cue && thingWithin(scene, index) !== null);
  const field = thingWithin(scene, at);
  if (field === null) return;
  addKey(scene, field);
  withoutAbsent(scene, field, at);
  const asked = scene.marks.findIndex((_, index) => index < at && conceptAt(scene, index)?.kind === 'count');
  if (asked < 0) return;
  take(scene, asked);
  scene.overall.push({ fn: 'count', p: null, of: '', name: 'how_many' });
};
