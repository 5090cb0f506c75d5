import type { Pred } from '../../ir/query-ir.ts';
import { assume, conceptAt, fieldAt, markAt, namesField, roleField, type Scene, take } from '../scene.ts';
import { withoutAbsent } from './absent.ts';
import { type Condition, conditionAt } from './conditions.ts';
import { addKey } from './groups.ts';
import { addMetric } from './metrics.ts';
import { isGroupable } from './ranking.ts';

const MORE = /^(more|fewer|less)$/i;
const SLOWER = /^(slower|faster|longer|quicker)( than)?$/i;

interface Sides {
  readonly head: number;
  readonly one: Condition;
  readonly other: Condition;
  readonly used: readonly number[];
}

const valuesOf = (scene: Scene, from: number, to: number): readonly number[] =>
  scene.marks.flatMap((mark, at) =>
    at >= from && at < to && mark.meaning.kind === 'value' && conditionAt(scene, at) !== null ? [at] : [],
  );

/** "services where A has more … than B": the things, and the two values of one field that they are compared by. */
const sidesOf = (scene: Scene, cue: number): Sides | null => {
  const than = scene.marks.findIndex((mark, at) => at >= cue && /\bthan$/i.test(mark.text));
  const head = scene.marks.findIndex((mark, at) => at < cue && isGroupable(scene, at) && mark.plural === true);
  if (than < 0 || head < 0) return null;
  const first = valuesOf(scene, head + 1, than).at(-1) ?? -1;
  const second = valuesOf(scene, than, scene.marks.length)[0] ?? -1;
  const [one, other] = [conditionAt(scene, first), conditionAt(scene, second)];
  const alike =
    one?.field !== null && one?.field?.path.join() === other?.field?.path.join() && one?.name !== other?.name;
  const key = fieldAt(scene, head);
  if (one === null || other === null || !alike || key === null || key.path.join() === one.field?.path.join())
    return null;
  const words = [first - 1, second - 1].filter((at) => at > head && namesField(scene, at));
  return { head, one, other, used: [than, first, second, ...words] };
};

/** What there is more of: what is counted of each side. */
const countedAt = (scene: Scene, cue: number): { readonly at: number; readonly pred: Pred | null } | null => {
  const condition = conditionAt(scene, cue + 1);
  if (condition !== null && markAt(scene, cue + 1)?.meaning.kind !== 'value')
    return { at: cue + 1, pred: condition.pred };
  return /^(entity|volume)$/.test(conceptAt(scene, cue + 1)?.kind ?? '') ? { at: cue + 1, pred: null } : null;
};

/** "services where 1.8.0 has more errors than 1.7.3", "which routes are slower in A than in B": a column of each side. */
export const oneSideMore = (scene: Scene): void => {
  for (const [at, mark] of scene.marks.entries()) {
    const slower = SLOWER.test(mark.text);
    const sides = scene.taken.has(at) || !(slower || MORE.test(mark.text)) ? null : sidesOf(scene, at);
    const duration = roleField(scene, 'duration');
    const counted = slower ? null : countedAt(scene, at);
    const key = sides === null ? null : fieldAt(scene, sides.head);
    if (sides === null || key === null || (slower ? duration === null : counted === null)) continue;
    take(scene, at, sides.head, ...sides.used, ...(counted === null ? [] : [counted.at]));
    addKey(scene, key);
    withoutAbsent(scene, key, sides.head);
    for (const { pred, name } of [sides.one, sides.other]) {
      if (slower && duration !== null) addMetric(scene, { kind: 'stat', fn: 'avg', field: duration, name, only: pred });
      else {
        const both: Pred = counted?.pred == null ? pred : { kind: 'and', preds: [counted.pred, pred] };
        addMetric(scene, { kind: 'count-if', pred: both, name });
      }
    }
    if (slower) assume(scene, 'slow and fast are by the average duration');
    const op = /^(fewer|less|faster|quicker)/i.test(mark.text) ? '<' : '>';
    scene.having.push({ metric: sides.one.name, op, value: { column: sides.other.name } });
    return;
  }
};
