import { fieldAt, hasConcept, isNumeric, markAt, nextContent, type Scene, take } from '../scene.ts';
import { addKey } from './groups.ts';
import { isGroupable } from './ranking.ts';

/** "stop reasons yesterday vs the day before": how often each of them was, then and now. */
export const headsCompared = (scene: Scene): void => {
  if (scene.compared === null || scene.keys.length > 0 || scene.metrics.length > 0 || scene.counted) return;
  const head = nextContent(scene, 0);
  const field = isGroupable(scene, head) && markAt(scene, head)?.plural === true ? fieldAt(scene, head) : null;
  const asksMore = hasConcept(scene, 'count') || hasConcept(scene, 'superlative') || hasConcept(scene, 'comparator');
  if (field === null || isNumeric(field) || field.role !== null || scene.taken.has(head) || asksMore) return;
  take(scene, head);
  addKey(scene, field);
};
