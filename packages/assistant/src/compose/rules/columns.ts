import type { Metric } from '../../ir/query-ir.ts';
import {
  assume,
  conceptAt,
  hasConcept,
  isGap,
  markAt,
  namesField,
  nextContent,
  roleField,
  type Scene,
  take,
} from '../scene.ts';
import { convertAmount, isDurationUnit } from '../units.ts';
import { conditionAt } from './conditions.ts';
import { amountAt } from './having.ts';
import { addMetric } from './metrics.ts';

const columnsMax = 8;

/** One thing of a list: all records, those with a condition, a statistic that its own rule reads, or nothing of these. */
type Item =
  | { readonly kind: 'all'; readonly used: readonly number[] }
  | { readonly kind: 'part'; readonly metric: Metric; readonly used: readonly number[] }
  | { readonly kind: 'slowest'; readonly used: readonly number[] }
  | { readonly kind: 'statistic' };

const isJoiner = (scene: Scene, at: number): boolean =>
  /^[,;]$/.test(markAt(scene, at)?.text ?? '') || conceptAt(scene, at)?.kind === 'conjunction';

const isStatistic = (scene: Scene, at: number): boolean => {
  const meaning = markAt(scene, at)?.meaning;
  return (
    /^(stat|percentile|ratio)$/.test(conceptAt(scene, at)?.kind ?? '') ||
    (meaning?.kind === 'literal' && meaning.token.kind === 'percentile')
  );
};

/** "over one second": those that took so long. */
const overAt = (scene: Scene, at: number): Metric | null => {
  const concept = conceptAt(scene, at);
  const amount = concept?.kind === 'comparator' ? amountAt(scene, at + 1) : null;
  const field = roleField(scene, 'duration');
  if (concept?.kind !== 'comparator' || amount === null || field === null || !isDurationUnit(amount.unit)) return null;
  const value = convertAmount(amount.value, amount.unit, field.unit ?? 'ms');
  const name = concept.op.startsWith('>') ? 'slow' : 'fast';
  const pred = { kind: 'compare', field, op: concept.op, value: { kind: 'number', value: value ?? 0 } } as const;
  return value === null ? null : { kind: 'count-if', pred, name };
};

const readItem = (scene: Scene, from: number, to: number): Item | null => {
  const used: number[] = [];
  let part: Metric | null = null;
  let entity = false;
  let slowest = false;
  for (let at = from; at < to; at++) {
    const concept = conceptAt(scene, at);
    const total =
      concept?.kind === 'stat' &&
      concept.fn === 'sum' &&
      /^(entity|count|volume)$/.test(conceptAt(scene, at + 1)?.kind ?? '');
    if (isStatistic(scene, at) && !total) return { kind: 'statistic' };
    if (total) {
      used.push(at);
      continue;
    }
    if (isGap(scene, at) || /^(one|ones)$/i.test(markAt(scene, at)?.text ?? '')) continue;
    // "and those over one second"
    const bound: Metric | null = part === null ? overAt(scene, at) : null;
    if (bound !== null) {
      part = bound;
      used.push(at, at + 1);
      at += 1;
      continue;
    }
    const condition = /^(severity|outcome)$/.test(concept?.kind ?? '') ? conditionAt(scene, at) : null;
    if (condition !== null && part === null) part = { kind: 'count-if', pred: condition.pred, name: condition.name };
    else if (concept?.kind === 'superlative' && concept.by === 'duration' && concept.descending) slowest = true;
    else if (concept?.kind === 'entity' || concept?.kind === 'volume') entity = true;
    else if (concept?.kind !== 'count' && concept?.kind !== 'list') return null;
    used.push(at);
  }
  if (slowest) return { kind: 'slowest', used };
  if (part !== null) return { kind: 'part', metric: part, used };
  return entity ? { kind: 'all', used } : null;
};

/** Where the list ends: at the groups, the times, or a word that is no part of a list. */
const readList = (scene: Scene, start: number): readonly Item[] => {
  const items: Item[] = [];
  let from = start;
  for (let at = start; at <= scene.marks.length && items.length < columnsMax; at++) {
    const kind = conceptAt(scene, at)?.kind;
    const ends =
      at === scene.marks.length ||
      kind === 'group' ||
      kind === 'each' ||
      kind === 'with' ||
      markAt(scene, at)?.meaning.kind === 'time' ||
      isPreposition(scene, at);
    if (!ends && !isJoiner(scene, at)) continue;
    if (at > from) {
      const item = readItem(scene, from, at);
      if (item === null) return ends ? items : [];
      items.push(item);
    }
    if (ends) return items;
    from = at + 1;
  }
  return items;
};

const isPreposition = (scene: Scene, at: number): boolean =>
  conceptAt(scene, at)?.kind === 'preposition' && !/^of$/i.test(markAt(scene, at)?.text ?? '');

const isDivided = (scene: Scene, at: number): boolean => /^(?:group|each)$/.test(conceptAt(scene, at)?.kind ?? '');

/** "for every service, the number of failed spans and of all spans": behind a colon, or what the groups are told by. */
const listStart = (scene: Scene): number => {
  const colon = scene.marks.findIndex((mark) => mark.text === ':');
  const first = nextContent(scene, 0);
  if (colon >= 0 || !isDivided(scene, first)) return colon + 1;
  const key = nextContent(scene, first + 1);
  return namesField(scene, key) && !isJoiner(scene, key + 2) ? key + 1 : 0;
};

/** "requests, errors and p95 per service": a column of each, where all records stand beside a part of them. */
export const columnLists = (scene: Scene): void => {
  if (!hasConcept(scene, 'group') && !hasConcept(scene, 'each')) return;
  const items = readList(scene, listStart(scene));
  const all = items.some((item) => item.kind === 'all');
  const parts = items.filter((item) => item.kind === 'part');
  const [first] = items;
  // "requests and p95 latency by path": many of them, and a figure.
  const besideFigure =
    first?.kind === 'all' &&
    !isDivided(scene, nextContent(scene, 0)) &&
    first.used.some((at) => markAt(scene, at)?.plural === true) &&
    items.some((item) => item.kind === 'statistic');
  const slowest = items.filter((item) => item.kind === 'slowest').length;
  if (items.length < 2 || !all || (parts.length + slowest === 0 && !besideFigure)) return;
  for (const item of items) {
    if (item.kind === 'statistic') continue;
    if (item.kind === 'slowest') {
      const field = roleField(scene, 'duration');
      if (field === null) return;
      addMetric(scene, { kind: 'stat', fn: 'max', field, name: 'slowest' });
    } else addMetric(scene, item.kind === 'all' ? { kind: 'count', name: 'count' } : item.metric);
    take(scene, ...item.used);
  }
  for (const [at] of scene.marks.entries())
    if (conceptAt(scene, at)?.kind === 'count' && !namesField(scene, at + 1)) take(scene, at);
  assume(scene, 'each thing of the list is a column of its own', 0.95);
};
