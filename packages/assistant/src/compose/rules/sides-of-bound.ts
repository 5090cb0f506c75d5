import { sameField } from '../../ir/field-ref.ts';
import type { CompareOp, Pred } from '../../ir/query-ir.ts';
import { conceptAt, conceptsOf, type FoundPred, markAt, type Scene, take } from '../scene.ts';
import { addMetric } from './metrics.ts';

export const OPPOSITE: Readonly<Partial<Record<CompareOp, CompareOp>>> = { '>': '<=', '>=': '<', '<': '>=', '<=': '>' };
/** Words for the one side of a bound, and for the other. */
export const LESS: RegExp =
  /^(?:shorter|faster|quicker|less|fewer|smaller|lower|below|under|cheaper|lighter|not|did not|didn['’]t|were not|weren['’]t)$/i;
export const MORE: RegExp =
  /^(?:longer|slower|more|larger|bigger|higher|greater|above|over|heavier|not|did not|didn['’]t|were not|weren['’]t)$/i;

type Bound = FoundPred & { readonly pred: Pred & { readonly kind: 'compare' } };

const isBound = (found: FoundPred): found is Bound =>
  found.source === 'threshold' && found.pred.kind === 'compare' && found.pred.value.kind === 'number';

const isUp = ({ op }: Bound['pred']): boolean => op.startsWith('>');

/** The word at the end that stands for the other side, "and how many were shorter"; -1 without one. */
const otherSideAt = (scene: Scene, count: number, { pred, at: bound }: Bound): number => {
  const said = scene.marks.findLastIndex(({ meaning }) => meaning.kind !== 'punctuation');
  const word = isUp(pred) ? LESS : MORE;
  return count > bound && said > count && !scene.taken.has(said) && word.test(markAt(scene, said)?.text ?? '')
    ? said
    : -1;
};

/** A bound on the same number that none can satisfy beside the first. */
const rivalOf = (scene: Scene, one: Bound): Bound | undefined =>
  scene.preds.filter(isBound).find(({ pred, at }) => {
    const apart = at > one.at && sameField(pred.field, one.pred.field) && isUp(pred) !== isUp(one.pred);
    const [low, high] = isUp(one.pred) ? [one.pred.value, pred.value] : [pred.value, one.pred.value];
    return apart && low.kind === 'number' && high.kind === 'number' && high.value <= low.value;
  });

/**
 * "how many took longer than 2 s and how many were shorter": a column of each side, for the one is what the other is not, and
 * no record is both.
 */
export const sidesOfBound = (scene: Scene): void => {
  const counts = conceptsOf(scene, 'count');
  const one = scene.preds.find(isBound);
  const count = counts.at(-1) ?? -1;
  const op = one === undefined ? undefined : OPPOSITE[one.pred.op];
  if (one === undefined || op === undefined || counts.length < 2 || scene.metrics.length > 0) return;
  const rival = rivalOf(scene, one);
  const said = otherSideAt(scene, count, one);
  if (rival === undefined && said < 0) return;
  const other: Pred = rival?.pred ?? { ...one.pred, op };
  const kept = scene.preds.filter((found) => found !== one && found !== rival);
  scene.preds.splice(0, scene.preds.length, ...kept);
  addMetric(scene, { kind: 'count-if', pred: one.pred, name: isUp(one.pred) ? 'above' : 'below' });
  addMetric(scene, { kind: 'count-if', pred: other, name: isUp(one.pred) ? 'within' : 'above' });
  const between = scene.marks.flatMap((_, at) =>
    at > one.at && at < Math.max(said, count) && conceptAt(scene, at)?.kind !== 'group' ? [at] : [],
  );
  take(scene, ...counts, ...(said < 0 ? [] : [said, ...between]));
};
