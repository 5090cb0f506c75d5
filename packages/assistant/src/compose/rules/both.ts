import { saidIn } from '../said-in.ts';
import {
  conceptAt,
  conceptsOf,
  fieldAt,
  markAt,
  namesField,
  nextContent,
  roleField,
  type Scene,
  take,
} from '../scene.ts';
import { type Condition, conditionAt, groupByHead } from './conditions.ts';
import { countGroups } from './count-groups.ts';
import { addMetric } from './metrics.ts';

const joined = (scene: Scene, at: number): number =>
  conceptAt(scene, at)?.kind === 'conjunction' ? nextContent(scene, at + 1) : -1;

/** "had both a failed upload and a declined card": what a message says is a condition too. */
const conditionOf = (scene: Scene, at: number): Condition | null => {
  const mark = markAt(scene, at);
  if (mark?.meaning.kind !== 'message' || scene.taken.has(at)) return conditionAt(scene, at);
  const field = roleField(scene, 'message');
  return field === null
    ? null
    : {
        pred: saidIn(scene, 'phrase', mark.meaning.phrase),
        field,
        name: mark.text.toLowerCase().replace(/[^a-z0-9]+/g, '_'),
      };
};

const sameKind = (one: Condition, two: Condition): boolean =>
  one.field !== null && two.field !== null && one.field.path.join('\0') === two.field.path.join('\0');

/** A column of each of two conditions, and only the groups that have some of both. */
const wantBoth = (scene: Scene, one: Condition, two: Condition): void => {
  for (const { pred, name } of [one, two]) {
    addMetric(scene, { kind: 'count-if', pred, name });
    scene.having.push({ metric: name, op: '>', value: 0 });
  }
  countGroups(scene);
};

/**
 * "users with errors in both cart and search": no record has two values of one field, so each is counted for the thing
 * that is asked for, and only groups that have both stay. Without such a thing either of the values will do.
 */
export const bothOf = (scene: Scene): void => {
  for (const [at, mark] of scene.marks.entries()) {
    if (!/^both$/i.test(mark.text) || scene.taken.has(at)) continue;
    const first = nextContent(scene, at + 1);
    const second = joined(scene, first + 1);
    const one = conditionOf(scene, first);
    const two = conditionOf(scene, second);
    take(scene, at);
    if (one === null || two === null || !sameKind(one, two) || !groupByHead(scene, at)) continue;
    take(scene, first, first + 1, second);
    wantBoth(scene, one, two);
  }
};

const isOne = (scene: Scene, at: number): boolean => /^an?$/i.test(markAt(scene, at - 1)?.text ?? '');

/** "which users had a failed upload and a declined card": one of each, and no message is both. */
export const oneOfEach = (scene: Scene): void => {
  for (const at of conceptsOf(scene, 'conjunction')) {
    const [first, second] = [nextContent(scene, at - 1, -1), nextContent(scene, at + 1)];
    const told = [first, second].every(
      (index) => markAt(scene, index)?.meaning.kind === 'message' && isOne(scene, index),
    );
    const had = conceptAt(scene, nextContent(scene, first - 1, -1))?.kind === 'with';
    const one = told && had ? conditionOf(scene, first) : null;
    const two = told && had ? conditionOf(scene, second) : null;
    if (!/^and$/i.test(markAt(scene, at)?.text ?? '') || one === null || two === null) continue;
    if (!groupByHead(scene, first)) continue;
    take(scene, first, at, second);
    wantBoth(scene, one, two);
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
