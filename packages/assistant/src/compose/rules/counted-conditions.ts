import type { CompareOp, Metric } from '../../ir/query-ir.ts';
import { conceptAt, markAt, nextContent, type Scene, take } from '../scene.ts';
import { withoutAbsent } from './absent.ts';
import { conditionAt, groupByHead, headBeforeCondition } from './conditions.ts';
import { amountAt } from './having.ts';
import { addMetric } from './metrics.ts';

const NONE = /^(no|without|without any|never|(have|has|had|did|do|does)(n['’]t| not))$/i;

/** How often a group is to have one thing. */
interface Bounded {
  readonly metric: Metric;
  readonly op: CompareOp;
  readonly value: number;
  readonly from: number;
  readonly to: number;
}

const isRecord = (scene: Scene, at: number): boolean => {
  const concept = conceptAt(scene, at);
  return concept?.kind === 'volume' || (concept?.kind === 'entity' && concept.entity !== 'trace');
};

/** What is bounded: all records, or those that satisfy a condition. */
const thingAt = (scene: Scene, at: number): { readonly metric: Metric; readonly to: number } | null => {
  const condition = conditionAt(scene, at);
  if (condition !== null) {
    const metric: Metric = { kind: 'count-if', pred: condition.pred, name: condition.name };
    return { metric, to: isRecord(scene, at + 1) ? at + 1 : at };
  }
  const concept = conceptAt(scene, at);
  const plain = concept?.kind === 'entity' && /^(request|span)$/.test(concept.entity) ? `${concept.entity}s` : 'count';
  return isRecord(scene, at) ? { metric: { kind: 'count', name: plain }, to: at } : null;
};

/** "at least 10 requests", "fewer than 2 errors", "no errors". */
const boundedAt = (scene: Scene, from: number): Bounded | null => {
  const concept = conceptAt(scene, from);
  if (scene.taken.has(from)) return null;
  if (concept?.kind === 'negation' && NONE.test(markAt(scene, from)?.text ?? '')) {
    const thing = thingAt(
      scene,
      nextContent(scene, from + 1, 1, (at) => conceptAt(scene, at)?.kind === 'exists'),
    );
    return thing === null || thing.metric.kind === 'count' ? null : { ...thing, op: '==', value: 0, from };
  }
  if (concept?.kind !== 'comparator' || concept.of !== null) return null;
  const amount = amountAt(scene, nextContent(scene, from + 1));
  const thing = amount === null || amount.unit !== null ? null : thingAt(scene, nextContent(scene, amount.at + 1));
  return amount === null || thing === null ? null : { ...thing, op: concept.op, value: amount.value, from };
};

const isBetween = (scene: Scene, at: number): boolean =>
  /^(conjunction|with|which)$/.test(conceptAt(scene, at)?.kind ?? '') ||
  /^(,|but|yet|had|have|has)$/i.test(markAt(scene, at)?.text ?? '');

/** All that is bounded, one after the other. */
const boundsFrom = (scene: Scene, start: number): readonly Bounded[] => {
  const found: Bounded[] = [];
  for (let at = start; at >= 0; ) {
    const bounded = boundedAt(scene, at);
    if (bounded === null) return found;
    found.push(bounded);
    const next = nextContent(scene, bounded.to + 1, 1, (index) => isBetween(scene, index));
    if (next === bounded.to + 1) return found;
    at = next;
  }
  return found;
};

/** "users with over 20 requests but fewer than 2 errors": each is counted for itself, where a filter would bound both. */
export const countedConditions = (scene: Scene): void => {
  for (const [at] of scene.marks.entries()) {
    const bounds = boundedAt(scene, at) === null ? [] : boundsFrom(scene, at);
    const names = new Set(bounds.map(({ metric }) => metric.name));
    if (bounds.length < 2 || names.size < bounds.length || headBeforeCondition(scene, at) < 0) continue;
    if (bounds.every(({ value, op }) => op === '==' && value === 0) || !groupByHead(scene, at)) continue;
    for (const key of scene.keys) if (key.kind === 'field') withoutAbsent(scene, key.field, at);
    for (const { metric, op, value, from, to } of bounds) {
      addMetric(scene, metric);
      scene.having.push({ metric: metric.name, op, value });
      for (let index = from; index <= to; index++) take(scene, index);
    }
    return;
  }
};
