import { conceptAt, markAt, nextContent, type Scene, take } from '../scene.ts';
import { type Condition, conditionAt } from './conditions.ts';
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
    const rest: Condition[] = [];
    // "2xx vs 4xx vs 5xx": as many as there are.
    for (let last = second; conceptAt(scene, last + 1)?.kind === 'versus'; ) {
      const next = nextContent(scene, last + 2);
      const condition = isClass(scene, next) ? conditionAt(scene, next) : null;
      if (condition === null) break;
      take(scene, last + 1, next);
      rest.push(condition);
      last = next;
    }
    for (const { pred, name } of [one, two, ...rest]) addMetric(scene, { kind: 'count-if', pred, name });
  }
};
