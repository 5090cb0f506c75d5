import { conceptAt, markAt, nextContent, type Scene, take } from '../scene.ts';
import { conditionAt } from './conditions.ts';
import { addMetric } from './metrics.ts';

const isClass = (scene: Scene, at: number): boolean => {
  const meaning = markAt(scene, at)?.meaning;
  return meaning?.kind === 'literal' && meaning.token.kind === 'status-class';
};

/** "4xx vs 5xx per service": classes have no value to group by, so each is a column. */
export const versusStatuses = (scene: Scene): void => {
  for (const [at] of scene.marks.entries()) {
    const first = nextContent(scene, at - 1, -1);
    const second = nextContent(scene, at + 1);
    if (conceptAt(scene, at)?.kind !== 'versus' || !isClass(scene, first) || !isClass(scene, second)) continue;
    const one = conditionAt(scene, first);
    const two = conditionAt(scene, second);
    if (one === null || two === null) continue;
    take(scene, at, first, second);
    for (const { pred, name } of [one, two]) addMetric(scene, { kind: 'count-if', pred, name });
  }
};
