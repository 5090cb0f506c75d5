import type { CompareOp, Metric } from '../../ir/query-ir.ts';
import { conceptAt, type Scene, take } from '../scene.ts';
import { headBefore } from './having.ts';
import { factorAt } from './many-times.ts';

const columnOf = (metric: Metric | undefined): string | null =>
  metric?.kind === 'percentile' || metric?.kind === 'stat' ? metric.name : null;

/** "services where p99 is more than twice the median": one figure of each group against so many times another. */
export const timesOfFigure = (scene: Scene): void => {
  const [one, other, ...more] = scene.metrics.map(columnOf);
  if (one == null || other == null || more.length > 0) return;
  for (const at of scene.marks.keys()) {
    const comparator = conceptAt(scene, at);
    const factor = comparator?.kind === 'comparator' && !scene.taken.has(at) ? factorAt(scene, at + 1) : null;
    if (comparator?.kind !== 'comparator' || factor === null) continue;
    take(scene, at, ...factor.used);
    const op: CompareOp = comparator.op;
    headBefore(scene, at);
    scene.having.push({ metric: one, op, value: { column: other, times: factor.times } });
    return;
  }
};
