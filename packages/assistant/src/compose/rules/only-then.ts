import { conceptAt, fieldAt, markAt, nextContent, roleField, type Scene, take } from '../scene.ts';
import { withoutAbsent } from './absent.ts';
import { conditionAt, groupByHead } from './conditions.ts';
import { addKey } from './groups.ts';
import { addMetric } from './metrics.ts';
import { isGroupable } from './ranking.ts';

const NONE =
  /^(none|nothing|not( in| on| at| for| from)?|no|but not|never|without|neither|(have|has|had|did|does|do|was|were|is|are)(n['’]t| not))$/i;
const CONTRAST = /^(but|but not|although|though|yet|while)$/i;

/** One time has it and the other does not. */
export interface OnlyThen {
  readonly with: 'first' | 'second';
  /** The words that say so. */
  readonly used: readonly number[];
}

const namesIt = (scene: Scene, at: number): boolean =>
  conditionAt(scene, at) !== null || conceptAt(scene, at)?.kind === 'with';

/**
 * "had errors today but none yesterday", "that did not appear yesterday", "no errors yesterday but some today": which of
 * two times is to have what is asked about, and the words of it; null where both are compared.
 */
export const onlyThen = (scene: Scene, first: number, second: number): OnlyThen | null => {
  const between = scene.marks.flatMap((_, at) => (at > first && at < second ? [at] : []));
  const isNone = (at: number): boolean => !scene.taken.has(at) && NONE.test(markAt(scene, at)?.text ?? '');
  const names = scene.marks.findIndex((_, at) => at < first && conditionAt(scene, at) !== null);
  const none = between.find(isNone);
  const contrast = between.find((at) => CONTRAST.test(markAt(scene, at)?.text ?? ''));
  if (none !== undefined) {
    // "but no errors yesterday" names again what is asked about; another thing would be another question.
    const again = between.filter((at) => at > none && namesIt(scene, at) && conceptAt(scene, at)?.kind !== 'with');
    const same = again.every((at) => conditionAt(scene, at)?.name === conditionAt(scene, names)?.name);
    return same ? { with: 'first', used: [none, ...again] } : null;
  }
  const earlier = scene.marks.findIndex((_, at) => at < first && isNone(at));
  if (earlier < 0 || contrast === undefined) return null;
  const some = between.filter(
    (at) => at > contrast && /^(some|did|do|does|have|had)$/i.test(markAt(scene, at)?.text ?? ''),
  );
  return { with: 'second', used: [earlier, contrast, ...some] };
};

/** Groups that have it in one of the two times that are compared, and not in the other. */
export const keepOnlyThen = (scene: Scene, has: 'newer' | 'older', at: number): boolean => {
  const { compared } = scene;
  if (compared === null) return false;
  const message = roleField(scene, 'message');
  // "errors that are new today": what they say.
  const next = nextContent(scene, at + 1);
  const named = isGroupable(scene, next) ? fieldAt(scene, next) : null;
  if (!groupByHead(scene, at)) {
    const key = named ?? message;
    if (key === null) return false;
    // "new services this week": the thing may follow.
    if (named !== null) take(scene, next);
    addKey(scene, key);
  }
  for (const key of scene.keys) if (key.kind === 'field') withoutAbsent(scene, key.field, at);
  const [some, none] = has === 'newer' ? [compared.newer, compared.older] : [compared.older, compared.newer];
  for (const name of [some, none])
    for (const metric of compared.metrics) if (metric.name === name) addMetric(scene, metric);
  scene.having.push({ metric: some, op: '>', value: 0 }, { metric: none, op: '==', value: 0 });
  scene.compared = null;
  take(scene, at);
  return true;
};
