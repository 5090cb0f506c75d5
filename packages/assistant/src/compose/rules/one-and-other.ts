import { conceptAt, conceptsOf, fieldAt, markAt, nextContent, type Scene, take } from '../scene.ts';
import { withoutAbsent } from './absent.ts';
import { type Condition, conditionAt, groupByHead, headBeforeCondition } from './conditions.ts';
import { countGroups } from './count-groups.ts';
import { messageConditionAt } from './message-condition.ts';
import { addMetric } from './metrics.ts';

const NOT = /^(but not|never|not|no|without|without any|(have|has|had|did|does|do|was|were)(n['’]t| not))$/i;
const ALSO = /^(and also|also|as well as|plus also|and then also|and later also)$/i;

/** "had a failed payout *this week* but no …": when it was stands between the two, and says nothing of either. */
const timesAfter = (scene: Scene, from: number): number => {
  let at = from;
  while (markAt(scene, at)?.meaning.kind === 'time') at += 1;
  return at;
};

/** What a record says or is. */
const saidAt = (scene: Scene, at: number): Condition | null => conditionAt(scene, at) ?? messageConditionAt(scene, at);

/** "but no", "and also", "and": how the second thing stands to the first; null where it is another sentence. */
const jointAt = (
  scene: Scene,
  from: number,
): { readonly none: boolean; readonly also: boolean; readonly used: readonly number[] } | null => {
  const used: number[] = [];
  let [none, also] = [false, false];
  for (let at = from; at < scene.marks.length && used.length < 4; at++) {
    const text = markAt(scene, at)?.text ?? '';
    const kind = conceptAt(scene, at)?.kind;
    if (NOT.test(text)) none = true;
    else if (ALSO.test(text)) also = true;
    // "but got no email"
    else if (kind !== 'conjunction' && !/^(,|but|yet|then)$/i.test(text) && !(kind === 'with' && used.length > 0))
      break;
    used.push(at);
  }
  return used.length === 0 ? null : { none, also, used };
};

const isDone = (scene: Scene, at: number): boolean => {
  const meaning = markAt(scene, at)?.meaning;
  return (
    /^(with|entity|volume|exists|text)$/.test(conceptAt(scene, at)?.kind ?? '') ||
    (meaning?.kind === 'unknown' && /(ed|ing|s)$/i.test(markAt(scene, at)?.text ?? ''))
  );
};

/** A trace has many spans, so "that touched A and B" wants both without more words. */
const isOfTraces = (scene: Scene, head: number): boolean => {
  const concept = conceptAt(scene, head);
  return concept?.kind === 'entity' && concept.entity === 'trace';
};

/** Where a share of these things is asked for; -1 where none is. */
const shareOf = (scene: Scene, head: number): number => {
  const ratio = conceptsOf(scene, 'ratio').find((at) => at < head && nextContent(scene, at + 1) >= at);
  const concept = ratio === undefined ? null : conceptAt(scene, ratio);
  return ratio !== undefined && concept?.kind === 'ratio' && concept.of === 'any' ? ratio : -1;
};

/**
 * "traces that hit A and also B", "users that visited A but never B": no record is both, so each is counted for the thing
 * that is asked for.
 */
export const oneAndOther = (scene: Scene): void => {
  for (const [at] of scene.marks.entries()) {
    const one = saidAt(scene, at);
    const head = one === null ? -1 : headBeforeCondition(scene, at);
    // "messages containing A but not B" are chosen by what they say.
    if (one === null || head < 0 || fieldAt(scene, head)?.path.join() === one.field?.path.join()) continue;
    const first = conceptAt(scene, at + 1)?.kind === 'entity' ? at + 1 : at;
    const joint = jointAt(scene, timesAfter(scene, first + 1));
    if (joint === null || !(joint.none || joint.also || isOfTraces(scene, head))) continue;
    const second = nextContent(scene, (joint.used.at(-1) ?? at) + 1, 1, (index) => isDone(scene, index));
    const other = saidAt(scene, second);
    const alike = other?.field?.path.join() === one.field?.path.join() && other?.field !== null;
    // One of the two in the group itself, or in a list that goes on, is a filter.
    if (other === null || !alike || other.name === one.name || conceptAt(scene, second + 1)?.kind === 'conjunction')
      continue;
    if (!groupByHead(scene, at)) continue;
    const last = conceptAt(scene, second + 1)?.kind === 'entity' ? second + 1 : second;
    const between = scene.marks.flatMap((_, index) =>
      index > head && index < last && isDone(scene, index) ? [index] : [],
    );
    take(scene, at, first, second, last, ...joint.used, ...between);
    for (const key of scene.keys) if (key.kind === 'field') withoutAbsent(scene, key.field, at);
    addMetric(scene, { kind: 'count-if', pred: one.pred, name: one.name });
    addMetric(scene, { kind: 'count-if', pred: other.pred, name: other.name });
    scene.having.push({ metric: one.name, op: '>', value: 0 });
    const bound = { op: joint.none ? ('==' as const) : ('>' as const), value: 0 };
    const share = shareOf(scene, head);
    // "what share of the users who opened A also reached B": of those who did the one.
    if (share < 0) {
      scene.having.push({ metric: other.name, ...bound });
      countGroups(scene);
    } else {
      take(scene, share);
      scene.metrics.unshift(...scene.metrics.splice(-1, 1));
      scene.overall.push({ fn: 'share', p: null, of: other.name, name: 'share', bound });
    }
    return;
  }
};
