import type { CompareOp, Metric } from '../../ir/query-ir.ts';
import { isNegated } from '../negation.ts';
import { conceptAt, fieldAt, isNumeric, markAt, namesField, nextContent, type Scene, take } from '../scene.ts';
import { fieldInUnit } from '../spoken-units.ts';
import { isDurationUnit } from '../units.ts';
import { betweens } from './between-amounts.ts';
import { boundedThing } from './bounded-thing.ts';
import { comparatorAt, OPPOSITE } from './comparators.ts';
import { countedAfter, subjectBefore } from './compared-subject.ts';
import {
  type Amount,
  amountAt,
  byId,
  havingCount,
  havingDistinct,
  havingMetric,
  headBefore,
  isTimes,
} from './having.ts';
import { addMetric } from './metrics.ts';
import { oftenEach } from './often-each.ts';
import { isSizeUnit, threshold, thresholdOnDuration, thresholdOnMoney, thresholdOnSize } from './thresholds.ts';

/** "more than 15% failed spans": the share of what follows, of each group. */
const percentOf = (scene: Scene, cue: number, op: CompareOp, amount: Amount): boolean => {
  const isWhole = (at: number): boolean => /^(entity|volume)$/.test(conceptAt(scene, at)?.kind ?? '');
  // "more than 5% of the requests failed"
  const next = nextContent(scene, amount.at + 1, 1, isWhole);
  const found = scene.preds.find((entry) => entry.at === next && /^(severity|outcome|status)$/.test(entry.source));
  if (found === undefined || scene.metrics.some(({ kind }) => kind !== 'count')) return false;
  scene.preds.splice(scene.preds.indexOf(found), 1);
  headBefore(scene, cue);
  addMetric(scene, { kind: 'ratio', part: found.pred, name: 'share' });
  scene.having.push({ metric: 'share', op, value: Number((amount.value / 100).toPrecision(12)) });
  return true;
};

/** Whether a thing of its own stands behind the number: "more than 3 errors", "at least 2 regions", "over 5 times". */
const countsMore = (scene: Scene, { at }: Amount): boolean => {
  const next = nextContent(scene, at + 1, 1, (index) => conceptAt(scene, index)?.kind === 'distinct');
  return countedAfter(scene, at) || isTimes(scene, at) || (namesField(scene, next) && !scene.taken.has(next));
};

/** "error % per service, only > 10", "average amount per region, only over 50": what is worked out for each group is bounded. */
const boundOfGroups = (scene: Scene, cue: number, { at, unit }: Amount): Metric | null => {
  const [metric, ...more] = scene.metrics;
  const next = markAt(scene, nextContent(scene, at + 1));
  const isEnd = next === undefined || next.meaning.kind === 'punctuation';
  if (metric === undefined || more.length > 0 || unit !== null || !isEnd || scene.keys.length === 0) return null;
  if (metric.kind === 'ratio') return metric;
  // Of a time, 500 is of no unit that is known.
  const isTime = 'field' in metric && metric.field.role === 'duration';
  const before = markAt(scene, nextContent(scene, cue - 1, -1));
  return !isTime && /^only\b/i.test(before?.text ?? '') ? metric : null;
};

/** "errors per pod, only pods with more than 5", "…, those above 20": of the groups, for nothing else is named. */
const restatesGroup = (scene: Scene, cue: number): boolean => {
  const grouped = scene.keys.some((key) => key.kind === 'field') || scene.bucket !== null;
  const before = nextContent(scene, cue - 1, -1, (index) => conceptAt(scene, index)?.kind === 'with');
  const said = markAt(scene, before)?.text ?? '';
  return grouped && scene.metrics.length === 0 && (namesField(scene, before) || /^(only|,)$|^only /i.test(said));
};

const applyComparison = (scene: Scene, cue: number, op: CompareOp, of: 'duration' | null, amount: Amount): void => {
  take(scene, cue, amount.at);
  const subject = subjectBefore(scene, cue);
  // "how many users had more than 3 errors": the errors are bounded, not the users.
  // "the error rate of services with at least 100 requests": neither are the rates.
  // "how many jobs took longer than a minute": no number of jobs is a minute.
  const isDistinct = subject.kind === 'metric' && subject.metric.kind === 'distinct';
  const bounds =
    (isDistinct && isDurationUnit(amount.unit)) ||
    (subject.kind === 'metric' &&
      amount.unit === null &&
      (isDistinct ? countsMore(scene, amount) : countedAfter(scene, amount.at)));
  if (subject.kind === 'metric' && !bounds) {
    take(scene, subject.at);
    havingMetric(scene, cue, subject.metric, op, amount);
    return;
  }
  const measured = amount.unit === null ? fieldInUnit(scene, amount.at + 1) : null;
  if (measured !== null) {
    take(scene, amount.at + 1, ...(subject.kind === 'field' ? [subject.at] : []));
    threshold(scene, measured.field, op, { ...amount, value: amount.value * measured.times });
    return;
  }
  // "a risk score above 90 that was allowed": a number of the records themselves.
  if (
    subject.kind === 'field' &&
    isNumeric(subject.field) &&
    subject.field.role === null &&
    !isTimes(scene, amount.at) &&
    // "passengers who had more than 2 errors": the errors are bounded.
    !(countedAfter(scene, amount.at) && byId(scene, subject.at, subject.field) !== subject.field)
  ) {
    take(scene, subject.at);
    threshold(scene, subject.field, op, amount);
    return;
  }
  if (of === null && amount.unit === null && havingDistinct(scene, cue, op, amount)) return;
  if (of === null && amount.unit === null && (countedAfter(scene, amount.at) || isTimes(scene, amount.at))) {
    if (isTimes(scene, amount.at)) oftenEach(scene, cue);
    havingCount(scene, cue, op, amount.value);
    return;
  }
  if (subject.kind === 'field') {
    take(scene, subject.at);
    threshold(scene, subject.field, op, amount);
    return;
  }
  if (amount.unit === 'percent' && percentOf(scene, cue, op, amount)) return;
  const bounded = of === null ? boundOfGroups(scene, cue, amount) : null;
  if (bounded !== null) {
    havingMetric(scene, cue, bounded, op, amount);
    return;
  }
  const fieldAfter = fieldAt(scene, nextContent(scene, amount.at + 1));
  const [ratio] = scene.metrics.filter((metric) => metric.kind === 'ratio');
  const timed = scene.metrics.find((metric) => 'field' in metric && metric.field.role === 'duration');
  if (amount.unit === 'percent' && ratio !== undefined) havingMetric(scene, cue, ratio, op, amount);
  else if (of === null && isDurationUnit(amount.unit) && timed !== undefined && scene.keys.length > 0)
    havingMetric(scene, cue, timed, op, amount);
  else if (of === 'duration' || isDurationUnit(amount.unit)) {
    boundedThing(scene, cue);
    thresholdOnDuration(scene, cue, op, amount);
  } else if (fieldAfter !== null && isNumeric(fieldAfter)) threshold(scene, fieldAfter, op, amount);
  else if (isSizeUnit(amount.unit)) thresholdOnSize(scene, op, amount);
  else if (subject.kind === 'count' || (amount.unit === null && restatesGroup(scene, cue)))
    havingCount(scene, cue, op, amount.value);
  else if (!thresholdOnMoney(scene, op, amount))
    scene.missing.push({ word: markAt(scene, amount.at)?.text ?? '', slot: 'filter' });
};

/** `slower than 2 s`, `cart value above 200`, `more than 50 errors`, `error rate above 5%`, `duration_ms >= 250`. */
export const comparisons = (scene: Scene): void => {
  for (let at = 0; at < scene.marks.length; at++) {
    if (scene.taken.has(at)) continue;
    const found = comparatorAt(scene, at);
    if (found === null) continue;
    const next = nextContent(scene, at + 1, 1, (index) => conceptAt(scene, index)?.kind === 'exists');
    const amount = amountAt(scene, next);
    const op = isNegated(scene, at) ? OPPOSITE[found.op] : found.op;
    if (amount !== null) applyComparison(scene, at, op, found.of, amount);
  }
  betweens(scene);
};
