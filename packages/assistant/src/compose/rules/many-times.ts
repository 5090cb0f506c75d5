import type { CompareOp } from '../../ir/query-ir.ts';
import { conceptAt, fieldAt, markAt, nextContent, type Scene, take } from '../scene.ts';
import { addKey } from './groups.ts';
import { isGroupable } from './ranking.ts';

const FACTORS: Readonly<Record<string, number>> = {
  twice: 2,
  double: 2,
  doubled: 2,
  thrice: 3,
  triple: 3,
  tripled: 3,
  quadrupled: 4,
};

interface Factor {
  readonly times: number;
  readonly used: readonly number[];
}

/** "twice", "3 times", "doubled". */
export const factorAt = (scene: Scene, at: number): Factor | null => {
  const mark = markAt(scene, at);
  const word = FACTORS[mark?.text.toLowerCase() ?? ''];
  const isTimes = /^(times|x)$/i.test(markAt(scene, at + 1)?.text ?? '');
  const used = isTimes ? [at, at + 1] : [at];
  if (word !== undefined) return { times: word, used };
  const isNumber = mark?.meaning.kind === 'amount' && mark.meaning.unit === null && mark.meaning.value > 0;
  return isNumber && isTimes ? { times: mark.meaning.value, used } : null;
};

/** "which regions have more than twice as many errors today as yesterday": the groups whose one count is so many of the other. */
export const manyTimes = (scene: Scene): void => {
  if (scene.compared === null) return;
  for (const at of scene.marks.keys()) {
    const factor = factorAt(scene, at);
    if (factor === null || scene.taken.has(at)) continue;
    const head = scene.marks.findIndex((_, index) => index < at && isGroupable(scene, index));
    const field = head < 0 ? null : fieldAt(scene, head);
    if (field === null) return;
    const before = nextContent(scene, at - 1, -1);
    const comparator = conceptAt(scene, before);
    const said: CompareOp | null = comparator?.kind === 'comparator' ? comparator.op : null;
    take(scene, head, ...factor.used, ...(said === null ? [] : [before]));
    addKey(scene, field);
    const { newer, older } = scene.compared;
    scene.having.push({ metric: newer, op: said ?? '>=', value: { column: older, times: factor.times } });
    return;
  }
};
