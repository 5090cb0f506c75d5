import { withoutSuffix } from '../../catalog/name-suffix.ts';
import type { FieldRef } from '../../ir/field-ref.ts';
import { isTimed } from '../own-figure.ts';
import { conceptAt, conceptsOf, markAt, nextContent, type Scene, take } from '../scene.ts';
import { isDurationUnit } from '../units.ts';
import { withoutAbsent } from './absent.ts';
import { comparatorAt } from './comparators.ts';
import { amountAt, havingMetric } from './having.ts';
import { addMetric, statMetric } from './metrics.ts';
import { isSingular, takeLimit } from './ranking.ts';
import { threshold } from './thresholds.ts';

/** "waited", "waits" and "waiting" are what `wait_s` is of. */
const stemOf = (word: string): string =>
  word
    .toLowerCase()
    .replace(/(?:ing|ed|s)$/, '')
    .replace(/e$/, '');

/** The one time whose name is a verb or a state and its unit: `wait_s`, `talk_s`, `down_min`. */
const timeOf = (scene: Scene, word: string): FieldRef | null => {
  if (!/^\p{L}{4,}$/u.test(word)) return null;
  const found = scene.data.fields.filter(
    ({ ref, name }) =>
      isTimed(ref) &&
      ref.role === null &&
      // `call.waitSeconds` is called so within what it is of.
      [...withoutSuffix(name), ...withoutSuffix(ref.path.at(-1) ?? '')].some((base) => stemOf(base) === stemOf(word)),
  );
  return found.length === 1 ? (found[0]?.ref ?? null) : null;
};

interface Verb {
  readonly at: number;
  readonly field: FieldRef;
}

/** What a mark says was done or was so for some time; of "cell down" it is the last word. */
const verbAt = (scene: Scene, at: number): Verb | null => {
  const mark = markAt(scene, at);
  if (mark === undefined || scene.taken.has(at)) return null;
  const { meaning, text } = mark;
  const said = meaning.kind === 'message' ? (meaning.phrase.split(' ').at(-1) ?? '') : text;
  const isWord = /^(?:unknown|message|field)$/.test(meaning.kind) || conceptAt(scene, at)?.kind === 'filler';
  const field = isWord ? timeOf(scene, said) : null;
  return field === null ? null : { at, field };
};

/** "for more than 8 minutes on average": of each thing that is asked for, and not of a record. */
const averaged = (scene: Scene, from: number): number =>
  conceptsOf(scene, 'stat').find((at) => {
    const concept = conceptAt(scene, at);
    return concept?.kind === 'stat' && concept.fn === 'avg' && at > from && !scene.taken.has(at);
  }) ?? -1;

const isAskedOf = (scene: Scene, { at }: Verb): boolean =>
  scene.marks.some(
    ({ text }, index) => index < at && (conceptAt(scene, index)?.kind === 'which' || /^whose$/i.test(text)),
  );

const LASTED = /^(?:lasted|lasts?|lasting|took|takes?|taking)$/i;

/** The comparison that bounds it: right behind the verb, or "that lasted more than 30 min" further on. */
const cueFor = (scene: Scene, verb: Verb): { readonly cue: number; readonly said: readonly number[] } => {
  const next = nextContent(scene, verb.at + 1);
  if (comparatorAt(scene, next) !== null || markAt(scene, verb.at)?.meaning.kind !== 'message')
    return { cue: next, said: [] };
  for (let at = next + 1; at < scene.marks.length; at++) {
    if (scene.taken.has(at) || comparatorAt(scene, at) === null) continue;
    if (LASTED.test(markAt(scene, at)?.text.split(' ')[0] ?? '')) return { cue: at, said: [] };
    const before = nextContent(scene, at - 1, -1);
    if (LASTED.test(markAt(scene, before)?.text ?? '')) return { cue: at, said: [before] };
  }
  return { cue: -1, said: [] };
};

/** "waited longer than ten minutes", "were down for over 2 hours", "talk for more than 8 minutes on average". */
const bounded = (scene: Scene, verb: Verb): boolean => {
  const { cue, said } = cueFor(scene, verb);
  const found = cue < 0 || scene.taken.has(cue) ? null : comparatorAt(scene, cue);
  const amount = found === null ? null : amountAt(scene, nextContent(scene, cue + 1));
  if (found === null || amount === null || !isDurationUnit(amount.unit)) return false;
  take(scene, verb.at, cue, amount.at, ...said);
  const average = averaged(scene, amount.at);
  if (average >= 0 && isAskedOf(scene, verb)) {
    take(scene, average);
    const metric = statMetric('avg', verb.field);
    addMetric(scene, metric);
    havingMetric(scene, cue, metric, found.op, amount);
  } else threshold(scene, verb.field, found.op, amount);
  return true;
};

/** "the longest outage": of all that were down, the one for the longest time. */
const ranked = (scene: Scene, verb: Verb): boolean => {
  const cue = nextContent(scene, verb.at - 1, -1, (index) => markAt(scene, index)?.meaning.kind === 'amount');
  const text = markAt(scene, cue)?.text ?? '';
  if (!/^(?:the )?(?:longest|shortest)$/i.test(text) || scene.taken.has(cue)) return false;
  if (markAt(scene, verb.at)?.meaning.kind !== 'message') return false;
  take(scene, cue, verb.at);
  withoutAbsent(scene, verb.field, verb.at);
  scene.order = { by: 'field', field: verb.field, direction: /longest/i.test(text) ? 'desc' : 'asc' };
  if (!takeLimit(scene, cue) && isSingular(scene, verb.at)) scene.limit = 1;
  return true;
};

/**
 * How long something was done or was so, where a field is called as that and its unit: "calls that waited longer than ten
 * minutes" are those of `wait_s`. Which message tells of it is not looked for, for it is told once it is over.
 */
export const verbTimes = (scene: Scene): void => {
  for (const [at] of scene.marks.entries()) {
    const verb = verbAt(scene, at);
    if (verb !== null && (bounded(scene, verb) || ranked(scene, verb))) return;
  }
};
