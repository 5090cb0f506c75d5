import type { FieldRef } from '../../ir/field-ref.ts';
import {
  assume,
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
import { addKey } from './groups.ts';
import { addMetric, statMetric } from './metrics.ts';

const limitMax = 10_000;
const limitDefault = 10;

const numberAt = (scene: Scene, at: number): number | null => {
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
const takeLimit = (scene: Scene, at: number): boolean => {
  for (const beside of [at + 1, at - 1]) {
    const limit = numberAt(scene, beside);
    if (limit === null) continue;
    scene.limit = limit;
    take(scene, beside);
    return true;
  }
  return false;
};

const isGroupable = (scene: Scene, at: number): boolean => {
  if (!namesField(scene, at) || scene.taken.has(at)) return false;
  const field = fieldAt(scene, at);
  return field === null || !isNumeric(field) || field.role === 'status';
};

/** The thing that is ranked: after the cue within its phrase, else the one asked about before it. */
const findHead = (scene: Scene, at: number, before: boolean): number => {
  for (let next = at + 1; next < scene.marks.length && next <= at + 5; next++) {
    if (isGroupable(scene, next)) return next;
    const concept = conceptAt(scene, next);
    const passes =
      isGap(scene, next) ||
      concept?.kind === 'superlative' ||
      concept?.kind === 'severity' ||
      concept?.kind === 'outcome' ||
      concept?.kind === 'distinct' ||
      markAt(scene, next)?.meaning.kind === 'amount';
    if (!passes) break;
  }
  if (!before) return -1;
  for (let previous = at - 1; previous >= 0; previous--) if (isGroupable(scene, previous)) return previous;
  return -1;
};

const takeHead = (scene: Scene, head: number): boolean => {
  const field = fieldAt(scene, head);
  take(scene, head);
  if (field === null) {
    scene.missing.push({ word: markAt(scene, head)?.text ?? '', slot: 'top' });
    return false;
  }
  addKey(scene, field);
  return true;
};

/** One answer is asked for: "which service", "who", "the slowest span". */
const isSingular = (scene: Scene, head: number): boolean => {
  const mark = markAt(scene, head);
  const plural =
    mark?.plural === true ||
    /(users|services|endpoints|paths|hosts|regions|operations|statuses|codes|spans|requests|errors|logs|traces)$/i.test(
      mark?.text ?? '',
    );
  return !plural;
};

const orderByMetric = (scene: Scene, descending: boolean): void => {
  const metric = scene.metrics[0];
  if (metric !== undefined) scene.order = { by: 'column', name: metric.name, direction: descending ? 'desc' : 'asc' };
};

/** "top 10 requests by duration": the numeric field the rows are ordered by. */
const orderField = (scene: Scene, from: number): { readonly field: FieldRef; readonly at: number } | null => {
  for (let at = from; at < scene.marks.length; at++) {
    const field = namesField(scene, at) ? fieldAt(scene, at) : null;
    if (field !== null && isNumeric(field) && field.role !== 'status') return { field, at };
  }
  return null;
};

/** `top 5 services by errors`, `bottom 3 regions`, `top 10 requests by duration`, `top errors`. */
export const cuts = (scene: Scene): void => {
  for (const [at] of scene.marks.entries()) {
    const concept = conceptAt(scene, at);
    if (concept?.kind !== 'cut' || scene.taken.has(at)) continue;
    take(scene, at);
    const limited = takeLimit(scene, at);
    const start = limited && scene.taken.has(at + 1) ? at + 1 : at;
    const next = nextContent(scene, start + 1);
    const unknown = markAt(scene, next);
    if (unknown?.meaning.kind === 'unknown' || unknown?.meaning.kind === 'message') {
      scene.missing.push({ word: unknown.text, slot: 'top' });
      take(scene, next);
      continue;
    }
    if (!limited) {
      scene.limit = limitDefault;
      assume(scene, `top without a number is the first ${limitDefault}`);
    }
    const ordered = orderField(scene, start + 1);
    // "top 3 errors per service", "top 3 endpoints per region": the first of each group.
    const grouped = scene.keys.some((key) => key.kind === 'field');
    const head = findHead(scene, start, false);
    if (grouped && scene.metrics.length === 0 && (head >= 0 || conceptAt(scene, next)?.kind === 'severity')) {
      topOfEach(scene, head);
      continue;
    }
    if (!limited && head >= 0 && isSingular(scene, head)) scene.limit = 1;
    if (head >= 0) takeHead(scene, head);
    else if (!grouped) topRows(scene, ordered, concept.descending);
    if (scene.keys.length > 0) rankGroups(scene, ordered, concept.descending);
  }
};

const topOfEach = (scene: Scene, head: number): void => {
  const message = roleField(scene, 'message');
  if (head >= 0) takeHead(scene, head);
  else if (message !== null) {
    addKey(scene, message);
    assume(scene, 'the top records are the most frequent messages');
  }
  scene.perGroup = scene.limit;
  scene.limit = null;
  scene.counted = true;
  scene.order = { by: 'column', name: '', direction: 'desc' };
};

const rankGroups = (
  scene: Scene,
  ordered: { readonly field: FieldRef; readonly at: number } | null,
  descending: boolean,
): void => {
  if (scene.metrics.length === 0 && ordered !== null && !scene.taken.has(ordered.at)) {
    addMetric(scene, statMetric('avg', ordered.field));
    assume(scene, `groups are ranked by their average ${ordered.field.path.at(-1)}`);
    take(scene, ordered.at);
  }
  if (scene.metrics.length === 0) scene.counted = true;
  orderByMetric(scene, descending);
  if (scene.order === null) scene.order = { by: 'column', name: '', direction: descending ? 'desc' : 'asc' };
};

const topRows = (
  scene: Scene,
  ordered: { readonly field: FieldRef; readonly at: number } | null,
  descending: boolean,
): void => {
  const slow = scene.marks.some((_, at) => {
    const concept = conceptAt(scene, at);
    return concept?.kind === 'superlative' && concept.by !== 'metric';
  });
  if (ordered !== null) {
    take(scene, ordered.at);
    scene.order = { by: 'field', field: ordered.field, direction: descending ? 'desc' : 'asc' };
  } else if (!slow && scene.metrics.length === 0) {
    const message = roleField(scene, 'message');
    if (message === null) return;
    addKey(scene, message);
    assume(scene, 'the top records are the most frequent messages');
    rankGroups(scene, null, descending);
  }
};

/** `slowest endpoints`, `latest 10 errors`, `which service has the most errors`, `the five noisiest services`. */
export const superlatives = (scene: Scene): void => {
  for (const [at] of scene.marks.entries()) {
    const concept = conceptAt(scene, at);
    if (concept?.kind !== 'superlative' || scene.taken.has(at)) continue;
    take(scene, at);
    const limited = takeLimit(scene, at) || scene.limit !== null;
    switch (concept.by) {
      case 'time':
        byTime(scene, at, concept.descending, limited);
        break;
      case 'duration':
        byDuration(scene, at, concept.descending, limited);
        break;
      case 'metric':
        byMetric(scene, at, concept.descending, limited);
        break;
    }
  }
};

const byTime = (scene: Scene, at: number, descending: boolean, limited: boolean): void => {
  const time = roleField(scene, 'timestamp');
  if (time === null) return;
  scene.order = { by: 'field', field: time, direction: descending ? 'desc' : 'asc' };
  if (scene.keys.some((key) => key.kind === 'field') && scene.metrics.length === 0) {
    scene.perGroup = scene.limit ?? 1;
    scene.limit = null;
    return;
  }
  const next = nextContent(scene, at + 1, 1, (index) => markAt(scene, index)?.meaning.kind === 'amount');
  if (!limited && isSingular(scene, next) && !/recent/i.test(markAt(scene, at)?.text ?? '')) scene.limit = 1;
};

const byDuration = (scene: Scene, at: number, descending: boolean, limited: boolean): void => {
  const field = roleField(scene, 'duration');
  if (field === null) {
    scene.missing.push({ word: markAt(scene, at)?.text ?? '', slot: 'metric' });
    return;
  }
  const entity = nextContent(
    scene,
    at + 1,
    1,
    (index) => markAt(scene, index)?.meaning.kind === 'amount' || markAt(scene, index)?.meaning.kind === 'value',
  );
  const rows = /^(entity|root-span|database)$/.test(conceptAt(scene, entity)?.kind ?? '');
  // "which country has the slowest requests" ranks countries, "slowest requests" ranks requests.
  const asked = scene.marks.some(
    (_, index) =>
      index < at && conceptAt(scene, index)?.kind === 'which' && isGroupable(scene, nextContent(scene, index + 1)),
  );
  const direction = descending ? 'desc' : 'asc';
  const grouped = scene.keys.some((key) => key.kind === 'field');
  if (rows && grouped && scene.metrics.length === 0 && !asked) {
    // "slowest request per service" is one record of each.
    scene.order = { by: 'field', field, direction };
    scene.perGroup = scene.limit ?? 1;
    scene.limit = null;
    return;
  }
  const head =
    (grouped && !/est\b/i.test(markAt(scene, at)?.text ?? '')) || (rows && !asked) ? -1 : findHead(scene, at, !grouped);
  if (head >= 0) takeHead(scene, head);
  if (head >= 0 && grouped) scene.perGroup = scene.limit ?? 1;
  if (scene.keys.some((key) => key.kind === 'field')) {
    if (scene.metrics.length === 0) {
      addMetric(scene, statMetric('avg', field));
      assume(scene, 'slow and fast are by the average duration');
    }
    scene.order = { by: 'column', name: scene.metrics[0]?.name ?? '', direction };
    if (!limited && head >= 0 && isSingular(scene, head)) scene.limit = 1;
    return;
  }
  // "slow requests" without a number is all of them, slowest first.
  scene.order = { by: 'field', field, direction };
  const one = /est\b/i.test(markAt(scene, at)?.text ?? '') && entity >= 0 && isSingular(scene, entity);
  if (!limited && one) scene.limit = 1;
};

const byMetric = (scene: Scene, at: number, descending: boolean, limited: boolean): void => {
  const direction = descending ? 'desc' : 'asc';
  const next = nextContent(scene, at + 1);
  const measured = namesField(scene, next) && !scene.taken.has(next) ? fieldAt(scene, next) : null;
  const numeric = measured !== null && isNumeric(measured) && measured.role !== 'status';
  const head = scene.keys.length > 0 ? -1 : findHead(scene, numeric ? next : at, true);
  if (head >= 0) takeHead(scene, head);
  if (numeric && measured !== null) {
    take(scene, next);
    if (scene.keys.length === 0) {
      scene.order = { by: 'field', field: measured, direction };
      if (!limited && isSingular(scene, next)) scene.limit = 1;
      return;
    }
    if (scene.metrics.length === 0) addMetric(scene, statMetric(descending ? 'max' : 'min', measured));
  }
  if (scene.keys.length === 0 && scene.metrics.length === 0 && scene.bucket === null) {
    scene.taken.delete(at);
    return;
  }
  if (scene.metrics.length === 0) scene.counted = true;
  scene.order = { by: 'column', name: scene.metrics[0]?.name ?? '', direction };
  const asked = head >= 0 && head < at && isSingular(scene, head);
  const named = head > at && isSingular(scene, head);
  const moment = head < 0 && scene.bucket !== null && scene.marks.some(({ text }) => /^(minute|hour|day)$/i.test(text));
  if (!limited && (asked || named || moment)) scene.limit = 1;
};

/** `most common error messages`, `most frequent status code for each service`. */
export const commons = (scene: Scene): void => {
  for (const [at] of scene.marks.entries()) {
    if (conceptAt(scene, at)?.kind !== 'common' || scene.taken.has(at)) continue;
    take(scene, at);
    const limited = takeLimit(scene, at) || scene.limit !== null;
    const grouped = scene.keys.length > 0;
    const head = findHead(scene, at, false);
    if (head >= 0) takeHead(scene, head);
    else {
      const message = roleField(scene, 'message');
      if (message === null) continue;
      addKey(scene, message);
      assume(scene, 'the most common records are the most frequent messages');
    }
    scene.counted = true;
    scene.order = { by: 'column', name: '', direction: 'desc' };
    if (grouped && head >= 0) scene.perGroup = scene.limit ?? 1;
    else if (!limited && head >= 0 && isSingular(scene, head)) scene.limit = 1;
  }
};

/** `sort services by error count`, `errors sorted by time`, `requests ordered by duration`. */
export const sorts = (scene: Scene): void => {
  for (const [at, mark] of scene.marks.entries()) {
    if (conceptAt(scene, at)?.kind !== 'sort' || scene.taken.has(at)) continue;
    take(scene, at);
    const rising = scene.marks.some(({ text }) => /^(asc|ascending)$/i.test(text));
    const direction = rising ? 'asc' : 'desc';
    const next = nextContent(scene, at + 1, 1, (index) => conceptAt(scene, index)?.kind === 'group');
    const time = roleField(scene, 'timestamp');
    if (
      /by$/i.test(mark.text) ||
      conceptAt(scene, at + 1)?.kind === 'group' ||
      conceptAt(scene, at + 2)?.kind === 'group'
    ) {
      const field = namesField(scene, next) ? fieldAt(scene, next) : null;
      if (
        /^(time|timestamp|date|when)$/i.test(markAt(scene, at + 1)?.text ?? '') ||
        /^(time|timestamp|date)$/i.test(markAt(scene, at + 2)?.text ?? '')
      ) {
        if (time !== null) scene.order = { by: 'field', field: time, direction };
      } else if (field !== null && isNumeric(field) && scene.keys.length === 0) {
        take(scene, next);
        scene.order = { by: 'field', field, direction };
      }
    }
    if (scene.keys.length === 0 && /^(sort|rank|order)/i.test(mark.text)) {
      const head = findHead(scene, at, false);
      if (head >= 0 && takeHead(scene, head)) scene.counted = true;
    }
    if (scene.keys.length > 0 && scene.order === null) scene.order = { by: 'column', name: '', direction };
  }
};

/** A number before the thing itself: "give me 50 log lines". */
export const plainLimits = (scene: Scene): void => {
  for (const [at] of scene.marks.entries()) {
    const limit = numberAt(scene, at);
    const next = conceptAt(scene, nextContent(scene, at + 1));
    const cue = /^limit/i.test(markAt(scene, at - 1)?.text ?? '');
    if (limit === null || scene.limit !== null || (next?.kind !== 'entity' && next?.kind !== 'severity' && !cue))
      continue;
    take(scene, at);
    scene.limit = limit;
  }
};
