import { conceptAt, hasConcept, isGap, markAt, type Scene, take } from '../scene.ts';
import { conditionAt } from './conditions.ts';
import { addMetric } from './metrics.ts';

const failedFrom = 4;

/** The hundreds of a class that nothing has read yet; null at another mark. */
const classAt = (scene: Scene, at: number): number | null => {
  const meaning = markAt(scene, at)?.meaning;
  if (meaning?.kind !== 'literal' || meaning.token.kind !== 'status-class' || scene.taken.has(at)) return null;
  return meaning.token.hundreds;
};

const joins = (scene: Scene, at: number): boolean =>
  isGap(scene, at) || conceptAt(scene, at)?.kind === 'conjunction' || markAt(scene, at)?.text === ',';

/** The classes that are listed from a place on, with nothing but joints between them. */
const listedFrom = (scene: Scene, from: number): readonly number[] => {
  const listed: number[] = [];
  for (let at = from; at < scene.marks.length; at++) {
    if (classAt(scene, at) !== null) listed.push(at);
    else if (!joins(scene, at)) break;
  }
  return listed;
};

/**
 * "for each service the number of 2xx, 4xx and 5xx responses": what went well and what failed are never counted as one,
 * so each class that is listed is a column.
 */
export const statusColumns = (scene: Scene): void => {
  if (!hasConcept(scene, 'count') || hasConcept(scene, 'ratio') || scene.metrics.length > 0) return;
  const first = scene.marks.findIndex((_, at) => classAt(scene, at) !== null);
  const listed = first < 0 ? [] : listedFrom(scene, first);
  const classes = listed.map((at) => classAt(scene, at) ?? 0);
  const mixed = classes.some((hundreds) => hundreds < failedFrom) && classes.some((hundreds) => hundreds >= failedFrom);
  const conditions = listed.map((at) => conditionAt(scene, at));
  if (!mixed || conditions.includes(null)) return;
  take(scene, ...listed);
  for (const [at] of scene.marks.entries()) if (conceptAt(scene, at)?.kind === 'count') take(scene, at);
  for (const condition of conditions)
    if (condition !== null) addMetric(scene, { kind: 'count-if', pred: condition.pred, name: condition.name });
};
