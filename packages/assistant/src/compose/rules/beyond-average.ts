import type { FieldRef } from '../../ir/field-ref.ts';
import type { Beyond } from '../../ir/query-ir.ts';
import {
  assume,
  conceptAt,
  fieldAt,
  isNumeric,
  markAt,
  namesField,
  nextContent,
  roleField,
  type Scene,
  take,
} from '../scene.ts';
import { moneyField } from '../spoken-units.ts';
import { type AverageBound, averageBoundAt, FEWER, figureAt, MORE, USUAL } from './average-bound.ts';
import { countName } from './count-name.ts';
import { headBefore } from './having.ts';
import { addMetric, percentileMetric, statMetric } from './metrics.ts';
import { isGroupable } from './ranking.ts';

const ITS_OWN = /^(?:their|its|the|each|every|own|same|that)$/i;

const metricOf = ({ fn, p }: AverageBound, field: FieldRef): Beyond['figure'] =>
  fn === 'percentile' ? percentileMetric(p ?? 0.5, field) : statMetric(fn, field);

const numberAt = (scene: Scene, at: number): FieldRef | null => {
  const field = namesField(scene, at) ? fieldAt(scene, at) : null;
  return field !== null && isNumeric(field) && field.role !== 'status' ? field : null;
};

/** "above the average amount", "an amount above the average": the number that is named beside the bound. */
const namedNumber = (scene: Scene, bound: AverageBound): { readonly field: FieldRef; readonly at: number } | null => {
  const beside = [nextContent(scene, bound.end), nextContent(scene, bound.cue - 1, -1)];
  const at = beside.find((index) => numberAt(scene, index) !== null);
  const field = at === undefined ? null : numberAt(scene, at);
  return at === undefined || field === null ? null : { field, at };
};

/** "of their path", "for the same service": whose figure it is; null where it is that of all. */
const figureOf = (
  scene: Scene,
  from: number,
): { readonly field: FieldRef; readonly used: readonly number[] } | null => {
  let at = from;
  const used: number[] = [];
  const led = (): boolean =>
    /^(?:preposition|group|each)$/.test(conceptAt(scene, at)?.kind ?? '') ||
    ITS_OWN.test(markAt(scene, at)?.text ?? '');
  while (at < scene.marks.length && led()) used.push(at++);
  const own = used.some((index) => /^(?:their|its|each|every|own|same)$/i.test(markAt(scene, index)?.text ?? ''));
  const field = own && used.length > 1 && isGroupable(scene, at) ? fieldAt(scene, at) : null;
  return field === null ? null : { field, used: [...used, at] };
};

/** The groups that are asked for: "services with more errors than average", "hours with …". */
const headOfGroups = (scene: Scene, cue: number): number => {
  if (scene.bucket !== null) return cue;
  for (let at = cue - 1; at >= 0; at--) {
    if (isGroupable(scene, at) && markAt(scene, at)?.plural === true) return at;
    if (conceptAt(scene, at)?.kind === 'entity' && markAt(scene, at - 1)?.text !== undefined && !counts(scene, at))
      return -1;
  }
  return -1;
};
const counts = (scene: Scene, at: number): boolean =>
  [1, 2].some(
    (back) => MORE.test(markAt(scene, at - back)?.text ?? '') || FEWER.test(markAt(scene, at - back)?.text ?? ''),
  );

/** "requests slower than the average", "orders above the p95 amount": each record against a figure of all. */
const ofRecords = (scene: Scene, bound: AverageBound): void => {
  const number = namedNumber(scene, bound);
  const calls = scene.marks.some((_, at) => conceptAt(scene, at)?.kind === 'entity');
  const money = /^(?:bigger|larger|smaller|greater) than$/i.test(markAt(scene, bound.cue)?.text ?? '');
  const measured = money ? moneyField(scene) : bound.timed || calls ? roleField(scene, 'duration') : null;
  const field = number?.field ?? measured;
  if (field === null) return;
  const after = number !== null && number.at >= bound.end ? number.at + 1 : bound.end;
  const own = figureOf(scene, after);
  const { op, times } = bound;
  scene.beyond = {
    field,
    op,
    figure: metricOf(bound, field),
    of: own?.field ?? null,
    ...(times === undefined ? {} : { times }),
  };
  take(scene, ...bound.used, ...(number === null ? [] : [number.at]), ...(own?.used ?? []));
};

/** "an above average number of requests": what is counted is named behind. */
const countBehind = (scene: Scene, bound: AverageBound): number =>
  conceptAt(scene, bound.end)?.kind === 'count' ? bound.end : -1;

/** "how many services have more errors than average": these are counted. */
const countsHeads = (scene: Scene, head: number): void => {
  const asked = nextContent(scene, head - 1, -1);
  if (conceptAt(scene, asked)?.kind !== 'count' || head <= 0) return;
  take(scene, asked);
  scene.overall.push({ fn: 'count', p: null, of: '', name: 'count' });
};

const ofGroups = (scene: Scene, bound: AverageBound, head: number): void => {
  const { op, times } = bound;
  const counted = countBehind(scene, bound);
  take(scene, ...bound.used, ...(counted < 0 ? [] : [counted]));
  countsHeads(scene, head);
  headBefore(scene, bound.cue);
  for (const [at, { text }] of scene.marks.entries())
    if (scene.bucket !== null && at < bound.cue && /^(?:minute|hour|day)s$/i.test(text)) take(scene, at);
  const many = times === undefined ? {} : { times };
  const duration = bound.timed ? roleField(scene, 'duration') : null;
  if (duration !== null) addMetric(scene, statMetric('avg', duration));
  scene.typical = { op, typical: bound.counts || counted >= 0 ? { fn: bound.fn, p: bound.p } : null, ...many };
};

/** "is checkout slower than usual" asks how it is, and for no records. */
const asksHow = (scene: Scene): boolean =>
  /^(?:is|are|was|were|does|do|did|has|have)\b/i.test(markAt(scene, 0)?.text ?? '') &&
  !scene.marks.some((_, at) => conceptAt(scene, at)?.kind === 'entity');

/** "orders with an amount above the average": of a number that each of them has, as long as it is not how long they took. */
const isOfRecords = (scene: Scene, bound: AverageBound): boolean => {
  const number = namedNumber(scene, bound);
  const computed = conceptAt(scene, nextContent(scene, (number?.at ?? 0) - 1, -1))?.kind === 'stat';
  return number !== null && number.field.role !== 'duration' && (!computed || number.at > bound.cue);
};

/** What is held against the average, or a percentile, of all: records by a number they have, groups by their figure. */
export const beyondAverage = (scene: Scene): void => {
  if (scene.compared !== null || asksHow(scene)) return;
  for (const cue of scene.marks.keys()) {
    const bound = averageBoundAt(scene, cue);
    if (bound === null) continue;
    // "services where p99 is more than twice the median": two figures of each of them.
    const figured = Array.from({ length: cue }, (_, at) => at).some((at) => figureAt(scene, at) !== null);
    if (bound.times !== undefined && figured && !bound.overall) continue;
    const head = isOfRecords(scene, bound) ? -1 : headOfGroups(scene, cue);
    const isUsual = bound.used.some((at) => USUAL.test(markAt(scene, at)?.text ?? ''));
    // "bigger than average" says of groups no more than of records what is big.
    const sized = /^(?:bigger|larger|smaller|greater) than$/i.test(markAt(scene, cue)?.text ?? '');
    if (head >= 0 && !sized) ofGroups(scene, bound, head);
    else if (!isUsual) ofRecords(scene, bound);
    return;
  }
};

/** The figure of the groups is known once all is read. */
export const typicalGroups = (scene: Scene): void => {
  if (scene.typical === null) return;
  const { op, typical, ...many } = scene.typical;
  const [metric] = typical === null ? scene.metrics : [];
  // What adds up is larger for all together: a sum is held against the sums of the others.
  const addsUp = metric?.kind === 'stat' && metric.fn === 'sum';
  const isFigure = metric !== undefined && /^(?:stat|percentile|ratio)$/.test(metric.kind) && !addsUp;
  const name = metric?.name ?? countName(scene);
  if (metric === undefined) addMetric(scene, { kind: 'count', name });
  const value = { typical: isFigure ? null : (typical ?? { fn: 'avg' as const, p: null }), ...many };
  scene.having.push({ metric: name, op, value });
  assume(scene, isFigure ? 'the average is that of all records' : 'the average is that of all groups', 0.95);
};
