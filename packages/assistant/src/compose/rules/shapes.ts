import { type FieldRef, sameField } from '../../ir/field-ref.ts';
import { isMoved, isTally } from '../adds-up.ts';
import {
  conceptAt,
  conceptsOf,
  fieldAt,
  hasConcept,
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
import { isMoney } from '../spoken-units.ts';
import { whosAt } from '../who.ts';
import { doneBy } from './done-by.ts';
import { addKey } from './groups.ts';
import { addMetric, statMetric } from './metrics.ts';

const SHOWS_ONLY = /^(?:(?:show|display|return) (?:only|just)|(?:only|just) (?:show|display|return))$/i;

const TIME = /^(time|timestamp|when)$/i;

/** A field that is named, or the time of the record. */
const columnAt = (scene: Scene, at: number): FieldRef | null =>
  fieldAt(scene, at) ?? (TIME.test(markAt(scene, at)?.text ?? '') ? roleField(scene, 'timestamp') : null);

/** "reader and cause of the refused loans": several fields, and whose they are, with no word before that asks for them. */
const leadingColumns = (scene: Scene): void => {
  const joins = (at: number): boolean =>
    markAt(scene, at)?.text === ',' || conceptAt(scene, at)?.kind === 'conjunction' || isArticle(scene, at);
  const end = scene.marks.findIndex((_, at) => !namesField(scene, at) && !joins(at));
  const found = scene.marks.flatMap((mark, at) => (at < end && namesField(scene, at) ? [{ at, mark }] : []));
  const fields = found.map(({ at }) => columnAt(scene, at)).filter((field) => field !== null);
  const counted = /^(?:group|each|count|ratio|stat|percentile|cut|common)$/;
  if (scene.marks.some((_, at) => counted.test(conceptAt(scene, at)?.kind ?? ''))) return;
  const told = found.length > 1 && fields.length === found.length && found.every(({ mark }) => !mark.plural);
  if (!told || !/^of$/i.test(markAt(scene, end)?.text ?? '') || fields.every(isNumeric)) return;
  take(scene, ...found.map(({ at }) => at));
  scene.columns.push(...fields);
};

const isArticle = (scene: Scene, at: number): boolean => /^(?:the|a|an)$/i.test(markAt(scene, at)?.text ?? '');

/** "refused loans, only time, reader and msg": behind the comma is nothing but the columns. */
const endsInColumns = (scene: Scene, at: number): boolean => {
  const rest = scene.marks.flatMap(({ meaning }, index) =>
    index > at &&
    meaning.kind !== 'punctuation' &&
    conceptAt(scene, index)?.kind !== 'conjunction' &&
    !isArticle(scene, index)
      ? [index]
      : [],
  );
  // "only the terms and the time", where the field itself is called `terms`.
  const isColumn = (index: number): boolean => {
    const field = columnAt(scene, index);
    return field !== null && (markAt(scene, index)?.plural === false || /[^s]s$/i.test(field.path.at(-1) ?? ''));
  };
  return markAt(scene, at - 1)?.text === ',' && rest.length > 1 && rest.every(isColumn);
};

/** "show only msg and status of …": the columns that are asked for. */
export const projections = (scene: Scene): void => {
  for (const [at] of scene.marks.entries()) {
    const kind = conceptAt(scene, at)?.kind;
    const only =
      kind === 'choose' ||
      kind === 'list' ||
      (kind === 'edit' &&
        /^(just|only)/i.test(markAt(scene, at)?.text ?? '') &&
        (conceptAt(scene, at - 1)?.kind === 'list' || at === 0 || endsInColumns(scene, at)));
    if (!only || scene.taken.has(at)) continue;
    const found: number[] = [];
    for (let next = at + 1; next < scene.marks.length; next++) {
      if (namesField(scene, next) || (kind !== 'list' && TIME.test(markAt(scene, next)?.text ?? ''))) found.push(next);
      else if (
        !isGap(scene, next) &&
        conceptAt(scene, next)?.kind !== 'conjunction' &&
        markAt(scene, next)?.text !== ','
      )
        break;
    }
    // "show error_code and msg" are columns, "list services and regions" are values.
    if (kind === 'list' && (found.length < 2 || found.some((index) => markAt(scene, index)?.plural === true))) continue;
    const fields = found.map((index) => columnAt(scene, index)).filter((field) => field !== null);
    // "only pod web-1": those records, and no column.
    const [field] = fields;
    const value = linksAt(scene, (found.at(-1) ?? at) + 1).some(
      (link) => field !== undefined && sameField(link.field, field),
    );
    if (fields.length === 1 && value) continue;
    // "show only errors" is of records, and of no columns.
    if (fields.length === 0 && SHOWS_ONLY.test(markAt(scene, at)?.text ?? '')) take(scene, at);
    if (fields.length === 0) continue;
    take(scene, at, ...found);
    scene.columns.push(...fields);
  }
  if (scene.columns.length === 0) leadingColumns(scene);
};

/** "failed requests today: time, user, path": the list at the end is of columns. */
export const listedColumns = (scene: Scene): void => {
  const colon = scene.marks.findLastIndex((mark) => mark.text === ':');
  if (colon < 1 || scene.columns.length > 0) return;
  const rest = scene.marks.flatMap((_, at) => (at > colon ? [at] : []));
  const fields = rest.map((at) => columnAt(scene, at));
  const joins = (at: number): boolean =>
    markAt(scene, at)?.text === ',' || conceptAt(scene, at)?.kind === 'conjunction';
  const found = fields.filter((field) => field !== null);
  if (found.length < 2 || rest.some((at, index) => fields[index] === null && !joins(at))) return;
  take(scene, colon, ...rest);
  scene.columns.push(...found);
};

/** "readers from Austria who cancelled": what they are is said at the head, and where they are from between. */
const joinsHead = (scene: Scene, at: number): boolean => {
  const head = nextContent(scene, 0, 1, (index) => /^(?:list|which)$/.test(conceptAt(scene, index)?.kind ?? ''));
  const field = head >= 0 && head < at && namesField(scene, head) ? fieldAt(scene, head) : null;
  const between = scene.marks.slice(head + 1, at);
  const described = between.some(({ meaning }) => meaning.kind === 'value');
  const isTheirs = between.every(({ meaning }, step) => meaning.kind === 'value' || isGap(scene, head + 1 + step));
  return field !== null && !isNumeric(field) && scene.marks[head]?.plural === true && described && isTheirs;
};

/** "who made the most requests": the person is the group. */
export const whos = (scene: Scene): void => {
  for (const at of whosAt(scene)) {
    const field = doneBy(scene, at) ?? roleField(scene, 'user');
    take(scene, at);
    // "services who write logs": the word only joins.
    if (namesField(scene, at - 1) || conceptAt(scene, at - 1)?.kind === 'entity' || joinsHead(scene, at)) continue;
    // "who are the three customers with …": what they are is said, and ranked by its own rule.
    const ranked = hasConcept(scene, 'superlative') || hasConcept(scene, 'cut');
    const copula = /\b(is|are|was|were)$/i.test(markAt(scene, at)?.text ?? '');
    const named = scene.marks.findIndex(
      (_, index) => index > at && namesField(scene, index) && fieldAt(scene, index)?.role === 'user',
    );
    if (ranked && copula && named >= 0 && !scene.taken.has(named)) continue;
    if (field === null) {
      scene.missing.push({ word: markAt(scene, at)?.text ?? 'who', slot: 'group' });
      continue;
    }
    const often = conceptsOf(scene, 'common');
    if (often.length > 0) {
      take(scene, ...often);
      scene.counted = true;
      scene.order = { by: 'column', name: '', direction: 'desc' };
    } else if (!hasConcept(scene, 'superlative') && !hasConcept(scene, 'cut')) {
      scene.columns.push(field);
      scene.distinct = true;
      continue;
    }
    // "who has the most errors on each path": one for each.
    if (scene.keys.some((key) => key.kind === 'field')) scene.perGroup ??= 1;
    else scene.limit ??= 1;
    addKey(scene, field);
  }
};

/** `list services`, `which users had errors`, `unique error codes`: the different values of a field. */
export const distinctLists = (scene: Scene): void => {
  if (
    scene.keys.length > 0 ||
    scene.metrics.length > 0 ||
    scene.counted ||
    scene.order !== null ||
    scene.columns.length > 0
  )
    return;
  for (const [at] of scene.marks.entries()) {
    const kind = conceptAt(scene, at)?.kind;
    if (kind !== 'list' && kind !== 'which' && kind !== 'distinct') continue;
    const next = nextContent(
      scene,
      at + 1,
      1,
      (index) =>
        /^(distinct|severity|outcome)$/.test(conceptAt(scene, index)?.kind ?? '') ||
        markAt(scene, index)?.meaning.kind === 'value',
    );
    const role = conceptAt(scene, next);
    const between = scene.marks.slice(at, next).map((_, step) => conceptAt(scene, at + step)?.kind);
    const described = between.some((found) => found === 'severity' || found === 'outcome');
    // "the different messages" and "which messages" are listed once each, "messages" are records; "which failed users"
    // lists no users.
    const messages = role?.kind === 'role' && role.role === 'message';
    const searched = scene.preds.some(({ source }) => source === 'text');
    const once =
      between.includes('distinct') || (kind === 'which' && markAt(scene, next)?.plural === true && !searched);
    if (
      !namesField(scene, next) ||
      scene.taken.has(next) ||
      (messages ? !once : described) ||
      (role?.kind === 'role' && role.role === 'duration')
    )
      continue;
    // "show service checkout" describes a value, it lists nothing.
    if (markAt(scene, next + 1)?.meaning.kind === 'value' && kind === 'list') continue;
    take(scene, at, next);
    for (let index = at; index < next; index++) if (conceptAt(scene, index)?.kind === 'distinct') take(scene, index);
    const field = fieldAt(scene, next);
    if (field === null) scene.missing.push({ word: markAt(scene, next)?.text ?? '', slot: 'group' });
    else {
      scene.columns.push(field);
      scene.distinct = true;
    }
    return;
  }
  headOnly(scene);
};

/** Whether a condition follows the thing: "premium customers" alone are their records. */
const saysMore = (scene: Scene, thing: number): boolean =>
  scene.preds.some(({ at, source }) => at > thing && source !== 'presence');

/** "rate limited users", "logged in users", "all failing services": what they are like stands before the thing. */
const describedHead = (scene: Scene): number => {
  const asked = (at: number): boolean => /^(list|which)$/.test(conceptAt(scene, at)?.kind ?? '');
  const first = nextContent(scene, 0, 1, asked);
  const concept = conceptAt(scene, first);
  const like =
    markAt(scene, first)?.meaning.kind === 'message' ||
    // "premium customers with errors"
    (markAt(scene, first)?.meaning.kind === 'value' && saysMore(scene, first + 1)) ||
    scene.preds.some(({ source, at }) => source === 'status' && at === first) ||
    concept?.kind === 'status' ||
    concept?.kind === 'outcome' ||
    (concept?.kind === 'severity' && /ing$/i.test(markAt(scene, first)?.text ?? ''));
  return like && namesField(scene, first + 1) ? first + 1 : first;
};

/** "orders above 500 that failed": how large each record is tells of the records, and lists no things. */
const isSized = (scene: Scene, head: number): boolean =>
  conceptAt(scene, nextContent(scene, head + 1))?.kind === 'comparator' &&
  scene.preds.some(({ source, at }) => source === 'threshold' && at > head && at <= head + 3);

/** "users with failed logins", "endpoints returning 500": a plural thing with conditions is a list of it. */
const headOnly = (scene: Scene): void => {
  const first = describedHead(scene);
  const field = namesField(scene, first) && !scene.taken.has(first) ? fieldAt(scene, first) : null;
  const mark = markAt(scene, first);
  if (
    field === null ||
    (isNumeric(field) && field.role !== 'status') ||
    field.role === 'message' ||
    mark?.plural !== true ||
    scene.exists
  )
    return;
  take(scene, first);
  if (isSized(scene, first)) return;
  scene.columns.push(field);
  scene.distinct = true;
};

/** "plot p95 latency": over time, unless it is divided already. */
export const plots = (scene: Scene): void => {
  const cues = conceptsOf(scene, 'plot');
  if (cues.length === 0) return;
  take(scene, ...cues);
  if (scene.bucket === null && scene.keys.length === 0) scene.bucket = 'auto';
};

/** A numeric field with nothing said but groups or a series: its average. */
export const bareFields = (scene: Scene): void => {
  if (scene.metrics.length > 0 || (scene.keys.length === 0 && scene.bucket === null) || scene.columns.length > 0)
    return;
  for (const [at] of scene.marks.entries()) {
    const field = namesField(scene, at) && !scene.taken.has(at) ? fieldAt(scene, at) : null;
    const isTrace = scene.preds.some((found) => found.source === 'id');
    if (field === null || !isNumeric(field) || field.role === 'status' || (isTrace && field.role === 'duration'))
      continue;
    take(scene, at);
    // Money, pieces, and bytes that were moved add up.
    const adds = isMoney(field) || isMoved(field) || isTally(field);
    addMetric(scene, statMetric(adds ? 'sum' : 'avg', field));
    scene.assumptions.push(`${field.path.at(-1)} without a statistic is its ${adds ? 'sum' : 'average'}`);
    return;
  }
};
