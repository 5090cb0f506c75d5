import { assume, conceptAt, markAt, nextContent, type Scene, take } from '../scene.ts';
import { toldOf } from './bare-events.ts';
import { addMetric } from './metrics.ts';

/** "refunds per 1000 orders", "refunds per order": how many of the one event there are for so many of the other. */
export const eventsPerMany = (scene: Scene): void => {
  for (const at of scene.marks.keys()) {
    if (!/^per$/i.test(markAt(scene, at)?.text ?? '')) continue;
    const amount = markAt(scene, at + 1)?.meaning;
    const isMany = amount?.kind === 'amount' && amount.unit === null && amount.value > 1;
    const [one, other] = [nextContent(scene, at - 1, -1), at + (isMany ? 2 : 1)];
    const isPlural = [one, other].every((index) => markAt(scene, index)?.plural === true);
    const [part, over] = isMany && isPlural ? [toldOf(scene, one), toldOf(scene, other)] : [null, null];
    if (!isMany || part === null || over === null || scene.taken.has(one)) continue;
    const count = nextContent(scene, one - 1, -1);
    take(scene, at, at + 1, one, other, ...(conceptAt(scene, count)?.kind === 'count' ? [count] : []));
    const name = `per_${amount.value}`;
    for (const [index, { as }] of [[one, part] as const, [other, over] as const])
      assume(scene, `"${markAt(scene, index)?.text}" are those told by "${as}"`, 0.97);
    addMetric(scene, { kind: 'ratio', part: part.pred, over: over.pred, per: amount.value, name });
    return;
  }
};
