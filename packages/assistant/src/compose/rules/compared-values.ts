import { sameField } from '../../ir/field-ref.ts';
import {
  assume,
  conceptAt,
  conceptsOf,
  fieldAt,
  hasConcept,
  markAt,
  nextContent,
  roleField,
  type Scene,
  take,
} from '../scene.ts';
import { addKey } from './groups.ts';
import { addMetric, statMetric } from './metrics.ts';
import { isGroupable } from './ranking.ts';

/** A version is an id by its form, and a value where the data lists it. */
const NAMES = /^(value|id)$/;

/** "from Europe or from Asia": two values of one field are a set, however they were said. */
const mergeAlternatives = (scene: Scene): void => {
  for (const [index, found] of scene.preds.entries()) {
    const { pred } = found;
    if (!NAMES.test(found.source) || pred.kind !== 'compare' || pred.op !== '==') continue;
    const other = scene.preds.findIndex(
      (later, at) =>
        at > index &&
        NAMES.test(later.source) &&
        later.pred.kind === 'compare' &&
        later.pred.op === '==' &&
        sameField(later.pred.field, pred.field),
    );
    const second = scene.preds[other]?.pred;
    if (second?.kind !== 'compare') continue;
    scene.preds[index] = { ...found, pred: { kind: 'in', field: pred.field, values: [pred.value, second.value] } };
    scene.preds.splice(other, 1);
    return;
  }
};

const SLOWER = /\b(slower|faster|longer|shorter|quicker)\b/i;

const than = (scene: Scene, from: number): boolean =>
  scene.marks.some((mark, at) => at >= from && /\bthan$/i.test(mark.text));

/** "slower in eu-west-1 than in us-east-1", "does A take longer than B". */
export const slowerThan = (scene: Scene): number | undefined => {
  const at = scene.marks.findIndex((mark, index) => SLOWER.test(mark.text) && !scene.taken.has(index));
  return at >= 0 && than(scene, at) && markAt(scene, nextContent(scene, at + 1))?.meaning.kind !== 'amount'
    ? at
    : undefined;
};

const saysStatistic = (scene: Scene): boolean => hasConcept(scene, 'stat') || hasConcept(scene, 'percentile');

/** "fails more often in A than in B": how many and what share, for one place may have more of everything. */
const moreOften = (scene: Scene): boolean => {
  const often = scene.marks.findIndex((mark) => /^(often|frequently|likely)$/i.test(mark.text));
  const more = /^(more|less)$/i.test(markAt(scene, often - 1)?.text ?? '');
  // "which fails more often, A or B?"
  const either = hasConcept(scene, 'which');
  const found = scene.preds.find(({ source }) => /^(severity|outcome|status)$/.test(source));
  if (often < 0 || !more || found === undefined || !(either || than(scene, often))) return false;
  take(scene, often - 1, often);
  scene.preds.splice(scene.preds.indexOf(found), 1);
  addMetric(scene, { kind: 'ratio', part: found.pred, name: 'rate' });
  addMetric(scene, { kind: 'count-if', pred: found.pred, name: 'count' });
  assume(scene, 'how often is the share of all, beside the number');
  return true;
};

/** "how do the regions compare in average response time": each of the things that are compared. */
const comparedThings = (scene: Scene): void => {
  if (scene.keys.some((key) => key.kind === 'field') || scene.compared !== null) return;
  const at = scene.marks.findIndex((mark, index) => mark.plural && isGroupable(scene, index));
  const field = at < 0 ? null : fieldAt(scene, at);
  if (field === null || field.role === 'message') return;
  take(scene, at);
  addKey(scene, field);
};

/** "checkout vs cart errors", "compare latency of checkout and cart": the compared values become groups. */
export const comparedValues = (scene: Scene): void => {
  mergeAlternatives(scene);
  const cues = [...conceptsOf(scene, 'versus'), ...conceptsOf(scene, 'compare')];
  const sets = scene.preds.flatMap(({ pred }) => (pred.kind === 'in' ? [pred.field] : []));
  const [field] = sets;
  // "is checkout slower than cart": a comparison of two values, not with an amount.
  const slower =
    conceptsOf(scene, 'comparator').find((at) => markAt(scene, nextContent(scene, at + 1))?.meaning.kind === 'value') ??
    slowerThan(scene);
  const duration = roleField(scene, 'duration');
  if (slower !== undefined && field !== undefined) {
    const concept = conceptAt(scene, slower);
    take(scene, slower);
    addKey(scene, field);
    const timed = concept?.kind !== 'comparator' || concept.of === 'duration';
    if (timed && duration !== null && !saysStatistic(scene)) {
      addMetric(scene, statMetric('avg', duration));
      assume(scene, 'slow and fast are by the average duration');
    }
    return;
  }
  if (field !== undefined && moreOften(scene)) {
    addKey(scene, field);
    return;
  }
  // "which is slower, orders or payments": one of two that are named.
  const either = scene.marks.some(
    (mark, at) =>
      /^(slower|faster|better|worse|higher|lower|more|fewer)$/i.test(mark.text) &&
      conceptAt(scene, at + 1)?.kind !== 'preposition',
  );
  const asks =
    hasConcept(scene, 'which') || /^(do|does|did|is|are|was|were|has|have)\b/i.test(markAt(scene, 0)?.text ?? '');
  if (either && field !== undefined && asks) {
    addKey(scene, field);
    for (const [at, mark] of scene.marks.entries())
      if (/^(more|fewer|higher|lower|better|worse)$/i.test(mark.text)) take(scene, at);
  }
  if (cues.length === 0) return;
  if (field !== undefined) {
    take(scene, ...cues);
    addKey(scene, field);
    return;
  }
  const heads = conceptsOf(scene, 'compare');
  if (heads.length === 0) return;
  take(scene, ...heads);
  comparedThings(scene);
};
