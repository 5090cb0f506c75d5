import type { FieldRef } from '../../ir/field-ref.ts';
import {
  conceptAt,
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
import { isNumberAsked } from './asked-number.ts';
import { addKey } from './groups.ts';

const limitMax = 10_000;
export const limitDefault = 10;

export const numberAt = (scene: Scene, at: number): number | null => {
  const meaning = markAt(scene, at)?.meaning;
  const fits =
    meaning?.kind === 'amount' &&
    meaning.unit === null &&
    Number.isInteger(meaning.value) &&
    meaning.value >= 1 &&
    meaning.value <= limitMax;
  return fits && !scene.taken.has(at) ? meaning.value : null;
};

/** The number that says how many: right after the cue ("top 5") or right before it ("the 10 slowest"). */
export const takeLimit = (scene: Scene, at: number): boolean => {
  for (const beside of [at + 1, at - 1]) {
    const limit = numberAt(scene, beside);
    if (limit === null) continue;
    scene.limit = limit;
    take(scene, beside);
    return true;
  }
  return false;
};

/** "slowest traces": a trace is what its spans have in common, unless its id follows. */
const isTrace = (scene: Scene, at: number): boolean => {
  const concept = conceptAt(scene, at);
  const named = markAt(scene, at + 1)?.meaning.kind === 'literal';
  return concept?.kind === 'entity' && concept.entity === 'trace' && scene.dataset === 'spans' && !named;
};

/** "the biggest upload anyone made": whoever it was, and none to be told apart. */
export const ANYONE: RegExp = /^(?:any|some)(?:one|body)$/i;

export const isGroupable = (scene: Scene, at: number): boolean => {
  if (isTrace(scene, at)) return !scene.taken.has(at) && roleField(scene, 'trace') !== null;
  if (!namesField(scene, at) || scene.taken.has(at) || ANYONE.test(markAt(scene, at)?.text ?? '')) return false;
  const field = fieldAt(scene, at);
  return field === null || !isNumeric(field) || field.role === 'status';
};

/** The thing that is ranked: after the cue within its phrase, else the one asked about before it. */
export const findHead = (scene: Scene, at: number, before: boolean): number => {
  for (let next = at + 1; next < scene.marks.length && next <= at + 5; next++) {
    if (isGroupable(scene, next)) return next;
    const concept = conceptAt(scene, next);
    const passes =
      isGap(scene, next) ||
      concept?.kind === 'superlative' ||
      concept?.kind === 'severity' ||
      concept?.kind === 'outcome' ||
      concept?.kind === 'distinct' ||
      // "the slowest POST routes"
      markAt(scene, next)?.meaning.kind === 'value' ||
      markAt(scene, next)?.meaning.kind === 'amount';
    if (!passes) break;
  }
  if (!before) return -1;
  // "which intents do people ask for most": what is asked for goes before who asks.
  const asked = scene.marks.findIndex((_, index) => index < at && conceptAt(scene, index)?.kind === 'which');
  const head = asked < 0 ? -1 : nextContent(scene, asked + 1);
  if (head >= 0 && head < at && (isGroupable(scene, head) || isNumberAsked(scene, head, at))) return head;
  for (let previous = at - 1; previous >= 0; previous--) {
    if (isGroupable(scene, previous)) return previous;
    if (conceptAt(scene, previous + 1)?.kind === 'with' && isNumberAsked(scene, previous, at)) return previous;
  }
  return -1;
};

export const takeHead = (scene: Scene, head: number): boolean => {
  const field = isTrace(scene, head) ? roleField(scene, 'trace') : fieldAt(scene, head);
  take(scene, head);
  if (field === null) {
    scene.missing.push({ word: markAt(scene, head)?.text ?? '', slot: 'top' });
    return false;
  }
  addKey(scene, field);
  return true;
};

/** One answer is asked for: "which service", "who", "the slowest span". */
export const isSingular = (scene: Scene, head: number): boolean => {
  const mark = markAt(scene, head);
  const numbers = mark?.meaning.kind === 'literal' && mark.meaning.token.kind === 'plural-number';
  const plural =
    numbers ||
    mark?.plural === true ||
    /(users|services|endpoints|paths|hosts|regions|operations|statuses|codes|spans|requests|errors|logs|traces)$/i.test(
      mark?.text ?? '',
    );
  return !plural;
};

export const orderByMetric = (scene: Scene, descending: boolean): void => {
  const metric = scene.metrics[0];
  if (metric !== undefined) scene.order = { by: 'column', name: metric.name, direction: descending ? 'desc' : 'asc' };
};

/** "top 10 requests by duration": the numeric field the rows are ordered by. */
export const orderField = (scene: Scene, from: number): { readonly field: FieldRef; readonly at: number } | null => {
  for (let at = from; at < scene.marks.length; at++) {
    const field = namesField(scene, at) ? fieldAt(scene, at) : null;
    if (field !== null && isNumeric(field) && field.role !== 'status') return { field, at };
  }
  return null;
};
