import { type FieldRef, sameField } from '../../ir/field-ref.ts';
import { addsUp } from '../adds-up.ts';
import { assume, conceptAt, fieldAt, markAt, nextContent, roleField, type Scene, take } from '../scene.ts';
import { withoutAbsent } from './absent.ts';
import { isFewValued } from './asked-number.ts';
import { addKey } from './groups.ts';
import { addMetric, statMetric } from './metrics.ts';
import {
  findHead,
  isGroupable,
  isSingular,
  limitDefault,
  numberAt,
  orderByMetric,
  orderField,
  takeHead,
  takeLimit,
} from './ranking.ts';

/** `top 5 services by errors`, `bottom 3 regions`, `top 10 requests by duration`, `top errors`. */
export const cuts = (scene: Scene): void => {
  for (const [at] of scene.marks.entries()) {
    const concept = conceptAt(scene, at);
    if (concept?.kind !== 'cut' || scene.taken.has(at)) continue;
    take(scene, at);
    const limited = takeLimit(scene, at);
    if (scene.combined !== null) {
      orderCombined(scene, concept.descending, true);
      continue;
    }
    const start = limited && scene.taken.has(at + 1) ? at + 1 : at;
    if (limited && onlyLimits(scene, at, start)) continue;
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
    // "top 3 batch sizes by latency": a number that has few values is ranked by another.
    const few = isFewValued(scene, next) && /^by$/i.test(markAt(scene, next + 1)?.text ?? '') ? next : -1;
    const ordered = orderField(scene, Math.max(start, few) + 1);
    // "top 3 errors per service", "top 3 endpoints per region": the first of each group.
    const grouped = scene.keys.some((key) => key.kind === 'field');
    const head = few >= 0 ? few : findHead(scene, start, false);
    if (grouped && scene.metrics.length === 0 && (head >= 0 || conceptAt(scene, next)?.kind === 'severity')) {
      const one = !limited && isSingular(scene, head >= 0 ? head : next);
      topOfEach(scene, head);
      if (one) scene.perGroup = 1;
      continue;
    }
    if (!limited && head >= 0 && isSingular(scene, head)) scene.limit = 1;
    if (head >= 0) takeHead(scene, head);
    else if (!grouped) topRows(scene, ordered, concept.descending);
    if (scene.keys.length > 0) rankGroups(scene, ordered, concept.descending);
  }
};

/**
 * "who got the most errors, top 5 users", "busiest paths today, top 3": what is ranked is said before, and how many of it
 * at the end.
 */
const onlyLimits = (scene: Scene, at: number, start: number): boolean => {
  const said = nextContent(
    scene,
    start + 1,
    1,
    (index) => markAt(scene, index)?.meaning.kind === 'time' || /^only$/i.test(markAt(scene, index)?.text ?? ''),
  );
  const field = isGroupable(scene, said) ? fieldAt(scene, said) : null;
  const isIt = (other: FieldRef | null): boolean => field !== null && other !== null && sameField(other, field);
  const known =
    scene.keys.some((key) => key.kind === 'field' && isIt(key.field)) ||
    scene.marks.some((_, index) => index < at && isGroupable(scene, index) && isIt(fieldAt(scene, index)));
  const again = known ? said : -1;
  const last = again < 0 ? said : nextContent(scene, again + 1);
  const closes = last < 0 || /^(punctuation|time)$/.test(markAt(scene, last)?.meaning.kind ?? '');
  const ranked = scene.marks.some((_, index) => {
    const concept = conceptAt(scene, index);
    const ranks = concept?.kind === 'superlative' ? concept.by !== 'time' : concept?.kind === 'common';
    return index < at && (ranks || concept?.kind === 'sort');
  });
  // "top 3 users per path" is of each path.
  if (!closes || (again < 0 && !ranked) || (again >= 0 && scene.keys.length > 1)) return false;
  if (again >= 0) {
    take(scene, again);
    if (!ranked || scene.order === null) {
      scene.counted ||= scene.metrics.length === 0;
      scene.order ??= { by: 'column', name: '', direction: 'desc' };
    }
  }
  return true;
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
    const trace = scene.keys.some((key) => key.kind === 'field' && key.field.role === 'trace');
    const fn = addsUp(ordered.field) ? 'sum' : trace ? 'max' : 'avg';
    addMetric(scene, statMetric(fn, ordered.field));
    assume(
      scene,
      `groups are ranked by their ${fn === 'sum' ? 'total' : fn === 'max' ? 'largest' : 'average'} ${ordered.field.path.at(-1)}`,
    );
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

/** "for every service the operation that fails most often": the one thing before that is told apart. */
const theOne = (scene: Scene, at: number): number =>
  scene.marks.findLastIndex(
    (_, index) =>
      index < at &&
      isGroupable(scene, index) &&
      isSingular(scene, index) &&
      /^the$/i.test(markAt(scene, index - 1)?.text ?? ''),
  );

/** "the three users who hit the limit most often", "the path that fails most frequently": who does it is said first. */
const doerBefore = (scene: Scene, at: number): number =>
  scene.marks.findIndex(
    (_, index) =>
      index < at &&
      isGroupable(scene, index) &&
      (/^(who|that|which|whose)\b/i.test(markAt(scene, index + 1)?.text ?? '') ||
        conceptAt(scene, index + 1)?.kind === 'who'),
  );

/** "the most common combination of …": the combinations are ranked as a whole, and not within the first of them. */
export const orderCombined = (scene: Scene, descending: boolean, limited: boolean): void => {
  scene.order = { by: 'column', name: scene.metrics[0]?.name ?? '', direction: descending ? 'desc' : 'asc' };
  if (!limited && scene.combined === 'one') scene.limit = 1;
};

/** "the most frequent warning": an article, and one thing behind it. */
const asksForOne = (scene: Scene, at: number): boolean => {
  const article = /^the\b/i.test(markAt(scene, at)?.text ?? '') || /^the$/i.test(markAt(scene, at - 1)?.text ?? '');
  const concept = conceptAt(scene, nextContent(scene, at + 1))?.kind;
  return article && /^(severity|entity|symptom)$/.test(concept ?? '');
};

/** `most common error messages`, `most frequent status code for each service`. */
export const commons = (scene: Scene): void => {
  for (const [at] of scene.marks.entries()) {
    if (conceptAt(scene, at)?.kind !== 'common' || scene.taken.has(at)) continue;
    take(scene, at);
    const limited = takeLimit(scene, at) || scene.limit !== null;
    const grouped = scene.keys.length > 0;
    if (scene.combined !== null) {
      orderCombined(scene, true, limited);
      continue;
    }
    // "which payment method": a value before the thing describes it.
    const describes = (index: number): boolean =>
      /^(value|amount)$/.test(markAt(scene, index)?.meaning.kind ?? '') ||
      // "which error message": what is like that stands right behind.
      (/^(severity|outcome)$/.test(conceptAt(scene, index)?.kind ?? '') && isGroupable(scene, index + 1));
    const thing = (from: number): number => nextContent(scene, from + 1, 1, describes);
    const asked = scene.marks.findIndex(
      (_, index) =>
        index < at &&
        conceptAt(scene, index)?.kind === 'which' &&
        (isGroupable(scene, thing(index)) || isFewValued(scene, thing(index))),
    );
    const after = findHead(scene, at, false);
    const doer = after < 0 && asked < 0 && !grouped ? doerBefore(scene, at) : -1;
    const head =
      doer >= 0 ? doer : after < 0 && asked >= 0 ? thing(asked) : after < 0 && grouped ? theOne(scene, at) : after;
    // "which two users hit it most often": the number stands before who they are.
    const many = head >= 0 && head < at && !limited && numberAt(scene, head - 1) !== null && takeLimit(scene, head);
    if (head >= 0) takeHead(scene, head);
    // "at what hour are errors most common" asks for the hour.
    else if (scene.bucket !== null || scene.keys.some((key) => key.kind === 'cyclic')) scene.limit ??= 1;
    else {
      const message = roleField(scene, 'message');
      if (message === null) continue;
      addKey(scene, message);
      assume(scene, 'the most common records are the most frequent messages');
    }
    scene.counted = true;
    scene.order = { by: 'column', name: '', direction: 'desc' };
    // "the most common error per service" is one of each, "most common errors per service" all of them.
    const one =
      head < 0 && /^(the )?most/i.test(markAt(scene, at)?.text ?? '') && isSingular(scene, nextContent(scene, at + 1));
    const times = scene.keys.every((key) => key.kind !== 'field');
    if (grouped && !times && (head >= 0 || one)) {
      scene.perGroup = scene.limit ?? 1;
      scene.limit = null;
      withoutAbsent(scene, head < 0 ? null : fieldAt(scene, head), head);
    } else if (!limited && !many && head >= 0 && isSingular(scene, head)) scene.limit = 1;
    // "what is the most frequent warning" asks for one, "most common errors" for all of them.
    else if (!limited && !grouped && head < 0 && one && asksForOne(scene, at)) scene.limit = 1;
  }
};
