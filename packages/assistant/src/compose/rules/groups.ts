import type { FieldRef } from '../../ir/field-ref.ts';
import { sameField } from '../../ir/field-ref.ts';
import {
  assume,
  conceptAt,
  fieldAt,
  hasConcept,
  isGap,
  isNumeric,
  markAt,
  namesField,
  nextContent,
  roleField,
  type Scene,
  take,
} from '../scene.ts';
import { behindValue } from './behind-value.ts';
import { databaseOperation } from './database-operation.ts';
import { addMetric, percentileMetric } from './metrics.ts';
import { isNoun, readUnknownKey } from './unknown-key.ts';
import { isWhose } from './whose-field.ts';

export const addKey = (scene: Scene, field: FieldRef): void => {
  const known = scene.keys.some((key) => key.kind === 'field' && sameField(key.field, field));
  if (!known) scene.keys.push({ kind: 'field', field });
};

const isJoiner = (scene: Scene, at: number): boolean =>
  conceptAt(scene, at)?.kind === 'conjunction' || /^[,+]$/.test(markAt(scene, at)?.text ?? '');

/** Things that can be counted or ordered by, but not grouped by: "top 5 services by errors". */
const isMeasure = (scene: Scene, at: number): boolean => {
  const concept = conceptAt(scene, at);
  // "top pods by OutOfMemoryError": how often messages say so.
  if (markAt(scene, at)?.meaning.kind === 'message')
    return hasConcept(scene, 'cut') || hasConcept(scene, 'superlative');
  // "newsletters by bounce rate"
  if (markAt(scene, at)?.meaning.kind === 'value' && conceptAt(scene, at + 1)?.kind === 'ratio') return true;
  if (concept?.kind === 'role') return concept.role === 'duration';
  const field = namesField(scene, at) ? fieldAt(scene, at) : null;
  if (field !== null && isNumeric(field) && field.role !== 'status') {
    return hasConcept(scene, 'cut') || hasConcept(scene, 'superlative') || hasConcept(scene, 'sort');
  }
  if (concept?.kind === 'entity') return concept.entity !== 'trace';
  const meaning = markAt(scene, at)?.meaning;
  // "users by 401s": how many of them.
  if (meaning?.kind === 'literal' && /^(plural-number|status-class|percentile)$/.test(meaning.token.kind)) return true;
  return (
    concept !== null &&
    /^(severity|outcome|stat|percentile|count|ratio|volume|entity|superlative|distinct|symptom|common)$/.test(
      concept.kind,
    )
  );
};

const skipGaps = (scene: Scene, from: number): number => {
  let at = from;
  while (
    at < scene.marks.length &&
    (isGap(scene, at) || conceptAt(scene, at)?.kind === 'each' || conceptAt(scene, at)?.kind === 'distinct')
  )
    at += 1;
  return at;
};

/** "did each service handle": what follows is what it did. */
const isDoer = (scene: Scene, at: number): boolean =>
  /^(did|does|do) (each|every)$/i.test(markAt(scene, nextContent(scene, at - 1, -1))?.text ?? '');

/** Whether a value right after the word makes it a description: "by service checkout" groups by nothing. */
const readKeys = (scene: Scene, from: number): number => {
  let at = skipGaps(scene, from);
  let count = 0;
  while (at < scene.marks.length) {
    const concept = conceptAt(scene, at);
    const trace = concept?.kind === 'entity' && concept.entity === 'trace';
    if (!namesField(scene, at) && !trace && concept?.kind !== 'database') break;
    // "by method and status class": the classes are groups already.
    if (scene.taken.has(at) && scene.taken.has(at + 1)) break;
    const field = trace ? roleField(scene, 'trace') : (databaseOperation(scene, at) ?? fieldAt(scene, at));
    if (field === null) scene.missing.push({ word: markAt(scene, at)?.text ?? '', slot: 'group' });
    else addKey(scene, field);
    take(scene, at);
    count += 1;
    // "by customer plan", "per data center rack": a thing of the thing, which the data does not have.
    const more = markAt(scene, at + 1);
    if (more?.meaning.kind === 'unknown' && isNoun(more.text) && !scene.taken.has(at + 1) && !isDoer(scene, at)) {
      scene.missing.push({ word: `${markAt(scene, at)?.text ?? ''} ${more.text}`, slot: 'group' });
      take(scene, at + 1);
    }
    if (!isJoiner(scene, at + 1)) break;
    // "for each region, the service with the most errors": what is said of the groups begins here.
    if (markAt(scene, at + 1)?.text === ',' && /^(the|its|which|what)$/i.test(markAt(scene, at + 2)?.text ?? '')) break;
    let next = skipGaps(scene, at + 2);
    if (conceptAt(scene, next)?.kind === 'group') next = skipGaps(scene, next + 1);
    if (!namesField(scene, next) || isMeasure(scene, next)) break;
    take(scene, at + 1);
    at = next;
  }
  return count;
};

const stepsWanted = 10;

/** A round width that divides what nearly all values are below into about ten; null where nothing is known of them. */
const stepFor = (scene: Scene, field: FieldRef): number | null => {
  const high = scene.data.fields.find((entry) => sameField(entry.ref, field))?.source.numbers?.p95 ?? 0;
  if (high <= 0) return null;
  const power = 10 ** Math.floor(Math.log10(high / stepsWanted));
  return [1, 2, 5, 10].map((step) => step * power).find((width) => high / width <= stepsWanted) ?? null;
};

const fewValuesMax = 20;

/** The number of passengers, of attempts: whole numbers of which there are few are told one by one. */
export const hasFewValues = (scene: Scene, field: FieldRef): boolean => {
  const source = scene.data.fields.find((entry) => sameField(entry.ref, field))?.source;
  const whole = source?.values.every(({ value }) => /^-?\d+$/.test(value)) ?? false;
  return source !== undefined && source.values.length > 1 && source.distinct <= fewValuesMax && whole;
};

/** "distribution of latency": of a number its percentiles, for groups of single values would say nothing. */
const readSpread = (scene: Scene, cue: number, at: number): boolean => {
  const field =
    namesField(scene, at) && /distribution|histogram|spread/i.test(markAt(scene, cue)?.text ?? '')
      ? fieldAt(scene, at)
      : null;
  if (field === null || !isNumeric(field) || field.role === 'status') return false;
  take(scene, cue, at);
  // "how are the scores distributed, in steps of 10": the steps are what it is told by.
  if (scene.keys.some((key) => key.kind === 'step' && sameField(key.field, field))) return true;
  if (hasFewValues(scene, field)) {
    addKey(scene, field);
    return true;
  }
  const width = /histogram/i.test(markAt(scene, cue)?.text ?? '') ? stepFor(scene, field) : null;
  if (width !== null) {
    scene.keys.push({ kind: 'step', field, width });
    assume(scene, `the histogram has steps of ${width}${field.unit === null ? '' : ` ${field.unit}`}`);
    return true;
  }
  for (const p of [0.5, 0.95, 0.99]) addMetric(scene, percentileMetric(p, field));
  assume(scene, 'the distribution of a number is shown by its percentiles');
  return true;
};

/** "service wise", and "reasons as a distribution". */
const headOfWise = (scene: Scene, at: number): number => {
  const said = [at - 2, at - 1].map((index) => markAt(scene, index)?.text ?? '').join(' ');
  return /(?:^|\s)(?:as|in) (?:an?|the)$/i.test(said) ? at - 3 : at - 1;
};

/** `by service`, `per region and service`, `for each method`, `service wise`, `breakdown of status codes`. */
export const groups = (scene: Scene): void => {
  for (let at = 0; at < scene.marks.length; at++) {
    const concept = conceptAt(scene, at);
    if (
      concept?.kind === 'wise' &&
      !scene.taken.has(at) &&
      namesField(scene, headOfWise(scene, at)) &&
      !readSpread(scene, at, headOfWise(scene, at))
    ) {
      take(scene, at);
      readKeys(scene, headOfWise(scene, at));
    }
    if (concept?.kind === 'count' && /^(counts?|numbers?)$/i.test(markAt(scene, at)?.text ?? '')) withCounts(scene, at);
    const meaning = markAt(scene, at)?.meaning;
    // "per day and severity": what follows the length of time is grouped by too.
    if (meaning?.kind === 'time' && meaning.time.kind === 'bucket' && isJoiner(scene, at + 1)) {
      const next = skipGaps(scene, at + 2);
      if (namesField(scene, next) && !isMeasure(scene, next) && readKeys(scene, next) > 0) take(scene, at + 1);
    }
    if (concept?.kind !== 'group' && concept?.kind !== 'each') continue;
    if (scene.taken.has(at)) continue;
    // "the latency distribution of payments"
    if (namesField(scene, at - 1) && !scene.taken.has(at - 1) && readSpread(scene, at, at - 1)) continue;
    const first = skipGaps(scene, at + 1);
    const next = isWhose(scene, first) ? first + 1 : first;
    if (next > first) take(scene, first);
    if (ofEach(scene, at, next)) continue;
    // "the logs of a user across all services" are its logs, wherever they are.
    if (
      /^across$/i.test(markAt(scene, at)?.text ?? '') &&
      /^all\b/i.test(markAt(scene, at + 1)?.text ?? '') &&
      !countsAnything(scene)
    ) {
      take(scene, at, next);
      continue;
    }
    if (readSpread(scene, at, next)) continue;
    if (isMeasure(scene, next)) {
      if (concept.kind === 'group') take(scene, at);
      rankedHead(scene, at);
      readSpreadOver(scene, at, next);
      continue;
    }
    if (readKeys(scene, behindValue(scene, next)) > 0) take(scene, at);
    else readUnknownKey(scene, at, next);
  }
};

/** "users by number of 401s", "regions by average latency": what leads is what is ranked, by the measure. */
const rankedHead = (scene: Scene, cue: number): void => {
  const head = nextContent(scene, cue - 1, -1, (index) => conceptAt(scene, index)?.kind === 'sort');
  const lead = nextContent(scene, head - 1, -1);
  // "roaming partners by error rate"
  const opens = lead < 0 || /^(?:punctuation|value)$/.test(markAt(scene, lead)?.meaning.kind ?? '');
  const field = namesField(scene, head) && !scene.taken.has(head) ? fieldAt(scene, head) : null;
  const plain = field !== null && (!isNumeric(field) || field.role === 'status') && field.role !== 'message';
  if (!/^by$/i.test(markAt(scene, cue)?.text ?? '') || !opens || !plain || markAt(scene, head)?.plural !== true) return;
  take(scene, head);
  addKey(scene, field);
  scene.order = { by: 'column', name: '', direction: 'desc' };
};

/** "distribution of warnings over pods": what they are spread over follows what is spread. */
const readSpreadOver = (scene: Scene, cue: number, measure: number): void => {
  if (!/^(distribution|spread|split|breakdown|break down) of$/i.test(markAt(scene, cue)?.text ?? '')) return;
  const over = scene.marks.findIndex(
    (mark, at) =>
      at > measure &&
      /^(over|among|between|across|on|in)$/i.test(mark.text) &&
      namesField(scene, skipGaps(scene, at + 1)),
  );
  if (over >= 0 && readKeys(scene, skipGaps(scene, over + 1)) > 0) take(scene, over);
};

const countsAnything = (scene: Scene): boolean =>
  scene.marks.some((_, at) =>
    /^(count|stat|percentile|volume|ratio|superlative|common|severity|outcome)$/.test(conceptAt(scene, at)?.kind ?? ''),
  );

/** Records, or messages of a queue: what is counted of each. */
const isCounted = (scene: Scene, at: number): boolean => {
  const concept = conceptAt(scene, at);
  return concept?.kind === 'role'
    ? concept.role === 'message' && scene.taken.has(at)
    : /^(entity|severity|outcome)$/.test(concept?.kind ?? '');
};

/** "what error codes are there and how many of each": each of what was asked for first. */
const ofEach = (scene: Scene, at: number, next: number): boolean => {
  const counted = nextContent(scene, at - 1, -1, (index) => isCounted(scene, index));
  const counts = conceptAt(scene, counted)?.kind === 'count';
  const rest = scene.marks.slice(next);
  const over = rest.every(
    ({ meaning }) =>
      meaning.kind === 'punctuation' || (meaning.kind === 'concept' && /^(filler|with)$/.test(meaning.concept.kind)),
  );
  const head = scene.marks.findIndex((_, index) => index < at && namesField(scene, index) && !scene.taken.has(index));
  const field = head < 0 ? null : fieldAt(scene, head);
  if (!counts || !over || !/each|every/i.test(markAt(scene, at)?.text ?? '')) return false;
  if (field === null) return ofEachValue(scene, at);
  take(scene, at, head);
  addKey(scene, field);
  scene.counted = true;
  return true;
};

/** "refunds versus charges: how many of each": each of the values that are named. */
const ofEachValue = (scene: Scene, at: number): boolean => {
  const set = scene.preds.find(({ source, pred }) => source === 'value' && pred.kind === 'in')?.pred;
  if (set?.kind !== 'in') return false;
  take(scene, at);
  addKey(scene, set.field);
  scene.counted = true;
  return true;
};

/** "error codes with counts", "regions and their counts": the thing before is what is counted by. */
const withCounts = (scene: Scene, at: number): void => {
  const before = nextContent(scene, at - 1, -1);
  const kind = conceptAt(scene, before)?.kind;
  const head = kind === 'with' || kind === 'conjunction' ? nextContent(scene, before - 1, -1) : -1;
  const field = namesField(scene, head) && !scene.taken.has(head) ? fieldAt(scene, head) : null;
  if (field === null || isMeasure(scene, head)) return;
  take(scene, head, at);
  addKey(scene, field);
};
