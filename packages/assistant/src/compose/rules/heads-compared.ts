import type { FieldRef } from '../../ir/field-ref.ts';
import { fieldAt, hasConcept, isNumeric, markAt, nextContent, type Scene, take } from '../scene.ts';
import { addKey } from './groups.ts';
import { isGroupable } from './ranking.ts';

/** Users and services are counted, and not told apart, where only they are compared; kinds and codes are told apart. */
const isKind = ({ role }: FieldRef): boolean => role === null || role === 'errortype';

/** "stop reasons yesterday vs the day before", "billing error codes today vs yesterday": how often each of them was, then and now. */
export const headsCompared = (scene: Scene): void => {
  if (scene.compared === null || scene.keys.length > 0 || scene.metrics.length > 0 || scene.counted) return;
  const head = nextContent(scene, 0, 1, (at) => markAt(scene, at)?.meaning.kind === 'value');
  const field = isGroupable(scene, head) && markAt(scene, head)?.plural === true ? fieldAt(scene, head) : null;
  const asksMore = hasConcept(scene, 'count') || hasConcept(scene, 'superlative') || hasConcept(scene, 'comparator');
  if (field === null || isNumeric(field) || !isKind(field) || scene.taken.has(head) || asksMore) return;
  take(scene, head);
  addKey(scene, field);
};
