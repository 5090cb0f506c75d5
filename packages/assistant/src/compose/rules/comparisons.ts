import type { FieldRef } from '../../ir/field-ref.ts';
import type { CompareOp, Metric } from '../../ir/query-ir.ts';
import type { QuantityUnit } from '../../tokens/token.ts';
import { isNegated } from '../negation.ts';
import {
  addPred,
  assume,
  conceptAt,
  fieldAt,
  isGap,
  isNumeric,
  linksAt,
  markAt,
  namesField,
  nextContent,
  roleField,
  type Scene,
  take,
} from '../scene.ts';
import { fieldInUnit, moneyField } from '../spoken-units.ts';
import { convertAmount, isDurationUnit } from '../units.ts';
import { equals, negate } from './filters.ts';
import { type Amount, amountAt, havingCount, havingDistinct, havingMetric, headBefore, isTimes } from './having.ts';
import { addMetric } from './metrics.ts';

/** What is compared: a computed column, a field of the records, the count of things, or not said. */
type Subject =
  | { readonly kind: 'metric'; readonly metric: Metric; readonly at: number }
  | { readonly kind: 'field'; readonly field: FieldRef; readonly at: number }
  | { readonly kind: 'count'; readonly at: number }
  | { readonly kind: 'none' };

const metricFor = (scene: Scene, at: number): Metric | null => {
  const meaning = markAt(scene, at)?.meaning;
  const concept = conceptAt(scene, at);
  const isStat =
    concept?.kind === 'stat' ||
    concept?.kind === 'percentile' ||
    concept?.kind === 'ratio' ||
    (meaning?.kind === 'literal' && meaning.token.kind === 'percentile');
  if (!isStat) return null;
  return (
    scene.metrics.find((metric) => (concept?.kind === 'ratio' ? metric.kind === 'ratio' : metric.kind !== 'ratio')) ??
    null
  );
};

const subjectBefore = (scene: Scene, cue: number): Subject => {
  for (let at = cue - 1; at >= 0 && at >= cue - 6; at--) {
    const concept = conceptAt(scene, at);
    const metric = metricFor(scene, at);
    if (metric !== null) return { kind: 'metric', metric, at };
    if (namesField(scene, at)) {
      const field = fieldAt(scene, at);
      const measured = scene.metrics.find(
        (entry) =>
          'field' in entry &&
          field !== null &&
          entry.field.path.join('\0') === field.path.join('\0') &&
          entry.field.root === field.root,
      );
      const statBefore = metricFor(scene, nextContent(scene, at - 1, -1));
      if (measured !== undefined && (statBefore !== null || scene.taken.has(at)))
        return { kind: 'metric', metric: measured, at };
      if (field !== null)
        return isNumeric(field) || field.type === 'timestamp' ? { kind: 'field', field, at } : { kind: 'none' };
      return { kind: 'none' };
    }
    if (
      concept?.kind === 'count' ||
      concept?.kind === 'severity' ||
      concept?.kind === 'entity' ||
      concept?.kind === 'volume'
    ) {
      // "average span over 200 ms" compares the average.
      const stat = concept.kind === 'entity' ? metricFor(scene, nextContent(scene, at - 1, -1)) : null;
      return stat === null ? { kind: 'count', at } : { kind: 'metric', metric: stat, at };
    }
    if (!isGap(scene, at) && concept?.kind !== 'with' && concept?.kind !== 'which' && concept?.kind !== 'negation')
      return { kind: 'none' };
  }
  return { kind: 'none' };
};

/** "invoices above 500 euros": the amount is in it. */
const isCurrency = (scene: Scene, at: number): boolean =>
  linksAt(scene, at).some(({ field, value }) => /currency$/i.test(field.path.at(-1) ?? '') && /^[A-Z]{3}$/.test(value));

/** "more than 50 errors": the noun after the number makes it a count. */
const countedAfter = (scene: Scene, at: number): boolean => {
  // "more than 2 checkout errors": a value before the noun describes it.
  const next = nextContent(
    scene,
    at + 1,
    1,
    (index) => conceptAt(scene, index)?.kind === 'distinct' || markAt(scene, index)?.meaning.kind === 'value',
  );
  const concept = conceptAt(scene, next);
  // "more than 3 refunds": what a value names can be counted too.
  const named = markAt(scene, nextContent(scene, at + 1))?.meaning.kind === 'value';
  const kind = markAt(scene, next)?.meaning.kind;
  if (named && isCurrency(scene, nextContent(scene, at + 1))) return false;
  if (named && (next < 0 || kind === 'time' || kind === 'punctuation')) return true;
  return (
    concept?.kind === 'severity' ||
    concept?.kind === 'outcome' ||
    concept?.kind === 'entity' ||
    concept?.kind === 'symptom' ||
    markAt(scene, next)?.meaning.kind === 'message' ||
    concept?.kind === 'status' ||
    scene.preds.some((found) => found.source === 'status' && found.at === next)
  );
};

const OPPOSITE: Readonly<Record<CompareOp, CompareOp>> = {
  '>': '<=',
  '>=': '<',
  '<': '>=',
  '<=': '>',
  '==': '!=',
  '!=': '==',
};

/** A condition on the records themselves, converted to the unit of the field. */
const threshold = (scene: Scene, field: FieldRef, op: CompareOp, amount: Amount): void => {
  if (amount.unit !== null && field.unit === null && isDurationUnit(amount.unit)) {
    assume(scene, `${field.path.at(-1)} is taken as milliseconds`);
  }
  const unit = field.unit ?? (isDurationUnit(amount.unit) ? 'ms' : null);
  const value = convertAmount(amount.value, amount.unit, unit);
  if (value === null) {
    scene.missing.push({ word: markAt(scene, amount.at)?.text ?? '', slot: 'filter' });
    return;
  }
  if (amount.unit !== null && unit !== null && amount.unit !== unit)
    assume(scene, `${amount.value} ${amount.unit} is ${value} ${unit} in the data`);
  addPred(scene, 'threshold', { kind: 'compare', field, op, value: { kind: 'number', value } }, amount.at);
};

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
  const bounds =
    subject.kind === 'metric' &&
    amount.unit === null &&
    (subject.metric.kind === 'distinct' ? countsMore(scene, amount) : countedAfter(scene, amount.at));
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
    !isTimes(scene, amount.at)
  ) {
    take(scene, subject.at);
    threshold(scene, subject.field, op, amount);
    return;
  }
  if (of === null && amount.unit === null && havingDistinct(scene, cue, op, amount)) return;
  if (of === null && amount.unit === null && (countedAfter(scene, amount.at) || isTimes(scene, amount.at))) {
    havingCount(scene, cue, op, amount.value);
    return;
  }
  if (subject.kind === 'field') {
    take(scene, subject.at);
    threshold(scene, subject.field, op, amount);
    return;
  }
  if (amount.unit === 'percent' && percentOf(scene, cue, op, amount)) return;
  const fieldAfter = fieldAt(scene, nextContent(scene, amount.at + 1));
  const [ratio] = scene.metrics.filter((metric) => metric.kind === 'ratio');
  const timed = scene.metrics.find((metric) => 'field' in metric && metric.field.role === 'duration');
  if (amount.unit === 'percent' && ratio !== undefined) havingMetric(scene, cue, ratio, op, amount);
  else if (of === null && isDurationUnit(amount.unit) && timed !== undefined && scene.keys.length > 0)
    havingMetric(scene, cue, timed, op, amount);
  else if (of === 'duration' || isDurationUnit(amount.unit)) thresholdOnDuration(scene, cue, op, amount);
  else if (fieldAfter !== null && isNumeric(fieldAfter)) threshold(scene, fieldAfter, op, amount);
  else if (isSizeUnit(amount.unit)) thresholdOnSize(scene, op, amount);
  else if (subject.kind === 'count' || (amount.unit === null && restatesGroup(scene, cue)))
    havingCount(scene, cue, op, amount.value);
  else if (!thresholdOnMoney(scene, op, amount))
    scene.missing.push({ word: markAt(scene, amount.at)?.text ?? '', slot: 'filter' });
};

/** "transfers above 1,000": things with an amount are as large as that. */
const thresholdOnMoney = (scene: Scene, op: CompareOp, amount: Amount): boolean => {
  const money = amount.unit === null ? moneyField(scene) : null;
  if (money === null) return false;
  assume(scene, `the number is compared with ${money.path.join('.')}`, 0.95);
  threshold(scene, money, op, amount);
  return true;
};

const thresholdOnDuration = (scene: Scene, cue: number, op: CompareOp, amount: Amount): void => {
  const field = roleField(scene, 'duration');
  if (field === null) scene.missing.push({ word: markAt(scene, cue)?.text ?? 'duration', slot: 'filter' });
  else threshold(scene, field, op, amount.unit === null ? { ...amount, unit: amount.value < 60 ? 's' : 'ms' } : amount);
};

const isSizeUnit = (unit: QuantityUnit | null): boolean =>
  unit === 'bytes' || unit === 'kb' || unit === 'mb' || unit === 'gb';

/** "logs with more than 1 mb": the one field that holds a size. */
const thresholdOnSize = (scene: Scene, op: CompareOp, amount: Amount): void => {
  const sizes = scene.data.fields.filter(
    (entry) =>
      isNumeric(entry.ref) &&
      isSizeUnit(
        entry.ref.unit === 'ns' || entry.ref.unit === 'us' || entry.ref.unit === 'ms' || entry.ref.unit === 's'
          ? null
          : entry.ref.unit,
      ),
  );
  const [only] = sizes;
  if (only === undefined) scene.missing.push({ word: markAt(scene, amount.at)?.text ?? '', slot: 'filter' });
  else threshold(scene, only.ref, op, amount);
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

const comparatorAt = (scene: Scene, at: number): { op: CompareOp; of: 'duration' | null } | null => {
  const concept = conceptAt(scene, at);
  if (concept?.kind === 'comparator') return concept;
  const meaning = markAt(scene, at)?.meaning;
  return meaning?.kind === 'literal' && meaning.token.kind === 'operator' ? { op: meaning.token.op, of: null } : null;
};

/** `level = error`, `method equals POST`, `plan == gold`: the word after the operator is a value as it stands. */
export const equalities = (scene: Scene): void => {
  for (const [at] of scene.marks.entries()) {
    const found = scene.taken.has(at) ? null : comparatorAt(scene, at);
    const next = nextContent(scene, at + 1);
    if (found === null || amountAt(scene, next) !== null) continue;
    compareText(scene, at, next, isNegated(scene, at) ? OPPOSITE[found.op] : found.op);
  }
};

const compareText = (scene: Scene, cue: number, next: number, op: CompareOp): void => {
  const before = nextContent(scene, cue - 1, -1);
  const field = namesField(scene, before) ? fieldAt(scene, before) : null;
  const mark = markAt(scene, next);
  if (field === null || mark === undefined || (op !== '==' && op !== '!=')) return;
  take(scene, before, cue, next);
  const written =
    mark.meaning.kind === 'literal' && mark.meaning.token.kind === 'quoted' ? mark.meaning.token.value : mark.text;
  const value =
    mark.meaning.kind === 'value'
      ? (mark.meaning.links.find((link) => link.field.path.join('\0') === field.path.join('\0'))?.value ?? written)
      : written;
  const pred = equals(field, value);
  addPred(scene, 'value', op === '!=' ? negate(pred) : pred, before);
};

/** `between 500 and 800 ms`, `from 500 to 800 ms`. */
const betweens = (scene: Scene): void => {
  for (const [at] of scene.marks.entries()) {
    if (conceptAt(scene, at)?.kind !== 'between' || scene.taken.has(at)) continue;
    const low = amountAt(scene, nextContent(scene, at + 1));
    const high = amountAt(scene, low === null ? -1 : nextContent(scene, low.at + 2));
    if (low === null || high === null) continue;
    const subject = subjectBefore(scene, at);
    const unit = high.unit ?? low.unit;
    const field = subject.kind === 'field' ? subject.field : isDurationUnit(unit) ? roleField(scene, 'duration') : null;
    if (subject.kind === 'metric') {
      havingMetric(scene, at, subject.metric, '>=', { ...low, unit: low.unit ?? unit });
      havingMetric(scene, at, subject.metric, '<=', { ...high, unit });
    } else if (field !== null) {
      threshold(scene, field, '>=', { ...low, unit: low.unit ?? unit });
      threshold(scene, field, '<=', { ...high, unit });
      if (subject.kind === 'field') take(scene, subject.at);
    } else if (unit === null && (countedAfter(scene, high.at) || subject.kind === 'count')) {
      havingCount(scene, at, '>=', low.value);
      havingCount(scene, at, '<=', high.value);
    } else {
      scene.missing.push({ word: `${low.value} and ${high.value}`, slot: 'filter' });
    }
    take(scene, at, low.at, low.at + 1, high.at);
  }
};
