import { conceptAt, conceptsOf, markAt, nextContent, type Scene, take } from '../scene.ts';
import { addMetric, countName } from './metrics.ts';

/** `how many`, `number of`, `any`. */
export const plainCounts = (scene: Scene): void => {
  for (const at of conceptsOf(scene, 'count')) {
    // "average latency and number of requests": the count is a column too.
    const before = conceptAt(scene, at - 1)?.kind === 'conjunction' || markAt(scene, at - 1)?.text === ',';
    const things = /^(entity|severity|outcome)$/.test(conceptAt(scene, nextContent(scene, at + 1))?.kind ?? '');
    if (!scene.taken.has(at) && before && things && scene.metrics.length > 0)
      addMetric(scene, { kind: 'count', name: countName(scene) });
    if (!scene.taken.has(at)) scene.counted = true;
    take(scene, at);
  }
  for (const at of conceptsOf(scene, 'volume')) {
    take(scene, at);
    scene.counted = true;
  }
  if (/^(did|has|have|is|are|was|were|does|do)\b/i.test(scene.marks[0]?.text ?? '') && scene.columns.length === 0)
    scene.exists = true;
  for (const at of conceptsOf(scene, 'exists')) {
    take(scene, at);
    // "which error codes are there" asks for them, not whether there are any.
    if (conceptsOf(scene, 'which').some((other) => other < at)) continue;
    scene.exists = true;
  }
};
