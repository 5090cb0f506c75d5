import { conceptAt, conceptsOf, fieldAt, markAt, roleField, type Scene, take } from '../scene.ts';
import { addKey } from './groups.ts';
import { addMetric } from './metrics.ts';
import { isGroupable } from './ranking.ts';
import { silentSince } from './silent-since.ts';

/** "is mailer still logging", "which services have gone quiet": the last time of each, the longest ago first. */
export const lastSeen = (scene: Scene): void => {
  const [at] = conceptsOf(scene, 'seen');
  const time = roleField(scene, 'timestamp');
  if (at === undefined || time === null || scene.metrics.length > 0) return;
  take(scene, at);
  for (const other of conceptsOf(scene, 'exists')) take(scene, other);
  const head = scene.marks.findIndex((_, index) => isGroupable(scene, index) && !scene.taken.has(index));
  const field = head < 0 ? null : fieldAt(scene, head);
  const isNamed = scene.preds.some((found) => found.source === 'value');
  const service = roleField(scene, 'service');
  const asksWho = conceptAt(scene, 0)?.kind === 'which' || conceptAt(scene, 0)?.kind === 'exists';
  if (field !== null) {
    take(scene, head);
    addKey(scene, field);
  } else if (!isNamed && asksWho && service !== null && scene.keys.length === 0) addKey(scene, service);
  addMetric(scene, { kind: 'stat', fn: 'max', field: time, name: 'last_seen' });
  scene.order = { by: 'column', name: 'last_seen', direction: 'asc' };
  silentSince(scene, markAt(scene, at)?.text ?? '');
};
