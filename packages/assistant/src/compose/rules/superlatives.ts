import { sameField } from '../../ir/field-ref.ts';
import type { Concept } from '../../lexicon/concept.ts';
import { isTally } from '../adds-up.ts';
import { lastingTime } from '../measured-times.ts';
import {
  assume,
  conceptAt,
  fieldAt,
  hasConcept,
  isNumeric,
  markAt,
  namesField,
  nextContent,
  roleField,
  type Scene,
  take,
} from '../scene.ts';
import { whosAt } from '../who.ts';
import { withoutAbsent } from './absent.ts';
import { orderCombined } from './cuts.ts';
import { addKey } from './groups.ts';
import { addMetric, statMetric } from './metrics.ts';
import { mostByNumber } from './most-by-number.ts';
import { mostDifferent } from './most-different.ts';
import { rankedThing } from './ranked-thing.ts';
import { findHead, isGroupable, isSingular, numberAt, takeHead, takeLimit } from './ranking.ts';
import { amountOfThings, sizeOfRecords } from './size-field.ts';

type Superlative = Extract<Concept, { kind: 'superlative' }>;

const MORE = /^(more|higher|bigger|larger|greater|worse)$/i;
const LESS = /^(fewer|less|lower|smaller|better)$/i;

/** "which version has the higher error rate": the more of what is asked about, where nothing says than what. */
const superlativeAt = (scene: Scene, at: number): Superlative | null => {
  const concept = conceptAt(scene, at);
  if (concept?.kind === 'superlative') return concept;
  const text = markAt(scene, at)?.text ?? '';
  const slow = /^slower$/i.test(text) || (concept?.kind === 'comparator' && /^slower/i.test(text));
  const fast = /^faster$/i.test(text);
  if (!slow && !fast && !MORE.test(text) && !LESS.test(text)) return null;
  const asked = scene.marks.some((_, index) => index < at && conceptAt(scene, index)?.kind === 'which');
  const compared =
    scene.compared !== null || scene.marks.some((mark, index) => index > at && /^than\b/i.test(mark.text));
  if (!asked || compared) return null;
  return { kind: 'superlative', by: slow || fast ? 'duration' : 'metric', descending: slow || MORE.test(text) };
};

/** "which request took the most time": the slowest one; where things are grouped, time adds up. */
const tookLongest = (scene: Scene, at: number): boolean => {
  const took = /^(?:took|takes|take|taken|taking)$/i.test(markAt(scene, at - 1)?.text ?? '');
  const record = scene.marks.some((_, index) => index < at && conceptAt(scene, index)?.kind === 'entity');
  const isIt = took && record && /^time$/i.test(markAt(scene, at + 1)?.text ?? '') && scene.keys.length === 0;
  if (isIt) take(scene, at - 1, at + 1);
  return isIt;
};

/** `slowest endpoints`, `latest 10 errors`, `which service has the most errors`, `the five noisiest services`. */
export const superlatives = (scene: Scene): void => {
  for (const [at] of scene.marks.entries()) {
    const concept = superlativeAt(scene, at);
    if (concept === null || scene.taken.has(at)) continue;
    take(scene, at);
    const limited = takeLimit(scene, at) || scene.limit !== null;
    switch (tookLongest(scene, at) ? 'duration' : concept.by) {
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
  // "pods by error count, the first 5": of what is ranked already.
  if (time === null || (limited && !descending && scene.order?.by === 'column')) return;
  scene.order = { by: 'field', field: time, direction: descending ? 'desc' : 'asc' };
  if (scene.keys.some((key) => key.kind === 'field') && scene.metrics.length === 0) {
    scene.perGroup = scene.limit ?? 1;
    scene.limit = null;
    return;
  }
  const next = nextContent(scene, at + 1, 1, (index) => markAt(scene, index)?.meaning.kind === 'amount');
  const thing = rankedThing(scene, at);
  const text = markAt(scene, at)?.text ?? '';
  // "recent errors" are several, "the most recent error" is one.
  const isOne = !/recent/i.test(text) || (/^the\b/i.test(text) && markAt(scene, next)?.plural === false);
  if (!limited && isOne && isSingular(scene, thing < 0 ? next : thing)) scene.limit = 1;
};

const byDuration = (scene: Scene, at: number, descending: boolean, limited: boolean): void => {
  const field = lastingTime(scene, at, nextContent(scene, at + 1)) ?? roleField(scene, 'duration');
  if (field === null) {
    scene.missing.push({ word: markAt(scene, at)?.text ?? '', slot: 'metric' });
    return;
  }
  // "the longest gap between errors" is of times that no record has, and messages take no time.
  const next = markAt(scene, at + 1)?.text ?? '';
  const message = scene.dataset === 'logs' && /^(?:long|short)/i.test(markAt(scene, at)?.text ?? '');
  if (/^gaps?\b/i.test(next) || (message && /^(?:messages?|log lines?|lines?)$/i.test(next))) {
    scene.missing.push({ word: next, slot: 'metric' });
    return;
  }
  // "slow ones only (> 250 ms)" has said what is slow.
  const plain = /^(slow|sluggish)$/i.test(markAt(scene, at)?.text ?? '');
  if (plain && scene.preds.some((found) => found.source === 'threshold')) return;
  const entity = nextContent(
    scene,
    at + 1,
    1,
    (index) => markAt(scene, index)?.meaning.kind === 'amount' || markAt(scene, index)?.meaning.kind === 'value',
  );
  const rows =
    /^(entity|root-span|database)$/.test(conceptAt(scene, entity)?.kind ?? '') && !isGroupable(scene, entity);
  // "which country has the slowest requests" ranks countries, "slowest requests" ranks requests.
  const asked =
    whosAt(scene).some((index) => index < at) ||
    scene.marks.some(
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
  // "which two paths are slowest"
  const many = !limited && head >= 0 && head < at && numberAt(scene, head - 1) !== null && takeLimit(scene, head);
  if (head >= 0 && grouped) scene.perGroup = scene.limit ?? 1;
  if (scene.keys.some((key) => key.kind === 'field')) {
    if (scene.metrics.length === 0) {
      const trace = scene.keys.some((key) => key.kind === 'field' && key.field.role === 'trace');
      // "who had the slowest request": it is one of them that tells.
      const single = rows && asked && entity > at && isSingular(scene, entity);
      addMetric(scene, statMetric(trace ? 'max' : single ? (descending ? 'max' : 'min') : 'avg', field));
      if (trace || !single)
        assume(
          scene,
          trace ? 'a trace takes as long as its longest span' : 'slow and fast are by the average duration',
        );
    }
    scene.order = { by: 'column', name: scene.metrics[0]?.name ?? '', direction };
    if (!limited && !many && head >= 0 && isSingular(scene, head)) scene.limit = 1;
    return;
  }
  // "how long did the slowest request take" asks for the figure alone.
  const long = scene.marks.findIndex((mark, index) => index < at && /^how (?:long|slow)$/i.test(mark.text));
  if (long >= 0 && scene.metrics.length === 0 && !limited) {
    take(scene, long, ...scene.marks.flatMap((mark, index) => (/^(take|last)$/i.test(mark.text) ? [index] : [])));
    addMetric(scene, statMetric(descending ? 'max' : 'min', field));
    return;
  }
  // "slow requests" without a number is all of them, slowest first.
  scene.order = { by: 'field', field, direction };
  const thing = rankedThing(scene, at);
  // "which request took the most time"
  const asker = scene.marks.findLastIndex((_, index) => index < at && conceptAt(scene, index)?.kind === 'entity');
  const ranked = [thing, entity, asker].find((index) => index >= 0) ?? -1;
  const one = /(?:est|most)\b/i.test(markAt(scene, at)?.text ?? '') && ranked >= 0 && isSingular(scene, ranked);
  if (!limited && one) scene.limit = 1;
};

/** "what is logging the most warnings": what writes records is a service. */
const whatMost = (scene: Scene): boolean => {
  // "what errors does it have the most": the errors themselves differ by what they say.
  const asked0 = scene.marks.findIndex((_, at) => conceptAt(scene, at)?.kind === 'which');
  const message = roleField(scene, 'message');
  if (asked0 >= 0 && conceptAt(scene, nextContent(scene, asked0 + 1))?.kind === 'severity' && message !== null) {
    addKey(scene, message);
    scene.limit ??= 1;
    return true;
  }
  const service = roleField(scene, 'service');
  const asked = /^(what|which|whats|what's)\b/i.test(markAt(scene, 0)?.text ?? '') && hasConcept(scene, 'severity');
  if (!asked || service === null) return false;
  addKey(scene, service);
  assume(scene, '"what" is read as the service', 0.82);
  return true;
};

/**
 * "for each page the user with the most errors", "the noisiest service of each region": what the first of each group are,
 * before the cue or right after it; -1 where nothing is grouped yet.
 */
const bestOfEach = (scene: Scene, at: number, before: number): number => {
  if (!scene.keys.some((key) => key.kind === 'field')) return -1;
  if (isGroupable(scene, before)) return before;
  const measure = /^(the )?(most|least|fewest|highest|lowest|largest|biggest|smallest)$/i.test(
    markAt(scene, at)?.text ?? '',
  );
  const next = nextContent(scene, at + 1, 1, (index) => markAt(scene, index)?.meaning.kind === 'amount');
  const field = !measure && isGroupable(scene, next) ? fieldAt(scene, next) : null;
  const known = scene.keys.some((key) => key.kind === 'field' && field !== null && sameField(key.field, field));
  return field === null || known ? -1 : next;
};

/** "the heaviest parcel the vans carried": who did it is no thing that is ranked, but known of each record. */
const isDoer = (scene: Scene, at: number, thing: number): boolean => {
  const said = at === thing + 2 && /^the$/i.test(markAt(scene, thing + 1)?.text ?? '');
  if (!said || !isSingular(scene, thing)) return false;
  const verb = markAt(scene, at + 1);
  take(scene, at, ...(verb?.meaning.kind === 'unknown' && /ed$/i.test(verb.text) ? [at + 1] : []));
  withoutAbsent(scene, fieldAt(scene, at), at);
  return true;
};

const byMetric = (scene: Scene, at: number, descending: boolean, limited: boolean): void => {
  if (scene.combined !== null) {
    orderCombined(scene, descending, limited);
    return;
  }
  if (!mostByNumber(scene, at)) mostDifferent(scene, at);
  const direction = descending ? 'desc' : 'asc';
  // "the biggest response (response_bytes)": the measure may stand behind the thing.
  const inBrackets = (index: number): boolean =>
    markAt(scene, index)?.text === '(' ||
    (conceptAt(scene, index)?.kind === 'entity' && markAt(scene, index + 1)?.text === '(');
  const next = nextContent(scene, at + 1, 1, inBrackets);
  const sized = sizeOfRecords(scene, at, rankedThing(scene, at)) ?? amountOfThings(scene, at, rankedThing(scene, at));
  const measured = sized ?? (namesField(scene, next) && !scene.taken.has(next) ? fieldAt(scene, next) : null);
  // "spends the most time in redis": time adds up.
  const duration = roleField(scene, 'duration');
  const adds =
    /^(time|duration)$/i.test(markAt(scene, at + 1)?.text ?? '') &&
    !/^(the )?(highest|lowest|biggest|largest|smallest|greatest|worst)$/i.test(markAt(scene, at)?.text ?? '');
  if (adds && scene.metrics.length === 0 && duration !== null) {
    take(scene, at + 1);
    addMetric(scene, statMetric('sum', duration));
    assume(scene, 'time is the sum of the durations');
  }
  const numeric = measured !== null && isNumeric(measured) && measured.role !== 'status';
  const one = nextContent(scene, at - 1, -1, (index) => conceptAt(scene, index)?.kind === 'with');
  const ofEach = bestOfEach(scene, at, one);
  if (ofEach >= 0 && takeHead(scene, ofEach)) {
    const number = numberAt(scene, ofEach - 1);
    if (number !== null) take(scene, ofEach - 1);
    if (number !== null || isSingular(scene, ofEach) || scene.limit !== null)
      scene.perGroup = number ?? scene.limit ?? 1;
    scene.limit = null;
    if (scene.metrics.length === 0) scene.counted = true;
    scene.order = { by: 'column', name: scene.metrics[0]?.name ?? '', direction };
    return;
  }
  const found = scene.keys.length > 0 ? -1 : findHead(scene, numeric ? next : at, true);
  const head = sized !== null && isDoer(scene, found, next) ? -1 : found;
  if (head >= 0) takeHead(scene, head);
  if (!limited && head >= 0 && head < at && numberAt(scene, head - 1) !== null) takeLimit(scene, head);
  if (numeric && measured !== null) {
    take(scene, next);
    if (scene.keys.length === 0) {
      scene.order = { by: 'field', field: measured, direction };
      if (!limited && isSingular(scene, sized === null ? next : rankedThing(scene, at))) scene.limit = 1;
      return;
    }
    const several = sized !== null && !isSingular(scene, rankedThing(scene, at));
    // "the most pieces" of a machine are all of its pieces together.
    const sums = isTally(measured) && /^(?:the )?(?:most|fewest|least)$/i.test(markAt(scene, at)?.text ?? '');
    const extreme = sums ? 'sum' : descending ? 'max' : 'min';
    if (scene.metrics.length === 0) addMetric(scene, statMetric(several ? 'avg' : extreme, measured));
  }
  if (scene.keys.length === 0 && scene.metrics.length === 0 && scene.bucket === null && !whatMost(scene)) {
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
