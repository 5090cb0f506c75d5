import type { Pred } from '../../ir/query-ir.ts';
import { conceptAt, isGap, linksAt, markAt, nextContent, roleField, type Scene, take } from '../scene.ts';
import { withoutAbsent } from './absent.ts';
import { type Condition, conditionAt } from './conditions.ts';
import { addKey } from './groups.ts';
import { messageConditionAt } from './message-condition.ts';
import { addMetric } from './metrics.ts';

/** "with", "that have", "containing", "going through": leads to what is within a trace. */
const WITHIN =
  /^(?:(?:that |which )?(?:have|has|had|contain|contains|contained|containing|include|includes|included|including|show|shows|having))$|^(?:with|where)$/i;
const PASSES =
  /^(?:(?:that |which )?(?:touch|touches|touched|touching|hit|hits|hitting|reach|reaches|reached|reaching|cross|crosses|crossed|crossing|pass|passes|passed|passing|go|goes|went|going|involve|involves|involved|involving|call|calls|called|calling|visit|visits|visited|visiting)(?: through)?|through|via|across)$/i;
const ONE_OF = /^(?:an?|any|some|one|at least one|at least an?)$/i;

interface Side {
  readonly marks: readonly number[];
  readonly pred: Pred;
  readonly name: string;
}

/** What messages say: of a log, for spans have none. */
const saidAt = (scene: Scene, at: number): Condition | null =>
  scene.dataset === 'logs' ? messageConditionAt(scene, at) : null;

/** "traces with both a timeout and a failed payment": what only messages say is looked for in the logs of the trace. */
const onlySaid = (scene: Scene, sides: readonly Side[]): boolean =>
  sides.some(({ marks }) => marks.some((at) => markAt(scene, at)?.meaning.kind === 'message'));

/** Everything that is said of one span, from a mark up to another. */
const sideOf = (scene: Scene, from: number, to: number): Side | null => {
  const said = Array.from({ length: to - from }, (_, step) => from + step).flatMap((at) => {
    const condition = conditionAt(scene, at) ?? saidAt(scene, at);
    return condition === null ? [] : [{ at, ...condition }];
  });
  const [only] = said;
  if (only === undefined) return null;
  const preds = said.map(({ pred }) => pred);
  return {
    marks: said.map(({ at }) => at),
    pred: preds.length === 1 ? only.pred : { kind: 'and', preds },
    name: said.map(({ name }) => name).join('_'),
  };
};

const isEnd = (scene: Scene, at: number): boolean => {
  const mark = markAt(scene, at);
  return (
    mark === undefined ||
    mark.meaning.kind === 'time' ||
    /^[?;]$/.test(mark.text) ||
    /^(?:group|each|superlative|count)$/.test(conceptAt(scene, at)?.kind ?? '')
  );
};

interface Halves {
  readonly both: number;
  readonly and: number;
  readonly from: number;
  readonly end: number;
}

const halvesOf = (scene: Scene, head: number): Halves | null => {
  const from = scene.marks.findIndex((mark, at) => at > head && (WITHIN.test(mark.text) || PASSES.test(mark.text)));
  if (from < 0) return null;
  const both = scene.marks.findIndex((mark, at) => at > head && /^both$/i.test(mark.text));
  const stop = scene.marks.findIndex((_, at) => at > from && isEnd(scene, at));
  const end = stop < 0 ? scene.marks.length : stop;
  const ands = scene.marks.flatMap((_, at) => {
    const concept = conceptAt(scene, at);
    return at > from && at < end && concept?.kind === 'conjunction' && concept.op === 'and' ? [at] : [];
  });
  const [and] = ands;
  return and === undefined || ands.length > 1 ? null : { both, and, from, end };
};

/** "an error in Y", "one of card-auth": the second half begins anew, so it is of another span. */
const beginsAnew = (scene: Scene, and: number): boolean =>
  ONE_OF.test(markAt(scene, and + 1)?.text ?? '') || /\ban?$/i.test(markAt(scene, and)?.text ?? '');

const withShared = (side: Side | null, shared: Side | null): Side | null =>
  side === null || shared === null
    ? side
    : { ...side, pred: { kind: 'and', preds: [shared.pred, side.pred] }, name: `${shared.name}_${side.name}` };

/** "touching ledger and transfers": two names, and no span has both. */
const namesOnly = (scene: Scene, { from, end }: Halves): boolean =>
  PASSES.test(markAt(scene, from)?.text ?? '') &&
  Array.from({ length: end - from - 1 }, (_, step) => from + 1 + step).every(
    (at) =>
      isGap(scene, at) ||
      markAt(scene, at)?.meaning.kind === 'value' ||
      /^(?:conjunction|entity)$/.test(conceptAt(scene, at)?.kind ?? '') ||
      /^(?:both|services?)$/i.test(markAt(scene, at)?.text ?? '') ||
      PASSES.test(markAt(scene, at)?.text ?? ''),
  );

/**
 * "traces that have both a ledger span and an error", "traces with a call to ledger and an error in transfers": each half is
 * of a span of its own, and both are in the trace; of one span they would hold of none.
 */
export const withinTraces = (scene: Scene): void => {
  const trace = roleField(scene, 'trace');
  const head = scene.marks.findIndex((_, at) => {
    const concept = conceptAt(scene, at);
    const named =
      (concept?.kind === 'entity' && concept.entity === 'trace') ||
      (concept?.kind === 'role' && concept.role === 'trace');
    return named || /^trace ?ids?$/i.test(markAt(scene, at)?.text ?? '');
  });
  const halves = trace === null || head < 0 ? null : halvesOf(scene, head);
  if (trace === null || halves === null) return;
  const { both, and, from, end } = halves;
  const ofLogs = scene.dataset === 'logs';
  if (ofLogs && both < 0) return;
  if (both < 0 && !beginsAnew(scene, and) && !namesOnly(scene, halves)) return;
  const one = sideOf(scene, from + 1, and);
  // "errors in both A and B": what stands before is said of either.
  const shared = both > from + 1 && both < and ? sideOf(scene, from + 1, both) : null;
  const two = withShared(sideOf(scene, and + 1, end), shared);
  if (one === null || two === null || one.name === two.name) return;
  if (ofLogs && !onlySaid(scene, [one, two])) return;
  const led = nextContent(scene, from - 1, -1);
  const said = Array.from({ length: end - from }, (_, step) => from + step).filter(
    (at) =>
      /^(?:entity|conjunction)$/.test(conceptAt(scene, at)?.kind ?? '') || WITHIN.test(markAt(scene, at)?.text ?? ''),
  );
  const verbs = scene.marks.flatMap((mark, at) => (at >= led && at < end && PASSES.test(mark.text) ? [at] : []));
  for (const at of [...one.marks, ...two.marks])
    for (const { score } of linksAt(scene, at).slice(0, 1)) scene.valueScores.push(score);
  take(scene, head, ...(both < 0 ? [] : [both]), ...said, ...verbs, ...one.marks, ...two.marks);
  addKey(scene, trace);
  if (ofLogs) withoutAbsent(scene, trace, head);
  for (const { pred, name } of [one, two]) {
    addMetric(scene, { kind: 'count-if', pred, name });
    scene.having.push({ metric: name, op: '>', value: 0 });
  }
  const count = nextContent(scene, head - 1, -1);
  if (conceptAt(scene, count)?.kind !== 'count') return;
  take(scene, count);
  scene.overall.push({ fn: 'count', p: null, of: '', name: 'traces' });
};
