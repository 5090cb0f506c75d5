import { conceptAt, markAt, nextContent, type Scene, take } from '../scene.ts';
import { addMetric } from './metrics.ts';
import { thingWithin } from './thing-within.ts';

/** "how many different jobs failed": where "jobs failed" is one value, different jobs are counted all the same. */
export const distinctThings = (scene: Scene): void => {
  if (scene.metrics.length > 0) return;
  const at = scene.marks.findIndex((_, index) => conceptAt(scene, index)?.kind === 'distinct');
  const before = nextContent(scene, at - 1, -1);
  if (at < 0 || scene.taken.has(at) || conceptAt(scene, before)?.kind !== 'count') return;
  const next = nextContent(scene, at + 1);
  const field = thingWithin(scene, next);
  if (field === null) return;
  take(scene, before, at);
  const word = /^\p{L}+/u.exec(markAt(scene, next)?.text ?? '')?.[0] ?? 'values';
  addMetric(scene, { kind: 'distinct', field, name: `distinct_${word.toLowerCase()}` });
};
