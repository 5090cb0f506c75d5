import type { FieldRef, Role } from '../../ir/field-ref.ts';
import type { Pred } from '../../ir/query-ir.ts';
import { conceptOf } from '../../lexicon/lexicon.ts';
import { joinedForm } from '../../tokens/normal-form.ts';
import { isNegated } from '../negation.ts';
import {
  addPred,
  assume,
  conceptAt,
  hasConcept,
  markAt,
  namesField,
  nextContent,
  roleField,
  type Scene,
  take,
} from '../scene.ts';
import { equals, literalFor, negate } from './filters.ts';

const KEY_ROLES: Readonly<Record<string, Role>> = {
  svc: 'service',
  service: 'service',
  env: 'app',
  level: 'severity',
  code: 'status',
  url: 'path',
  traceid: 'trace',
  trace: 'trace',
  latency: 'duration',
};

/** The field a constraint key names: `service`, `status`, `$d.user_id`, `http.route`. */
const keyField = (scene: Scene, key: string): FieldRef | null => {
  const named = (scene.index.fieldNames.get(joinedForm(key.replace(/^\$[dlm]\./, ''))) ?? []).find(
    (link) => link.dataset === scene.dataset,
  );
  if (named !== undefined) return named.field;
  const concept = conceptOf(key.toLowerCase());
  const role = KEY_ROLES[key.toLowerCase()] ?? (concept?.kind === 'role' ? concept.role : null);
  return role === null ? null : roleField(scene, role);
};

/** `service:checkout`, `status>=500`, `-region:us-east-1`. */
export const constraints = (scene: Scene): void => {
  for (const [at, mark] of scene.marks.entries()) {
    if (mark.meaning.kind !== 'literal' || mark.meaning.token.kind !== 'constraint') continue;
    const { key, op, value, negated } = mark.meaning.token;
    take(scene, at);
    const field = keyField(scene, key);
    if (field === null) {
      scene.missing.push({ word: key, slot: 'constraint' });
      continue;
    }
    const pred: Pred =
      value === '*' ? { kind: 'compare', field, op: '!=', value: { kind: 'null' } } : equals(field, value, op);
    addPred(scene, 'value', negated ? negate(pred) : pred, at);
  }
};

/** Trace and span ids, UUIDs, addresses: an id says by its form where to look. */
export const ids = (scene: Scene): void => {
  for (const [at, mark] of scene.marks.entries()) {
    if (mark.meaning.kind !== 'literal' || mark.meaning.token.kind !== 'id' || scene.taken.has(at)) continue;
    const { form, text } = mark.meaning.token;
    take(scene, at);
    const before = conceptAt(scene, nextContent(scene, at - 1, -1));
    const role: Role | null =
      form === 'hex32'
        ? 'trace'
        : form === 'hex16'
          ? 'span'
          : form === 'version'
            ? 'version'
            : before?.kind === 'role'
              ? before.role
              : null;
    const field = role === null ? null : roleField(scene, role);
    const pred: Pred =
      field === null
        ? { kind: 'text', field: null, mode: 'phrase', text }
        : equals(field, form.startsWith('hex') ? text.toLowerCase() : text);
    if (field === null) assume(scene, `${text} is searched in all fields`);
    addPred(scene, 'id', isNegated(scene, at) ? negate(pred) : pred, at);
  }
};

/** Paths that the catalog does not list. */
export const paths = (scene: Scene): void => {
  for (const [at, mark] of scene.marks.entries()) {
    if (mark.meaning.kind !== 'literal' || mark.meaning.token.kind !== 'path' || scene.taken.has(at)) continue;
    const field = roleField(scene, 'path');
    if (field === null) {
      scene.missing.push({ word: mark.text, slot: 'filter' });
      continue;
    }
    take(scene, at);
    const pred = equals(field, mark.text);
    addPred(scene, 'value', isNegated(scene, at) ? negate(pred) : pred, at);
  }
};

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
  for (const negated of [false, true]) {
    const list = found.filter((entry) => entry.negated === negated);
    const [first] = list;
    if (first === undefined) continue;
    const pred = anyRange(field, list);
    addPred(scene, 'status', negated ? negate(pred) : pred, list.at(-1)?.at ?? first.at);
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
  if (concept?.kind === 'role' && concept.role === 'status') take(scene, before);
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
const isStatusCode = (value: number): boolean => Number.isInteger(value) && value >= 100 && value <= 599;

/** Words after which a number between 100 and 599 is a status. */
const SAID_OF_STATUS =
  /^(return|returns|returned|returning|respond|responded|responding|response|code|status|got|get|gets|gave|http|throwing|threw|hit|hits|saw|see|seen|seeing|answer|answers|answered|answering|ended|ending|failed|failing)$/i;

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

const isLicensed = (scene: Scene, at: number): boolean => {
  const before = nextContent(scene, at - 1, -1, (index) => conceptAt(scene, index)?.kind === 'with');
  const previous = conceptAt(scene, before);
  const value = amountOf(scene, at);
  const word = markAt(scene, at - 1)?.text ?? '';
  const written = SAID_OF_STATUS.test(word) || (value >= 400 && /^(a|an|any|all|the|with)$/i.test(word));
  if (previous?.kind === 'comparator' || previous?.kind === 'cut' || previous?.kind === 'between') return false;
  const ends =
    at + 1 >= scene.marks.length ||
    markAt(scene, at + 1)?.meaning.kind === 'time' ||
    markAt(scene, at + 1)?.meaning.kind === 'punctuation';
  const perThing = conceptAt(scene, at + 1)?.kind === 'group';
  if (previous?.kind === 'superlative') return (ends || perThing) && value >= 400;
  const opens = before < 0 && value >= 400 && (ends || conceptAt(scene, at + 1)?.kind === 'preposition');
  if (opens) return true;
  if (previous?.kind === 'role' && previous.role === 'status') return true;
  // "number of 422 today", "percentage of 503": what is counted is no number of things.
  if ((previous?.kind === 'count' || previous?.kind === 'ratio') && value >= 200) return true;
  const next = conceptAt(scene, at + 1);
  const noun =
    next?.kind === 'severity' ||
    (next?.kind === 'entity' && next.entity === 'request') ||
    (next?.kind === 'role' && next.role === 'status');
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

/** `where user_id is missing`, `that have an error code`, `without a trace id`. */
export const presence = (scene: Scene): void => {
  for (const [at] of scene.marks.entries()) {
    if (!namesField(scene, at) || scene.taken.has(at)) continue;
    const field = fieldOfMark(scene, at);
    if (field === null || field.role === 'severity') continue;
    const after = nextContent(scene, at + 1);
    const said = conceptAt(scene, after);
    const before = nextContent(scene, at - 1, -1);
    const previous = conceptAt(scene, before);
    const beside = after === at + 1 || markAt(scene, after)?.meaning.kind !== 'value';
    const ends = !beside || !startsPredicate(scene, after);
    if (said?.kind === 'presence') {
      take(scene, at, after);
      const present = said.present !== (isNegated(scene, at) || isNegated(scene, after));
      addPred(scene, 'presence', { kind: 'compare', field, op: present ? '!=' : '==', value: { kind: 'null' } }, at);
    } else if (previous?.kind === 'presence' && !hasConcept(scene, 'group')) {
      take(scene, at, before);
      addPred(
        scene,
        'presence',
        { kind: 'compare', field, op: previous.present ? '!=' : '==', value: { kind: 'null' } },
        at,
      );
    } else if (
      ends &&
      (previous?.kind === 'with' || previous?.kind === 'negation') &&
      before >= at - 3 &&
      !hasConcept(scene, 'superlative') &&
      (previous.kind === 'negation' ||
        /^(with|have|has|had|that have|which have|that has|having|that had)$/i.test(markAt(scene, before)?.text ?? ''))
    ) {
      take(scene, at, before);
      addPred(
        scene,
        'presence',
        { kind: 'compare', field, op: previous.kind === 'negation' ? '==' : '!=', value: { kind: 'null' } },
        at,
      );
    }
  }
};
const startsPredicate = (scene: Scene, at: number): boolean => {
  const meaning = markAt(scene, at)?.meaning;
  if (meaning === undefined) return false;
  if (meaning.kind === 'concept')
    return (
      meaning.concept.kind === 'comparator' || meaning.concept.kind === 'between' || meaning.concept.kind === 'presence'
    );
  return meaning.kind === 'amount' || meaning.kind === 'literal' || meaning.kind === 'value';
};
const fieldOfMark = (scene: Scene, at: number): FieldRef | null => {
  const meaning = markAt(scene, at)?.meaning;
  if (meaning?.kind === 'field') return meaning.links.find((link) => link.dataset === scene.dataset)?.field ?? null;
  return meaning?.kind === 'concept' && meaning.concept.kind === 'role' ? roleField(scene, meaning.concept.role) : null;
};

/** Root spans, database spans, places of the world. */
export const knownThings = (scene: Scene): void => {
  for (const [at, mark] of scene.marks.entries()) {
    const concept = conceptAt(scene, at);
    if (concept?.kind === 'root-span') {
      const field = roleField(scene, 'parent');
      take(scene, at);
      if (field !== null) addPred(scene, 'value', equals(field, ''), at);
      else scene.missing.push({ word: mark.text, slot: 'filter' });
    }
    if (concept?.kind === 'database' && !scene.taken.has(at)) {
      const field = roleField(scene, 'db');
      take(scene, at);
      if (field !== null) addPred(scene, 'presence', { kind: 'compare', field, op: '!=', value: { kind: 'null' } }, at);
      else scene.missing.push({ word: mark.text, slot: 'filter' });
    }
    if (concept?.kind === 'region') {
      const field = roleField(scene, 'region');
      const codes = concept.codes.filter((code) =>
        (scene.index.values.get(joinedForm(code)) ?? []).some(
          (entry) => entry.dataset === scene.dataset && entry.field.role === 'region',
        ),
      );
      const code = codes[0];
      if (field === null || code === undefined) continue;
      take(scene, at);
      assume(scene, `${mark.text} is the region ${code}`);
      const pred: Pred = { kind: 'compare', field, op: '==', value: literalFor(field, code) };
      addPred(scene, 'value', isNegated(scene, at) ? negate(pred) : pred, at);
    }
  }
};
