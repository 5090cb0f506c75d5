import { saysDeed } from '../../catalog/vocabulary.ts';
import type { FieldRef } from '../../ir/field-ref.ts';
import type { Metric, Pred, StatFn } from '../../ir/query-ir.ts';
import { lastingTime } from '../measured-times.ts';
import {
  assume,
  conceptAt,
  conceptsOf,
  fieldAt,
  isGap,
  isNumeric,
  markAt,
  namesField,
  nextContent,
  roleField,
  type Scene,
  take,
} from '../scene.ts';
import { currencySaid, moneyField } from '../spoken-units.ts';
import { SEVERAL } from './count-name.ts';
import { joinedExtreme } from './extremes.ts';
import { moneyTold } from './money-told.ts';
import { sizeAfter } from './size-field.ts';

export const safe = (text: string): string =>
  text
    .replace(/[^A-Za-z0-9_]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .toLowerCase() || 'value';
export const columnWord = (field: FieldRef): string => safe(field.path.at(-1) ?? 'value');

export const addMetric = (scene: Scene, metric: Metric): void => {
  if (!scene.metrics.some((known) => known.name === metric.name)) scene.metrics.push(metric);
};

export const statMetric = (fn: StatFn, field: FieldRef): Extract<Metric, { kind: 'stat' }> => ({
  kind: 'stat',
  fn,
  field,
  name: `${fn}_${columnWord(field)}`,
});
export const percentileMetric = (p: number, field: FieldRef): Extract<Metric, { kind: 'percentile' }> => ({
  kind: 'percentile',
  p,
  field,
  name: `p${String(p).slice(2).padEnd(2, '0')}_${columnWord(field)}`,
});

/** "is the p95 of A worse than that of B": says nothing of what it is of. */
const COMPARED = /^(worse|better|higher|lower|slower|faster|larger|smaller)$/i;

/** The share of questions for the average number of something that mean how long it took. */
const numberIsDuration = 0.5;

/** "average number of items", "how many claims on average": a number is asked for, and no time. */
const asksForNumber = (scene: Scene, at: number): boolean =>
  conceptsOf(scene, 'count').some(
    (count) => !scene.taken.has(count) && (count < at || count === nextContent(scene, at + 1)),
  );

/** The numeric field a statistic is of: after it ("average latency"), before it ("latency p95"), else the duration. */
const statTarget = (
  scene: Scene,
  at: number,
  sums: boolean,
): { readonly field: FieldRef | null; readonly word: string | null } => {
  // "the average net pay", where messages only speak of it: hardly how long something took.
  let noun = false;
  for (let next = at + 1; next < scene.marks.length && next <= at + 8; next++) {
    if (namesField(scene, next)) {
      const field = fieldAt(scene, next);
      if (field !== null && isNumeric(field) && field.role !== 'status') {
        take(scene, next);
        return { field, word: null };
      }
      // "the average invoice total": whose it is stands before the number.
      const after = namesField(scene, next + 1) ? fieldAt(scene, next + 1) : null;
      if (field !== null && after !== null && isNumeric(after) && after.role === null) {
        take(scene, next);
        continue;
      }
      break;
    }
    const mark = markAt(scene, next);
    // "average order amount": a thing of the orders that they do not have.
    const after = markAt(scene, next + 1);
    if (
      mark?.meaning.kind === 'value' &&
      after?.meaning.kind === 'unknown' &&
      !scene.taken.has(next + 1) &&
      !COMPARED.test(after.text) &&
      /^(?!\p{L}+(?:er|ed|ing|ly)$)\p{L}{3,}$/u.test(after.text)
    )
      return { field: null, word: after.text };
    if (COMPARED.test(mark?.text ?? '')) continue;
    if (joinedExtreme(scene, next) !== null) continue;
    const unread = mark?.meaning.kind === 'unknown' || mark?.meaning.kind === 'message';
    if (unread && scene.taken.has(next)) {
      noun ||= mark.meaning.kind === 'message' && !saysDeed(mark.text);
      continue;
    }
    if (unread) return { field: null, word: mark.text };
    const concept = conceptAt(scene, next);
    // "the average number of stops": of a number that records have.
    const counted = concept?.kind === 'count' && namesField(scene, next + 1) ? fieldAt(scene, next + 1) : null;
    if (counted !== null && isNumeric(counted) && counted.role === null) {
      take(scene, next);
      continue;
    }
    const passes =
      isGap(scene, next) ||
      measuresThem(scene, next) ||
      mark?.text === ',' ||
      /^(stat|percentile|conjunction)$/.test(concept?.kind ?? '') ||
      mark?.meaning.kind === 'literal';
    if (!passes && !(mark?.meaning.kind === 'value' && namesField(scene, next + 1))) break;
  }
  const before = nextContent(
    scene,
    at - 1,
    -1,
    (index) =>
      /^(conjunction|stat|percentile)$/.test(conceptAt(scene, index)?.kind ?? '') ||
      /^[,:]$/.test(markAt(scene, index)?.text ?? '') ||
      markAt(scene, index)?.meaning.kind === 'literal' ||
      markAt(scene, index)?.meaning.kind === 'value',
  );
  const field = namesField(scene, before) ? fieldAt(scene, before) : null;
  if (field !== null && isNumeric(field) && field.role !== 'status') {
    take(scene, before);
    return { field, word: null };
  }
  const currency = currencySaid(scene);
  const money = sums || currency !== undefined ? moneyField(scene) : null;
  if (money !== null) {
    assume(scene, `what is summed is ${money.path.join('.')}`, 0.9);
    return { field: money, word: null };
  }
  // "an average top-up below 15 euros" is of money too, and of no time where there is none.
  if (currency !== undefined) return { field: null, word: currency };
  // Revenue is of money, and nothing else.
  const said = markAt(scene, at)?.text ?? '';
  if (/^(?:total )?(?:revenue|turnover|takings|sales)$/i.test(said)) return { field: null, word: said };
  const told = moneyTold(scene, nextContent(scene, at + 1));
  if (told !== null) return { field: told, word: null };
  const lasting = lastingTime(scene, at, nextContent(scene, at + 1));
  if (lasting !== null) return { field: lasting, word: null };
  const duration = roleField(scene, 'duration');
  if (duration !== null && !scene.metrics.some((metric) => 'field' in metric))
    assume(
      scene,
      'no field was said, so the duration is taken',
      noun || asksForNumber(scene, at) ? numberIsDuration : undefined,
    );
  return { field: duration, word: null };
};

const percentileOf = (scene: Scene, at: number): number | null => {
  const meaning = markAt(scene, at)?.meaning;
  if (meaning?.kind === 'literal' && meaning.token.kind === 'percentile') return meaning.token.p;
  return meaning?.kind === 'concept' && meaning.concept.kind === 'percentile' ? meaning.concept.p : null;
};

/** "max span duration", "total request bytes": a number that the things have is what is computed. */
const measuresThem = (scene: Scene, thing: number): boolean => {
  if (conceptAt(scene, thing)?.kind !== 'entity' || !namesField(scene, thing + 1)) return false;
  const field = fieldAt(scene, thing + 1);
  return field !== null && isNumeric(field) && field.role !== 'status';
};

/** "total errors" counts them. */
export const countsThings = (scene: Scene, at: number): boolean => {
  const next = nextContent(scene, at + 1);
  if (measuresThem(scene, next)) return false;
  const kind = conceptAt(scene, next)?.kind;
  const status = markAt(scene, next)?.meaning;
  const isStatus =
    scene.preds.some((found) => found.source === 'status' && found.at === next) ||
    (status?.kind === 'literal' && /^(status-class|plural-number)$/.test(status.token.kind));
  return /^(severity|entity|outcome|count|distinct)$/.test(kind ?? '') || isStatus;
};

const saysNumber = (scene: Scene): boolean =>
  scene.marks.some((_, at) => {
    const field = namesField(scene, at) ? fieldAt(scene, at) : null;
    return field !== null && isNumeric(field) && field.role !== 'status';
  });

/** `average latency`, `p50, p95 and p99`, `max duration_ms`, `total cart value`. */
export const statistics = (scene: Scene): void => {
  for (let at = 0; at < scene.marks.length; at++) {
    const concept = conceptAt(scene, at);
    const p = percentileOf(scene, at);
    const several = concept?.kind === 'percentiles';
    const extreme = joinedExtreme(scene, at);
    if ((concept?.kind !== 'stat' && p === null && !several && extreme === null) || scene.taken.has(at)) continue;
    if (concept?.kind === 'stat' && (concept.fn === 'sum' || concept.fn === 'max') && countsThings(scene, at)) {
      take(scene, at);
      scene.counted = true;
      continue;
    }
    // "average errors by service" has no number to average: they are counted, and the word is told as not used.
    if (
      concept?.kind === 'stat' &&
      conceptAt(scene, nextContent(scene, at + 1))?.kind === 'severity' &&
      !saysNumber(scene)
    ) {
      scene.counted = true;
      continue;
    }
    // "average and worst latency": the measure is part of the phrase.
    const worded = extreme !== null && /(?:latency|running)$/i.test(markAt(scene, at)?.text ?? '');
    const sized = extreme === null ? { said: false, field: null } : sizeAfter(scene, at);
    const { field, word } = sized.said
      ? { field: sized.field, word: null }
      : worded
        ? { field: roleField(scene, 'duration'), word: null }
        : statTarget(scene, at, concept?.kind === 'stat' && concept.fn === 'sum');
    take(scene, at);
    if (field === null) {
      scene.missing.push({ word: word ?? markAt(scene, at)?.text ?? '', slot: 'metric' });
      continue;
    }
    if (several) for (const share of [0.5, 0.95, 0.99]) addMetric(scene, percentileMetric(share, field));
    if (extreme !== null) addMetric(scene, statMetric(extreme, field));
    else if (p !== null) addMetric(scene, percentileMetric(p, field));
    else if (concept?.kind === 'stat') addMetric(scene, statMetric(concept.fn, field));
  }
};

/** "how many 404s and how many 500s": a column of each, where each is counted for itself. */
const severalStatuses = (scene: Scene, counts: readonly number[]): void => {
  const found = scene.preds.find(({ source, pred }) => source === 'status' && /^(in|or)$/.test(pred.kind));
  const pred = found?.pred;
  const parts: readonly Pred[] =
    pred?.kind === 'or'
      ? pred.preds
      : pred?.kind === 'in'
        ? pred.values.map((value) => ({ kind: 'compare', field: pred.field, op: '==', value }))
        : [];
  const said = scene.marks.flatMap((mark, at) =>
    counts.includes(nextContent(scene, at - 1, -1)) && scene.taken.has(at) && /^\d/.test(mark.text) ? [mark.text] : [],
  );
  if (found === undefined || parts.length !== said.length || counts.length !== parts.length) return;
  take(scene, ...counts);
  scene.preds.splice(scene.preds.indexOf(found), 1);
  for (const [at, part] of parts.entries())
    addMetric(scene, { kind: 'count-if', pred: part, name: `s_${safe(said[at] ?? '')}` });
};

/** "number of errors and number of warnings per service": one column each. */
export const severalCounts = (scene: Scene): void => {
  const counts = conceptsOf(scene, 'count');
  if (counts.length > 1) severalStatuses(scene, counts);
  const field = roleField(scene, 'severity');
  const found = scene.preds.find((entry) => entry.source === 'severity' && entry.pred.kind === 'in');
  const apart = scene.marks.flatMap((mark, at) =>
    /^(separate|separately|side by side|respectively|columns?)$/i.test(mark.text) ? [at] : [],
  );
  if ((counts.length < 2 && apart.length === 0) || field === null || found?.pred.kind !== 'in') return;
  take(
    scene,
    ...counts,
    ...apart,
    ...apart.map((at) => at - 1).filter((at) => markAt(scene, at)?.meaning.kind === 'amount'),
  );
  scene.preds.splice(scene.preds.indexOf(found), 1);
  for (const value of found.pred.values) {
    if (value.kind !== 'severity') continue;
    addMetric(scene, {
      kind: 'count-if',
      pred: { kind: 'compare', field, op: '==', value },
      name: SEVERAL[value.value] ?? 'count',
    });
  }
};
