import { assume, conceptAt, fieldAt, markAt, namesField, roleField, type Scene, take } from '../scene.ts';
import { countName } from './count-name.ts';
import { addMetric, statMetric } from './metrics.ts';

/** "how many calls and how slow were they per route": the average beside the count. */
export const latencyBesideCount = (scene: Scene): void => {
  const at = scene.marks.findIndex(
    (mark, index) => /^how (?:slow|fast|long|quick|quickly)$/i.test(mark.text) && !scene.taken.has(index),
  );
  const joined = conceptAt(scene, at - 1)?.kind === 'conjunction' || markAt(scene, at - 1)?.text === ',';
  const field = roleField(scene, 'duration');
  if (at < 0 || !joined || !scene.counted || scene.metrics.length > 0 || field === null) return;
  take(scene, at);
  addMetric(scene, { kind: 'count', name: countName(scene) });
  addMetric(scene, statMetric('avg', field));
};

/** Latency without a statistic is its average, unless it is compared or ordered by. */
export const bareLatency = (scene: Scene): void => {
  if (scene.metrics.length > 0 || scene.order !== null || scene.columns.length > 0) return;
  for (const [at] of scene.marks.entries()) {
    const concept = conceptAt(scene, at);
    const timeOfTrace =
      /^time$/i.test(markAt(scene, at)?.text ?? '') &&
      scene.keys.length > 0 &&
      scene.preds.some((found) => found.source === 'id');
    if (((concept?.kind !== 'role' || concept.role !== 'duration') && !timeOfTrace) || scene.taken.has(at)) continue;
    const field = roleField(scene, 'duration');
    take(scene, at);
    if (field === null) scene.missing.push({ word: markAt(scene, at)?.text ?? '', slot: 'metric' });
    else if (scene.metrics.length === 0) {
      const trace = scene.preds.some((found) => found.source === 'id');
      const head = scene.marks.findIndex(
        (_, index) => index < at && namesField(scene, index) && !scene.taken.has(index),
      );
      const each = scene.marks.some((_, index) => conceptAt(scene, index)?.kind === 'each');
      const divided = trace && each && head >= 0 && scene.keys.length === 0 ? fieldAt(scene, head) : null;
      if (divided !== null) {
        take(scene, head);
        scene.keys.push({ kind: 'field', field: divided });
      }
      const shared = trace && scene.keys.length > 0;
      addMetric(scene, statMetric(shared ? 'sum' : trace ? 'max' : 'avg', field));
      assume(
        scene,
        shared
          ? 'time is the sum of the durations of the spans'
          : trace
            ? 'a trace takes as long as its longest span'
            : 'latency without a statistic is its average',
        0.93,
      );
    }
  }
};
