import { conceptAt, nextContent, type Scene, take } from '../scene.ts';
import { withoutAbsent } from './absent.ts';

/** "how many users opened /cart but never /checkout": those that did are counted. */
export const countGroups = (scene: Scene): void => {
  const asked = scene.marks.findIndex((_, at) => conceptAt(scene, at)?.kind === 'count');
  const key = scene.keys.find((found) => found.kind === 'field');
  if (asked < 0 || key === undefined || !scene.taken.has(nextContent(scene, asked + 1))) return;
  take(scene, asked);
  withoutAbsent(scene, key.field, asked);
  scene.overall.push({ fn: 'count', p: null, of: '', name: `${key.field.role ?? 'group'}s` });
};
