import type { Metric } from '../../ir/query-ir.ts';
import { saidIn } from '../said-in.ts';
import {
  conceptAt,
  conceptsOf,
  fieldAt,
  hasConcept,
  isGap,
  markAt,
  nextContent,
  roleField,
  type Scene,
  take,
} from '../scene.ts';
import { type Condition, conditionAt } from './conditions.ts';
import { phraseAt } from './mentioned.ts';
import { addMetric } from './metrics.ts';
import { isGroupable } from './ranking.ts';

const joins = (scene: Scene, at: number): boolean =>
  /^(conjunction|versus)$/.test(conceptAt(scene, at)?.kind ?? '') || markAt(scene, at)?.text === ',';

/** Whether only the things that are counted stand between: "how many 404s did we have and how many 500s". */
const nothingElse = (scene: Scene, from: number, to: number): boolean => {
  for (let at = from; at < to; at++)
    if (!isGap(scene, at) && !joins(scene, at) && conceptAt(scene, at)?.kind !== 'entity') return false;
  return true;
};

interface Column {
  readonly at: number;
  readonly metric: Metric;
  /** Whether it counts only some of the records. */
  readonly part: boolean;
}

const partOf = (at: number, { pred, name }: Pick<Condition, 'pred' | 'name'>): Column => ({
  at,
  metric: { kind: 'count-if', pred, name },
  part: true,
});

/** What is counted at a place: records with a condition or a text, different users, or all records. */
const columnAt = (scene: Scene, at: number): Column | null => {
  const isEntity = (index: number): boolean => conceptAt(scene, index)?.kind === 'entity';
  const next = nextContent(scene, at, 1, isEntity);
  const condition = conditionAt(scene, next);
  if (condition !== null) return partOf(next, condition);
  const [said, message] = [phraseAt(scene, next), roleField(scene, 'message')];
  if (said !== null && message !== null)
    return partOf(next, {
      pred: saidIn(scene, 'phrase', said),
      name: said.replace(/[^a-z0-9]+/gi, '_').toLowerCase(),
    });
  const thing = nextContent(scene, at);
  const field = isGroupable(scene, thing) && markAt(scene, thing)?.plural === true ? fieldAt(scene, thing) : null;
  const name = `${(markAt(scene, thing)?.text ?? '').toLowerCase().replace(/[^a-z0-9]+/g, '_')}`;
  if (field !== null) return { at: thing, metric: { kind: 'distinct', field, name }, part: false };
  return isEntity(thing) ? { at: thing, metric: { kind: 'count', name: 'count' }, part: false } : null;
};

/** "how many GETs and how many POSTs", "number of users and number of errors": each count is of a thing of its own. */
const eachCount = (scene: Scene): readonly Column[] => {
  const counts = conceptsOf(scene, 'count').filter((at) => !scene.taken.has(at));
  const columns = counts.flatMap((at) => columnAt(scene, at + 1) ?? []);
  if (counts.length < 2 || columns.length < counts.length || !columns.some(({ part }) => part)) return [];
  const apart = counts.every((count, i) => i === 0 || nothingElse(scene, (columns[i - 1]?.at ?? 0) + 1, count));
  if (!apart) return [];
  take(scene, ...counts);
  return columns;
};

/** "how many errors, and how many users were affected": by these errors, which stay what is looked at. */
const isAffected = (scene: Scene, columns: readonly Column[]): boolean =>
  columns.filter(({ part }) => part).length === 1 &&
  columns.some(({ metric }) => metric.kind === 'distinct') &&
  scene.marks.some((mark) => /^(affected|hit|impacted|concerned)$/i.test(mark.text));

/** "failed vs successful requests", "how many failed and how many succeeded": no record is both. */
const bothOutcomes = (scene: Scene): readonly Column[] => {
  const found = [true, false].flatMap((failed) => {
    const at = conceptsOf(scene, 'outcome').find((index) => {
      const concept = conceptAt(scene, index);
      return concept?.kind === 'outcome' && concept.failed === failed && !scene.taken.has(index);
    });
    const condition = at === undefined ? null : conditionAt(scene, at);
    return at === undefined || condition === null ? [] : [partOf(at, condition)];
  });
  const negated = hasConcept(scene, 'negation');
  const joint = scene.marks.some(
    (_, at) => joins(scene, at) && found.some((one) => one.at < at) && found.some((one) => one.at > at),
  );
  if (found.length < 2 || negated || !joint || hasConcept(scene, 'ratio')) return [];
  take(scene, ...conceptsOf(scene, 'versus'), ...conceptsOf(scene, 'compare'), ...conceptsOf(scene, 'count'));
  return found.toSorted((a, b) => a.at - b.at);
};

/** Things that are counted beside each other: a column of each, for as one condition they would be nothing, or all of them. */
export const countedApart = (scene: Scene): void => {
  if (scene.metrics.length > 0) return;
  const each = eachCount(scene);
  if (isAffected(scene, each)) {
    for (const { at, metric, part } of each) {
      if (!part) take(scene, at);
      addMetric(scene, part ? { kind: 'count', name: metric.name } : metric);
    }
    return;
  }
  for (const { at, metric } of each.length > 0 ? each : bothOutcomes(scene)) {
    take(scene, at);
    addMetric(scene, metric);
  }
};
