import { type FieldRef, sameField } from '../../ir/field-ref.ts';
import type { Bin, CompareOp, Pred } from '../../ir/query-ir.ts';
import type { QuantityUnit } from '../../tokens/token.ts';
import {
  addPred,
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
import { currencySaid, isOwnMoney, moneyField } from '../spoken-units.ts';
import { convertAmount } from '../units.ts';

const CLASS = /^(class|classes|family|families|group|groups|category|categories)$/i;
const binsMax = 20;

const bound = (field: FieldRef, op: CompareOp, value: number): Pred => ({
  kind: 'compare',
  field,
  op,
  value: { kind: 'number', value },
});

const isStatus = (scene: Scene, at: number): boolean => {
  const concept = conceptAt(scene, at);
  const field = namesField(scene, at) ? fieldAt(scene, at) : null;
  return (concept?.kind === 'role' && concept.role === 'status') || field?.role === 'status';
};

/** "status classes", "requests per status class (2xx, 4xx)": hundreds of the status. */
export const statusClasses = (scene: Scene): void => {
  const field = roleField(scene, 'status');
  for (const [at] of scene.marks.entries()) {
    // "status codes by class"
    const by = conceptAt(scene, at + 1)?.kind === 'group' && isStatus(scene, at);
    const classes = by ? at + 2 : at + 1;
    if (!isStatus(scene, at) || !CLASS.test(markAt(scene, classes)?.text ?? '')) continue;
    if (by) take(scene, at + 1);
    take(scene, at, classes);
    if (conceptAt(scene, at - 1)?.kind === 'group' || conceptAt(scene, at - 1)?.kind === 'each') take(scene, at - 1);
    // The classes that are named in brackets or after it are examples: all of them are shown.
    for (const [index, { meaning }] of scene.marks.entries())
      if (meaning.kind === 'literal' && meaning.token.kind === 'status-class') take(scene, index);
    if (field === null) {
      scene.missing.push({ word: markAt(scene, at)?.text ?? '', slot: 'group' });
      return;
    }
    const bins = [1, 2, 3, 4, 5].map((hundreds): Bin => {
      const preds = [bound(field, '>=', hundreds * 100), bound(field, '<', hundreds * 100 + 100)];
      return { label: `${hundreds}xx`, pred: { kind: 'and', preds } };
    });
    scene.keys.push({ kind: 'bins', name: 'status_class', bins });
    addPred(scene, 'presence', { kind: 'compare', field, op: '!=', value: { kind: 'null' } }, at);
    return;
  }
};

export interface Range {
  readonly low: { readonly value: number; readonly closed: boolean } | null;
  readonly high: { readonly value: number; readonly closed: boolean } | null;
  readonly unit: QuantityUnit | null;
  readonly used: readonly number[];
}

const amountAt = (scene: Scene, at: number): { value: number; unit: QuantityUnit | null } | null => {
  const meaning = markAt(scene, at)?.meaning;
  return meaning?.kind === 'amount' ? { value: Math.abs(meaning.value), unit: meaning.unit } : null;
};

/** `under 100 ms`, `100-500`, `100 to 500`, `more than 500 ms`, `< 1s`. */
export const rangeAt = (scene: Scene, at: number): Range | null => {
  const concept = conceptAt(scene, at);
  if (concept?.kind === 'between') {
    const inner = rangeAt(scene, at + 1);
    return inner === null || inner.high === null ? null : { ...inner, used: [at, ...inner.used] };
  }
  const meaning = markAt(scene, at)?.meaning;
  const op =
    concept?.kind === 'comparator'
      ? concept.op
      : meaning?.kind === 'literal' && meaning.token.kind === 'operator'
        ? meaning.token.op
        : null;
  const first = amountAt(scene, op === null ? at : at + 1);
  if (first === null) return null;
  if (op !== null) {
    const edge = { value: first.value, closed: op === '>=' || op === '<=' };
    const used = [at, at + 1];
    return op.startsWith('>')
      ? { low: edge, high: null, unit: first.unit, used }
      : { low: null, high: edge, unit: first.unit, used };
  }
  const joiner = /^(-|–|to|and|until)$/i.test(markAt(scene, at + 1)?.text ?? '') ? at + 2 : at + 1;
  const last = amountAt(scene, joiner);
  if (last === null || last.value <= first.value) return null;
  const used = Array.from({ length: joiner - at + 1 }, (_, step) => at + step);
  return {
    low: { value: first.value, closed: true },
    high: { value: last.value, closed: true },
    unit: last.unit ?? first.unit,
    used,
  };
};

/** "and longer than that", "or more": from where the range before ends. */
const overThat = (scene: Scene, at: number, before: Range | undefined): Range | null => {
  const concept = conceptAt(scene, at);
  const longer =
    (concept?.kind === 'comparator' && concept.op.startsWith('>')) ||
    /^(?:(?:and|or) )?(?:more|longer|above|slower|over|beyond)$/i.test(markAt(scene, at)?.text ?? '');
  const that = /^(that|it|this)$/i.test(markAt(scene, at + 1)?.text ?? '');
  const closes = scene.marks.slice(at + 1).every(({ meaning }) => /^(punctuation|time)$/.test(meaning.kind));
  if (!longer || before === undefined || before.high === null || (!that && !closes)) return null;
  const used = that ? [at, at + 1] : [at];
  return { low: { value: before.high.value, closed: !before.high.closed }, high: null, unit: before.unit, used };
};

const isBinWord = (scene: Scene, at: number): boolean =>
  /^(buckets?|bins?|ranges?|bands?|steps?|histogram|histogram of|classes|groups?|intervals?)$/i.test(
    markAt(scene, at)?.text ?? '',
  );

/** The number that is divided: one that is named, else the duration. */
export const numberFor = (scene: Scene): FieldRef | null => {
  for (const [at] of scene.marks.entries()) {
    const field = namesField(scene, at) ? fieldAt(scene, at) : null;
    if (field === null || !isNumeric(field) || field.role === 'status') continue;
    take(scene, at);
    return field;
  }
  return roleField(scene, 'duration');
};

/** "how many payouts were under 500, …": things that have an amount of their own are divided by it, and by no time. */
const moneyFor = (scene: Scene, said: readonly Range[]): FieldRef | null => {
  const money = said.every(({ unit }) => unit === null) ? moneyField(scene) : null;
  const named = scene.marks.some((_, at) => namesField(scene, at) && isNumericField(fieldAt(scene, at)));
  const isIts = money !== null && (currencySaid(scene) !== undefined || isOwnMoney(scene)(money));
  return isIts && !named ? money : null;
};

const isNumericField = (field: FieldRef | null): boolean =>
  field !== null && isNumeric(field) && field.role !== 'status';

const readRanges = (scene: Scene, from: number): readonly Range[] => {
  const ranges: Range[] = [];
  for (let at = from; at < scene.marks.length && ranges.length < binsMax; at++) {
    const range = scene.taken.has(at) ? null : (rangeAt(scene, at) ?? overThat(scene, at, ranges.at(-1)));
    if (range === null) continue;
    ranges.push(range);
    at = range.used.at(-1) ?? at;
  }
  return ranges;
};

/** "under 100 ms, between 100 and 500 ms, and over that": no record is in two of them, so they are classes. */
const excludeEachOther = (said: readonly Range[]): boolean => {
  const [first] = said;
  const middle = said.slice(1, -1);
  const last = said.at(-1);
  return (
    said.length >= 3 &&
    first?.low === null &&
    last?.high === null &&
    middle.every((range) => range.low !== null && range.high !== null)
  );
};

const binFor = (field: FieldRef, range: Range, unit: QuantityUnit | null): Bin | null => {
  const preds: Pred[] = [];
  for (const [edge, op] of [
    [range.low, '>'],
    [range.high, '<'],
  ] as const) {
    if (edge === null) continue;
    const value = convertAmount(edge.value, range.unit ?? unit, field.unit);
    if (value === null) return null;
    preds.push(bound(field, edge.closed ? `${op}=` : op, value));
  }
  const written = range.unit ?? unit ?? '';
  const label =
    range.low === null
      ? `up to ${range.high?.value}${written}`
      : range.high === null
        ? `over ${range.low.value}${written}`
        : `${range.low.value} to ${range.high.value}${written}`;
  const [only] = preds;
  return { label, pred: preds.length === 1 && only !== undefined ? only : { kind: 'and', preds } };
};

const isNumericAt = (scene: Scene, at: number): boolean => {
  const field = namesField(scene, at) ? fieldAt(scene, at) : null;
  return field !== null && isNumeric(field) && field.role === null;
};

/** What a number without a unit is counted in. */
const isUnitAt = (scene: Scene, at: number): boolean =>
  isNumericAt(scene, at) || /^(?:points?|units?|marks?|items?|pieces?)$/i.test(markAt(scene, at)?.text ?? '');

/** "scores in steps of 10": a number that is named, which has no unit either. */
const isPlainStep = (scene: Scene, at: number): boolean => {
  const amount = amountAt(scene, at);
  const of = /^of$/i.test(markAt(scene, at - 1)?.text ?? '') && isBinWord(scene, at - 2);
  return (
    amount !== null &&
    amount.unit === null &&
    of &&
    // "in buckets of 5 grams deviation": the number may stand behind its unit.
    scene.marks.some((_, index) => index <= at + 2 && isNumericAt(scene, index))
  );
};

/** "inspections in buckets of 5 grams deviation": whose number it is says nothing more. */
const takeOwner = (scene: Scene, { path }: FieldRef): void => {
  const [first] = scene.marks.keys();
  const owner = first !== undefined && markAt(scene, first)?.plural === true ? fieldAt(scene, first) : null;
  if (first === undefined || owner === null || owner.path.length < 2) return;
  if (owner.path.slice(0, -1).join('.') === path.slice(0, -1).join('.')) take(scene, first);
};

/** "latency buckets: under 100 ms, 100-500 and more than 500 ms", "histogram of duration in steps of 100 ms". */
export const ranges = (scene: Scene): void => {
  const word = scene.marks.findIndex((_, index) => isBinWord(scene, index) && !scene.taken.has(index));
  const said = readRanges(scene, 0);
  if (word < 0 && !excludeEachOther(said)) return;
  const at = word < 0 ? (said[0]?.used[0] ?? 0) : word;
  if (said.length >= 2) {
    const money = moneyFor(scene, said);
    const field = money ?? numberFor(scene);
    if (money !== null) {
      assume(scene, `the number is compared with ${money.path.join('.')}`, 0.95);
      addPred(scene, 'presence', { kind: 'compare', field: money, op: '!=', value: { kind: 'null' } }, at);
    }
    const named = said.find((range) => range.unit !== null)?.unit ?? null;
    const unit = named ?? (field !== null && /^(ns|us)$/.test(field.unit ?? '') ? 'ms' : null);
    if (named === null && unit !== null) assume(scene, 'a duration without a unit is in milliseconds', 0.95);
    const bins = field === null ? [] : said.map((range) => binFor(field, range, unit));
    if (field === null || bins.some((bin) => bin === null)) return;
    take(scene, at, ...said.flatMap((range) => range.used));
    if (conceptAt(scene, at)?.kind === 'group') take(scene, at);
    // "how are the durations spread: …": over these classes.
    take(
      scene,
      ...scene.marks.flatMap(({ text }, index) => (/^(?:distribution|spread) of$/i.test(text) ? [index] : [])),
    );
    scene.keys.push({ kind: 'bins', name: 'class', bins: bins as readonly Bin[] });
    return;
  }
  const beside = scene.marks.findIndex(
    (_, index) =>
      (amountAt(scene, index)?.unit != null || isPlainStep(scene, index)) &&
      !scene.taken.has(index) &&
      (isBinWord(scene, index + 1) || isBinWord(scene, nextContent(scene, index - 1, -1))),
  );
  const width = beside < 0 ? null : amountAt(scene, beside);
  const field = width === null ? null : numberFor(scene);
  const inUnit = field === null || width === null ? null : convertAmount(width.value, width.unit, field.unit);
  if (field === null || inUnit === null || inUnit <= 0) return;
  take(scene, beside);
  // "buckets of 10 points": what the number is in.
  if (width?.unit === null && isUnitAt(scene, beside + 1)) take(scene, beside + 1);
  const behind = width?.unit === null && isNumericAt(scene, beside + 2) ? fieldAt(scene, beside + 2) : null;
  if (behind !== null && sameField(behind, field)) take(scene, beside + 2);
  for (const [index] of scene.marks.entries())
    if (isBinWord(scene, index) || conceptAt(scene, index)?.kind === 'wise') take(scene, index);
  takeOwner(scene, field);
  scene.keys.push({ kind: 'step', field, width: inUnit });
};
