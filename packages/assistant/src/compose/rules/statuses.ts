import { type FieldRef, sameField } from '../../ir/field-ref.ts';
import type { Pred } from '../../ir/query-ir.ts';
import { isNegated } from '../negation.ts';
import { addPred, conceptAt, hasConcept, isGap, markAt, nextContent, roleField, type Scene, take } from '../scene.ts';
import { negate } from './filters.ts';
import { isSingular } from './ranking.ts';

/** A status or a class of them. */
export const withinStatuses = (field: FieldRef, { from, to }: { readonly from: number; readonly to: number }): Pred => {
  if (from === to) return { kind: 'compare', field, op: '==', value: { kind: 'number', value: from } };
  const bound = (op: '>=' | '<', value: number): Pred => ({
    kind: 'compare',
    field,
    op,
    value: { kind: 'number', value },
  });
  return { kind: 'and', preds: [bound('>=', from), bound('<', to + 1)] };
};

/** Numbers are statuses only with a licence: `status 504`, `returned 503`, `all 500s`, `5xx`, `404 errors`. */
export const statuses = (scene: Scene): void => {
  const field = roleField(scene, 'status');
  const found: { readonly at: number; readonly from: number; readonly to: number; readonly negated: boolean }[] = [];
  for (const [at, mark] of scene.marks.entries()) {
    if (scene.taken.has(at)) continue;
    const range = statusRange(scene, at);
    if (range === null) continue;
    if (field === null) {
      scene.missing.push({ word: mark.text, slot: 'filter' });
      continue;
    }
    take(scene, at);
    takeRoleBefore(scene, at);
    const bound = conceptAt(scene, at + 1);
    const orMore = bound?.kind === 'comparator' && /^or\b/i.test(markAt(scene, at + 1)?.text ?? '') ? bound.op : null;
    if (orMore !== null) {
      take(scene, at + 1);
      const value = orMore.startsWith('>') ? range.from : range.to;
      addPred(scene, 'status', { kind: 'compare', field, op: orMore, value: { kind: 'number', value } }, at);
      continue;
    }
    if (bound?.kind === 'severity-bound') {
      take(scene, at + 1);
      const [op, value] = bound.down ? (['<=', range.to] as const) : (['>=', range.from] as const);
      addPred(scene, 'status', { kind: 'compare', field, op, value: { kind: 'number', value } }, at);
      continue;
    }
    const said = verbBefore(scene, at);
    if (said >= 0) take(scene, said);
    const negated = isNegated(scene, at) || (said >= 0 && isNegated(scene, said));
    found.push({ at, from: range.from, to: range.to, negated });
  }
  if (field === null) return;
  narrowed(scene, found);
  for (const negated of [false, true]) {
    // "unauthorized (401)" says one status twice.
    const list = found.filter(
      (entry, index) =>
        entry.negated === negated &&
        found.findIndex((other) => other.from === entry.from && other.to === entry.to && other.negated === negated) ===
          index,
    );
    const [first] = list;
    if (first === undefined) continue;
    const pred = anyRange(field, list);
    addPred(scene, 'status', negated ? negate(pred) : pred, list.at(-1)?.at ?? first.at);
  }
};

interface Found {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** "how many 4xx were 401s": what they were is looked for, for it is among the first. */
const narrowed = (scene: Scene, found: Found[]): void => {
  for (const [index, second] of found.entries()) {
    const first = found[index - 1];
    if (first === undefined || second.from < first.from || second.to > first.to) continue;
    const between = scene.marks.slice(first.at + 1, second.at);
    const copula = between.some(({ text }) => /^(were|are|was|is)$/i.test(text));
    // "http errors 503": the one that is named beside.
    const beside = between.length === 0 && (first.from !== second.from || first.to !== second.to);
    if (beside) found.splice(index - 1, 1);
    else if (copula && between.every((_, step) => isGap(scene, first.at + 1 + step))) found.splice(index - 1, 1);
  }
};

const anyRange = (field: FieldRef, list: readonly { readonly from: number; readonly to: number }[]): Pred => {
  const [first] = list;
  const single = list.every((entry) => entry.from === entry.to);
  if (single && list.length > 1)
    return { kind: 'in', field, values: list.map((entry) => ({ kind: 'number', value: entry.from })) };
  if (list.length === 1 && first !== undefined) return withinStatuses(field, first);
  return { kind: 'or', preds: list.map((entry) => withinStatuses(field, entry)) };
};

const takeRoleBefore = (scene: Scene, at: number): void => {
  const before = nextContent(
    scene,
    at - 1,
    -1,
    (index) => conceptAt(scene, index)?.kind === 'with' || markAt(scene, index)?.text === '=',
  );
  const concept = conceptAt(scene, before);
  const named = /^(?:http |response )*status(?: code)?$/i.test(markAt(scene, before)?.text ?? '');
  if (named || (concept?.kind === 'role' && concept.role === 'status')) take(scene, before);
};

export const statusRange = (scene: Scene, at: number): { from: number; to: number } | null => {
  const meaning = markAt(scene, at)?.meaning;
  if (meaning?.kind === 'concept' && meaning.concept.kind === 'status') return meaning.concept;
  if (meaning?.kind === 'literal' && meaning.token.kind === 'status-class') {
    return { from: meaning.token.hundreds * 100, to: meaning.token.hundreds * 100 + 99 };
  }
  if (meaning?.kind === 'literal' && meaning.token.kind === 'plural-number')
    return { from: meaning.token.value, to: meaning.token.value };
  if (meaning?.kind !== 'amount' || meaning.unit !== null || !isStatusCode(meaning.value)) return null;
  return isLicensed(scene, at) ? { from: meaning.value, to: meaning.value } : null;
};
export const isStatusCode = (value: number): boolean => Number.isInteger(value) && value >= 100 && value <= 599;

/** Words after which a number between 100 and 599 is a status. */
const SAID_OF_STATUS =
  /^(return|returns|returned|returning|respond|responded|responding|response|code|status|got|get|gets|gave|http|throwing|threw|hit|hits|saw|see|seen|seeing|answer|answers|answered|answering|ended|ending|failed|failing)$/i;

/** "came back with 200", "ended as 503", "got a 200": how it ended. */
const ENDED =
  /\b(?:came back|come back|comes back|coming back|returned|ended|ended up|ending|finished|completed|answered|responded|replied|terminated|resulted|served) (?:with|as|in)$/i;

const saysHowItEnded = (scene: Scene, at: number, value: number): boolean => {
  const article = /^(?:a|an)$/i.test(markAt(scene, at - 1)?.text ?? '') ? at - 2 : at - 1;
  const before = markAt(scene, article)?.text ?? '';
  const got = article < at - 1 && /^(?:got|get|gets|received|with|returned|gave)$/i.test(before);
  return value >= 100 && value < 600 && (ENDED.test(before) || got);
};

/** "answered with 200": a verb that messages know too speaks of the status here; -1 without one. */
const verbBefore = (scene: Scene, at: number): number => {
  const before = nextContent(scene, at - 1, -1, (index) => conceptAt(scene, index)?.kind === 'with');
  const mark = markAt(scene, before);
  return mark !== undefined && /^(message|unknown)$/.test(mark.meaning.kind) && SAID_OF_STATUS.test(mark.text)
    ? before
    : -1;
};

/** "and 500?": nothing but the number, in a follow-up. */
const isAlone = (scene: Scene): boolean =>
  scene.marks.every(({ meaning }) =>
    meaning.kind === 'concept'
      ? /^(filler|conjunction|edit|preposition|count)$/.test(meaning.concept.kind)
      : meaning.kind === 'amount' || meaning.kind === 'punctuation',
  );

const roundTo = 50;
const isValueOfStatus = (scene: Scene, value: number): boolean => {
  const field = roleField(scene, 'status');
  const known = scene.data.fields.find((entry) => field !== null && sameField(entry.ref, field));
  return known?.source.values.some((entry) => entry.value === String(value)) === true;
};

/** "429 top 6 users", "503 storefront": a status of 400 and above that the data has, where it counts nothing. */
const isSeenStatus = (scene: Scene, at: number, value: number): boolean => {
  const next = conceptAt(scene, nextContent(scene, at + 1));
  // "list 404 users": nobody asks for so odd a number of them.
  const odd = next?.kind === 'role' && value % roundTo !== 0;
  const counts = next !== null && /^(entity|role|severity|outcome)$/.test(next.kind) && !odd;
  const before = conceptAt(scene, at - 1)?.kind ?? '';
  const operator = markAt(scene, at - 1)?.meaning;
  if (operator?.kind === 'literal' && operator.token.kind === 'operator') return false;
  return (
    value >= 400 && !counts && !/^(superlative|cut|comparator|group)$/.test(before) && isValueOfStatus(scene, value)
  );
};

/** "the last 503 responses", "first 404 of u-0004", "the last 500 error": of rows people ask for a round number of things. */
const isNoNumberOfRows = (scene: Scene, at: number, value: number): boolean => {
  const next = conceptAt(scene, at + 1);
  if (next?.kind === 'preposition') return true;
  const counted = next?.kind === 'entity' || next?.kind === 'severity';
  return counted && (isSingular(scene, at + 1) || (value % roundTo !== 0 && isValueOfStatus(scene, value)));
};

const isLicensed = (scene: Scene, at: number): boolean => {
  const before = nextContent(scene, at - 1, -1, (index) => conceptAt(scene, index)?.kind === 'with');
  const previous = conceptAt(scene, before);
  const value = amountOf(scene, at);
  const word = markAt(scene, at - 1)?.text ?? '';
  const written =
    saysHowItEnded(scene, at, value) ||
    SAID_OF_STATUS.test(word) ||
    (value >= 400 && /^(a|an|any|all|the|with|had|have|has|having)$/i.test(word));
  if (/^(comparator|cut|between|group)$/.test(previous?.kind ?? '')) return false;
  // "at least one 503"
  const several = amountOf(scene, at - 1);
  if (several > 0 && several < 100 && value >= 400 && isValueOfStatus(scene, value)) return true;
  const ends =
    at + 1 >= scene.marks.length ||
    markAt(scene, at + 1)?.meaning.kind === 'time' ||
    markAt(scene, at + 1)?.meaning.kind === 'punctuation';
  const perThing = conceptAt(scene, at + 1)?.kind === 'group';
  // "when did the first 503 happen": a moment is asked for, and no number of things.
  const asksWhen =
    hasConcept(scene, 'when') &&
    nextContent(scene, at + 1, 1, (index) => markAt(scene, index)?.meaning.kind === 'time') < 0;
  if (previous?.kind === 'superlative')
    return value >= 400 && (ends || perThing || asksWhen || isNoNumberOfRows(scene, at, value));
  const opens = before < 0 && value >= 400 && (ends || conceptAt(scene, at + 1)?.kind === 'preposition');
  if (opens || isSeenStatus(scene, at, value)) return true;
  if (previous?.kind === 'role' && previous.role === 'status') return true;
  // "number of 422 today", "percentage of 503": what is counted is no number of things.
  if ((previous?.kind === 'count' || previous?.kind === 'ratio') && value >= 200) return true;
  const next = conceptAt(scene, at + 1);
  const noun =
    next?.kind === 'severity' ||
    (next?.kind === 'entity' && next.entity === 'request') ||
    (next?.kind === 'role' && next.role === 'status');
  // "401 or 404 responses": the noun after the list is of all of it.
  const joined = conceptAt(scene, at + 1)?.kind === 'conjunction' || markAt(scene, at + 1)?.text === ',';
  if (
    joined &&
    value >= 400 &&
    amountOf(scene, at + 2) >= 400 &&
    amountOf(scene, at + 2) < 600 &&
    isLicensed(scene, at + 2)
  )
    return true;
  const list = previous?.kind === 'conjunction' && scene.preds.length >= 0 && isStatusNeighbour(scene, before - 1);
  return (
    written ||
    verbBefore(scene, at) >= 0 ||
    isAlone(scene) ||
    noun ||
    previous?.kind === 'negation' ||
    list ||
    (previous === null && before < 0 && at + 1 >= scene.marks.length)
  );
};
const amountOf = (scene: Scene, at: number): number => {
  const meaning = markAt(scene, at)?.meaning;
  return meaning?.kind === 'amount' ? meaning.value : 0;
};
const isStatusNeighbour = (scene: Scene, at: number): boolean => {
  const meaning = markAt(scene, at)?.meaning;
  return meaning?.kind === 'amount' && scene.taken.has(at);
};
