import { conceptAt, fieldAt, markAt, namesField, nextContent, type Scene, take } from '../scene.ts';
import { type Condition, conditionAt, groupByHead } from './conditions.ts';
import { countGroups } from './count-groups.ts';
import { addMetric } from './metrics.ts';

const joined = (scene: Scene, at: number): number =>
  conceptAt(scene, at)?.kind === 'conjunction' ? nextContent(scene, at + 1) : -1;

const sameKind = (one: Condition, two: Condition): boolean =>
  one.field !== null && two.field !== null && one.field.path.join('\0') === two.field.path.join('\0');

/**
 * "users with errors in both cart and search": no record has two values of one field, so each is counted for the thing
 * that is asked for, and only groups that have both stay. Without such a thing either of the values will do.
 */
export const bothOf = (scene: Scene): void => {
  for (const [at, mark] of scene.marks.entries()) {
    if (!/^both$/i.test(mark.text) || scene.taken.has(at)) continue;
    const first = nextContent(scene, at + 1);
    const second = joined(scene, first + 1);
    const one = conditionAt(scene, first);
    const two = conditionAt(scene, second);
    take(scene, at);
    if (one === null || two === null || !sameKind(one, two) || !groupByHead(scene, at)) continue;
    take(scene, first, first + 1, second);
    for (const { pred, name } of [one, two]) {
      addMetric(scene, { kind: 'count-if', pred, name });
      scene.having.push({ metric: name, op: '>', value: 0 });
    }
    countGroups(scene);
  }
};

/** "users with errors in all three regions": as many different values as are asked for. */
export const everyOf = (scene: Scene): void => {
  for (const [at, mark] of scene.marks.entries()) {
    const amount = markAt(scene, at + 1)?.meaning;
    const field = namesField(scene, at + 2) ? fieldAt(scene, at + 2) : null;
    if (!/^all( the| of the)?$/i.test(mark.text) || amount?.kind !== 'amount' || amount.unit !== null || field === null)
      continue;
    if (!groupByHead(scene, at)) continue;
    take(scene, at, at + 1, at + 2);
    const name = `distinct_${(field.path.at(-1) ?? 'values').replace(/[^A-Za-z0-9_]+/g, '_')}`;
    addMetric(scene, { kind: 'distinct', field, name });
    scene.having.push({ metric: name, op: '>=', value: amount.value });
  }
};
