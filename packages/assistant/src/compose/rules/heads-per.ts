import { conceptAt, fieldAt, hasConcept, markAt, nextContent, type Scene, take } from '../scene.ts';
import { addMetric } from './metrics.ts';
import { isGroupable } from './ranking.ts';

const COUNTED = /^(user|host|service|app|trace)$/;

/** "users per region", "hosts by version": there are so many different ones in each; nothing else of them is asked for. */
export const headsPer = (scene: Scene): void => {
  const divided = scene.keys.length > 0 || scene.bucket !== null;
  if (!divided || scene.metrics.length > 0 || scene.counted || scene.columns.length > 0 || scene.order !== null) return;
  if (hasConcept(scene, 'cut') || hasConcept(scene, 'superlative') || hasConcept(scene, 'comparator')) return;
  const head = nextContent(scene, 0, 1, (at) => conceptAt(scene, at)?.kind === 'list');
  const field = isGroupable(scene, head) && markAt(scene, head)?.plural === true ? fieldAt(scene, head) : null;
  const next = markAt(scene, head + 1)?.meaning;
  const per = conceptAt(scene, head + 1)?.kind === 'group' || (next?.kind === 'time' && next.time.kind === 'bucket');
  if (field === null || !per || !COUNTED.test(field.role ?? '')) return;
  take(scene, head);
  const name = (markAt(scene, head)?.text ?? '').toLowerCase().replace(/[^a-z0-9]+/g, '_');
  addMetric(scene, { kind: 'distinct', field, name });
};
