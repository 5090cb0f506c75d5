import { saysDeed } from '../../catalog/vocabulary.ts';
import type { FieldRef } from '../../ir/field-ref.ts';
import type { Overall } from '../../ir/query-ir.ts';
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
import { withoutAbsent } from './absent.ts';
import { addKey } from './groups.ts';
import { isGroupable } from './ranking.ts';

const COUNTED = /^(severity|outcome|entity|count|status|symptom|distinct|volume)$/;
const isCounted = (scene: Scene, at: number): boolean => {
  const mark = markAt(scene, at);
  const meaning = mark?.meaning;
  // "the average fare per airline" is no number of fares.
  const things = mark?.plural === true || saysDeed(mark?.text ?? '');
  if ((meaning?.kind === 'message' && things) || COUNTED.test(conceptAt(scene, at)?.kind ?? '')) return true;
  // "average orders per user": things that a service is called by.
  const isDivided = conceptAt(scene, at + 1)?.kind === 'group';
  if (meaning?.kind === 'value' && markAt(scene, at)?.plural === true && isDivided) return true;
  return meaning?.kind === 'literal' && /^(status-class|plural-number)$/.test(meaning.token.kind);
};

/** Whether the question divides its records: "per trace", "each hour". */
const isDivided = (scene: Scene, except: number): boolean =>
  scene.marks.some((mark, at) => {
    const time = mark.meaning.kind === 'time' && mark.meaning.time.kind === 'bucket';
    const kind = conceptAt(scene, at)?.kind;
    return (
      at !== except && (time || ((kind === 'group' || kind === 'each') && /\b(per|each|every)\b/i.test(mark.text)))
    );
  });

const isJoiner = (scene: Scene, at: number): boolean =>
  conceptAt(scene, at)?.kind === 'conjunction' || markAt(scene, at)?.text === ',';

const namesNumber = (scene: Scene): boolean =>
  scene.marks.some((_, at) => {
    const field = namesField(scene, at) ? fieldAt(scene, at) : null;
    const concept = conceptAt(scene, at);
    // "the average delivery time per zone": how long it took, and no number of deliveries.
    const timed = /^times?$/i.test(markAt(scene, at)?.text ?? '') && markAt(scene, at - 1)?.meaning.kind === 'message';
    return (
      timed ||
      (field !== null && isNumeric(field) && field.role !== 'status') ||
      (concept?.kind === 'role' && concept.role === 'duration')
    );
  });

const statisticAt = (scene: Scene, at: number): Pick<Overall, 'fn' | 'p'> | null => {
  const meaning = markAt(scene, at)?.meaning;
  const concept = conceptAt(scene, at);
  if (meaning?.kind === 'literal' && meaning.token.kind === 'percentile')
    return { fn: 'percentile', p: meaning.token.p };
  if (concept?.kind === 'percentile') return { fn: 'percentile', p: concept.p };
  return concept?.kind === 'stat' && concept.fn !== 'sum' ? { fn: concept.fn, p: null } : null;
};

const ONE_OF_THEM = /^(a|an|each|every|one|a single|any given|a given)$/i;

/** "how many requests does a user make on average": of which thing one has so many. */
const ofOne = (scene: Scene, statistic: number): boolean => {
  const counted = scene.marks.findIndex((_, at) => conceptAt(scene, at)?.kind === 'count');
  const one = scene.marks.findIndex(
    (mark, at) =>
      at > counted + 1 &&
      (at === statistic || ONE_OF_THEM.test(mark.text)) &&
      isGroupable(scene, at + 1) &&
      markAt(scene, at + 1)?.plural !== true,
  );
  const does =
    statistic < counted ||
    scene.marks.some((mark, at) => at < one && /^(do|does|did|has|have|is|are|can)\b/i.test(mark.text));
  const field = counted < 0 || one < 0 || !does ? null : keyAt(scene, one + 1);
  if (field === null || scene.keys.length > 0) return false;
  withoutAbsent(scene, field, one + 1);
  take(scene, one, one + 1);
  addKey(scene, field);
  return true;
};

const keyAt = (scene: Scene, at: number): FieldRef | null =>
  conceptAt(scene, at)?.kind === 'entity' ? roleField(scene, 'trace') : fieldAt(scene, at);
/** "for each operation count, p50 and p99": a list of columns, of which one is the count. */
const countsInList = (scene: Scene): boolean =>
  scene.marks.some((_, at) => {
    if (conceptAt(scene, at)?.kind !== 'count') return false;
    const things = (index: number): boolean => /^(entity|severity|outcome)$/.test(conceptAt(scene, index)?.kind ?? '');
    const joiner = nextContent(scene, at + 1, 1, things);
    return isJoiner(scene, joiner) && statisticAt(scene, nextContent(scene, joiner + 1)) !== null;
  });

/**
 * "spans per trace on average", "peak requests per minute", "average number of errors per user": a figure over groups of
 * counts, for the records themselves have no such number.
 */
export const overalls = (scene: Scene): void => {
  // "requests, error rate and p95 per route": the list has counted already, and the figure is another column.
  if (namesNumber(scene) || countsInList(scene) || scene.metrics.some(({ kind }) => kind === 'count')) return;
  for (const [at] of scene.marks.entries()) {
    const statistic = scene.taken.has(at) ? null : statisticAt(scene, at);
    if (statistic === null) continue;
    const one = ofOne(scene, at);
    if (!one && !isDivided(scene, at)) continue;
    // "requests per minute, average and peak": both are of what is counted.
    const passes = (index: number): boolean =>
      markAt(scene, index)?.meaning.kind === 'value' ||
      (isJoiner(scene, index) && statisticAt(scene, nextContent(scene, index + 1)) !== null) ||
      (isJoiner(scene, nextContent(scene, index - 1, -1)) && statisticAt(scene, index) !== null);
    const next = nextContent(scene, at + 1, 1, passes);
    const closes = next < 0 || markAt(scene, next)?.meaning.kind === 'time' || conceptAt(scene, next)?.kind === 'group';
    // "p95 of spans per service": how long they took, for only counts by time have a distribution that is asked for.
    const timed = scene.marks.some(({ meaning }) => meaning.kind === 'time' && meaning.time.kind === 'bucket');
    const alone = scene.marks.every(
      (_, index) => statisticAt(scene, index)?.fn === 'percentile' || statisticAt(scene, index) === null,
    );
    // "median requests per user": no request has a median, so they are counted.
    const median = /^median$/i.test(markAt(scene, at)?.text ?? '') && next === at + 1;
    if (alone && statistic.fn === 'percentile' && !timed && !median && conceptAt(scene, next)?.kind === 'entity')
      continue;
    // "p99 per path, only for paths with more than 100 requests": bounded, and not what the figure is of.
    const counts = scene.marks.some(
      (_, index) => isCounted(scene, index) && markAt(scene, index - 1)?.meaning.kind !== 'amount',
    );
    if (!one && !isCounted(scene, next) && !(closes && counts)) continue;
    take(scene, at);
    if (scene.overall.length === 0)
      for (const key of scene.keys) if (key.kind === 'field') withoutAbsent(scene, key.field, at);
    scene.counted = true;
    scene.overall.push({ ...statistic, of: '', name: '' });
    assume(scene, 'the groups are counted first, and the figure is computed over them', 0.95);
  }
};
