import type { Metric } from '../../ir/query-ir.ts';
import { conceptAt, conceptsOf, markAt, nextContent, type Scene, take } from '../scene.ts';
import { conditionAt } from './conditions.ts';
import { addMetric } from './metrics.ts';

const OF = /^of$/i;

const countOf = (scene: Scene, at: number): Metric | null => {
  const condition = conditionAt(scene, at);
  return condition === null ? null : { kind: 'count-if', pred: condition.pred, name: condition.name };
};

/** "number of card and of cash payments per shop": said once more, "of" asks for each of the two, and not for both together. */
export const ofOneAndOfOther = (scene: Scene): void => {
  if (scene.metrics.length > 0) return;
  for (const at of conceptsOf(scene, 'conjunction')) {
    const first = nextContent(scene, at - 1, -1);
    const cue = nextContent(scene, first - 1, -1);
    const isCount = conceptAt(scene, cue)?.kind === 'count' && /\bof$/i.test(markAt(scene, cue)?.text ?? '');
    if (!OF.test(markAt(scene, at + 1)?.text ?? '') || !isCount || cue !== first - 1) continue;
    const second = nextContent(scene, at + 2);
    const [one, other] = [countOf(scene, first), countOf(scene, second)];
    if (one === null || other === null) continue;
    take(scene, cue, first, at, at + 1, second);
    addMetric(scene, one);
    addMetric(scene, other);
    return;
  }
};
