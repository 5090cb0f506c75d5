import type { Metric, Pred } from '../../ir/query-ir.ts';
import { conceptAt, fieldAt, isNumeric, markAt, namesField, nextContent, type Scene, take } from '../scene.ts';
import { conditionAt } from './conditions.ts';
import { addMetric, countName } from './metrics.ts';

/** Where "how many of them" begins, and where what is said of them does. */
const ofThemAt = (scene: Scene): { readonly count: number; readonly from: number } | null => {
  for (const [at] of scene.marks.entries()) {
    if (conceptAt(scene, at)?.kind !== 'count' || !/^of$/i.test(markAt(scene, at + 1)?.text ?? '')) continue;
    if (/^(them|those|these|which|whom)$/i.test(markAt(scene, at + 2)?.text ?? '')) return { count: at, from: at + 3 };
  }
  return null;
};

/** The clause ends where the question begins to speak of groups or times of all. */
const clauseEnd = (scene: Scene, from: number): number => {
  const end = scene.marks.findIndex(
    (mark, at) =>
      at >= from &&
      (mark.meaning.kind === 'time' ||
        /^(group|each)$/.test(conceptAt(scene, at)?.kind ?? '') ||
        /^[,;?]$/.test(mark.text)),
  );
  return end < 0 ? scene.marks.length : end;
};

/**
 * "how many users went to the cart and how many of them had an error", "how many requests were there and how many of those
 * failed": what is said of some of them makes a second column and no filter.
 */
export const ofThem = (scene: Scene): void => {
  const found = ofThemAt(scene);
  const first = scene.marks.findIndex((_, at) => conceptAt(scene, at)?.kind === 'count');
  if (found === null || first < 0 || first >= found.count) return;
  const clause = scene.marks.flatMap((_, at) => (at >= found.from && at < clauseEnd(scene, found.from) ? [at] : []));
  const said = clause.flatMap((at) => {
    const condition = conditionAt(scene, at);
    return condition === null ? [] : [{ at, condition }];
  });
  const [only] = said;
  if (only === undefined) return;
  const preds = said.map(({ condition }) => condition.pred);
  const pred: Pred = preds.length === 1 ? only.condition.pred : { kind: 'and', preds };
  const next = nextContent(scene, first + 1, 1, (at) => markAt(scene, at)?.meaning.kind === 'value');
  const field = namesField(scene, next) ? fieldAt(scene, next) : null;
  const name = said.map(({ condition }) => condition.name).join('_');
  const columns: readonly [Metric, Metric] =
    field === null || isNumeric(field)
      ? [
          { kind: 'count', name: countName(scene) },
          { kind: 'count-if', pred, name },
        ]
      : [
          { kind: 'distinct', field, name: 'all' },
          { kind: 'distinct', field, only: pred, name: `with_${name}` },
        ];
  for (const metric of columns) addMetric(scene, metric);
  take(scene, first, found.count, ...said.map(({ at }) => at), ...(field === null || isNumeric(field) ? [] : [next]));
};
