import { type FieldRef, sameField } from '../../ir/field-ref.ts';
import {
  conceptAt,
  conceptsOf,
  fieldAt,
  hasConcept,
  markAt,
  namesField,
  nextContent,
  roleField,
  type Scene,
  take,
} from '../scene.ts';
import { isDurationUnit } from '../units.ts';
import { withoutAbsent } from './absent.ts';
import { amountAt } from './having.ts';
import { addMetric } from './metrics.ts';
import { isGroupable } from './ranking.ts';

const OUTCOME = /^(severity|status|outcome|text|threshold)$/;

const thingAt = (scene: Scene, at: number): FieldRef | null => {
  const concept = conceptAt(scene, at);
  if (concept?.kind === 'entity') return concept.entity === 'trace' ? roleField(scene, 'trace') : null;
  return namesField(scene, at) ? fieldAt(scene, at) : null;
};

const nounAfter = (scene: Scene, ratio: number): number =>
  nextContent(scene, ratio + 1, 1, (index) => markAt(scene, index)?.meaning.kind === 'value');

/** The things a share is of: "percentage of users", "what share of the pods". */
const sharedAt = (scene: Scene, ratio: number): { readonly at: number; readonly field: FieldRef } | null => {
  const concept = conceptAt(scene, ratio);
  const at = nounAfter(scene, ratio);
  const field = isGroupable(scene, at) && markAt(scene, at)?.plural === true ? thingAt(scene, at) : null;
  if (concept?.kind !== 'ratio' || concept.of !== 'any' || field === null || field.role === 'message') return null;
  const grouped = scene.keys.some((key) => key.kind === 'field' && sameField(key.field, field));
  return grouped ? null : { at, field };
};

const saysPercentile = (scene: Scene): boolean =>
  scene.marks.some(
    ({ meaning }, at) =>
      conceptAt(scene, at)?.kind === 'percentile' ||
      (meaning.kind === 'literal' && meaning.token.kind === 'percentile'),
  );

/** "share of users with more than 5 errors": each user is within the bound or not. */
const boundsGroups = (scene: Scene, things: number): boolean =>
  scene.marks.some((_, at) => {
    const amount =
      at > things && conceptAt(scene, at)?.kind === 'comparator' ? amountAt(scene, nextContent(scene, at + 1)) : null;
    // A record takes that long, and a group has a figure.
    return amount !== null && (!isDurationUnit(amount.unit) || hasConcept(scene, 'stat') || saysPercentile(scene));
  });

/** "share of users with at least one error by region": that they have any, where each has a place in a group. */
const atLeastOne = (scene: Scene, things: number): readonly [boolean, ...number[]] => {
  const cue = scene.marks.findIndex((_, at) => at > things && conceptAt(scene, at)?.kind === 'comparator');
  const amount = cue < 0 ? null : amountAt(scene, nextContent(scene, cue + 1));
  const concept = conceptAt(scene, cue);
  const one = concept?.kind === 'comparator' && concept.op === '>=' && amount?.value === 1 && amount.unit === null;
  return one && amount !== null && scene.keys.length > 0 ? [true, cue, amount.at] : [false];
};

/** Whether a share is of groups that are bounded, and not of records. */
export const isOfGroups = (scene: Scene, ratio: number): boolean => {
  const shared = sharedAt(scene, ratio);
  return shared !== null && boundsGroups(scene, shared.at) && !atLeastOne(scene, shared.at)[0];
};

/** "what share of the users had an error": of the users, and not of what they did. */
export const distinctShares = (scene: Scene): void => {
  for (const ratio of conceptsOf(scene, 'ratio')) {
    const shared = scene.taken.has(ratio) ? null : sharedAt(scene, ratio);
    const [any, ...used] = shared === null ? [false] : atLeastOne(scene, shared.at);
    if (shared === null || (boundsGroups(scene, shared.at) && !any)) continue;
    take(scene, ...used);
    const parts = scene.preds.filter((found) => found.at > shared.at);
    const [only] = parts;
    if (only === undefined) continue;
    scene.preds.splice(0, scene.preds.length, ...scene.preds.filter((found) => !parts.includes(found)));
    const part = parts.length === 1 ? only.pred : ({ kind: 'and', preds: parts.map(({ pred }) => pred) } as const);
    addMetric(scene, { kind: 'ratio', part, of: shared.field, name: 'share' });
    take(scene, ratio, shared.at);
  }
};

/** A filter for what is counted would leave out the groups that have none of it. */
const countWithin = (scene: Scene, metric: string): void => {
  const counted = scene.metrics.find(({ name }) => name === metric);
  const parts = counted?.kind === 'count' ? scene.preds.filter(({ source }) => OUTCOME.test(source)) : [];
  const [only] = parts;
  if (only === undefined || counted === undefined) return;
  scene.preds.splice(0, scene.preds.length, ...scene.preds.filter((found) => !parts.includes(found)));
  const pred = parts.length === 1 ? only.pred : ({ kind: 'and', preds: parts.map((part) => part.pred) } as const);
  scene.metrics.splice(scene.metrics.indexOf(counted), 1, { kind: 'count-if', pred, name: metric });
};

/** The share of the groups that satisfy the one condition on them, where a share of these things is asked for. */
export const sharesOfGroups = (scene: Scene): void => {
  const [bound] = scene.having;
  const [key] = scene.keys;
  if (
    bound === undefined ||
    scene.having.length > 1 ||
    scene.overall.length > 0 ||
    key?.kind !== 'field' ||
    scene.keys.length > 1
  )
    return;
  const { metric, op, value } = bound;
  const asked = conceptsOf(scene, 'ratio').filter((ratio) => {
    const concept = conceptAt(scene, ratio);
    const field = concept?.kind === 'ratio' && concept.of === 'any' ? thingAt(scene, nounAfter(scene, ratio)) : null;
    return field !== null && sameField(field, key.field);
  });
  if (asked.length === 0 || typeof value !== 'number') return;
  take(scene, ...asked);
  countWithin(scene, metric);
  withoutAbsent(scene, key.field, 0);
  scene.having.splice(0, 1);
  scene.overall.push({ fn: 'share', p: null, of: metric, name: 'share', bound: { op, value } });
};
