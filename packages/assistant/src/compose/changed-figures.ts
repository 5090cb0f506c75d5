import type { Metric, Pred } from '../ir/query-ir.ts';
import type { Scene } from './scene.ts';

const both = (one: Pred, other: Pred | undefined): Pred =>
  other === undefined ? one : { kind: 'and', preds: [one, other] };

/** A figure of the records of one range alone; null where it has no such form. */
const within = (metric: Metric, range: Pred, name: string): Metric | null => {
  switch (metric.kind) {
    case 'count':
      return { kind: 'count-if', pred: range, name };
    case 'count-if':
      return { ...metric, pred: both(range, metric.pred), name };
    case 'distinct':
    case 'stat':
    case 'percentile':
      return { ...metric, only: both(range, metric.only), name };
    case 'ratio':
      return metric.of === undefined
        ? { ...metric, part: both(range, metric.part), over: both(range, metric.over), name }
        : null;
    case 'change':
    case 'elapsed':
      return null;
  }
};

const COLUMN = { difference: 'change', part: 'change_share', quotient: 'ratio' } as const;

/** How much the figure that is asked for changed between the two ranges, with that of each; null where nothing asks so. */
export const changedFigures = (scene: Scene): readonly Metric[] | null => {
  const { change, compared } = scene;
  if (change === null || compared === null || scene.metrics.length > 1) return null;
  const [figure = { kind: 'count', name: 'count' } as const] = scene.metrics;
  // The ranges in the order in which they were said: "today divided by yesterday".
  const sides = compared.metrics.flatMap((metric) => (metric.kind === 'count-if' ? [metric] : []));
  const said = change.as === 'quotient' ? sides : sides.toSorted((a) => (a.name === compared.newer ? -1 : 1));
  const [one, other] = said.map(({ pred, name }) => within(figure, pred, name));
  if (one === undefined || other === undefined || one === null || other === null) return null;
  return [{ kind: 'change', as: change.as, one, other, name: COLUMN[change.as] }, one, other];
};
