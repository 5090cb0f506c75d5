import { type FieldRef, type Role, sameField } from '../../ir/field-ref.ts';
import type { Pred } from '../../ir/query-ir.ts';
import { conceptOf } from '../../lexicon/lexicon.ts';
import { joinedForm } from '../../tokens/normal-form.ts';
import { isNegated } from '../negation.ts';
import {
  addPred,
  assume,
  conceptAt,
  fieldAt,
  hasConcept,
  markAt,
  namesField,
  nextContent,
  roleField,
  type Scene,
  take,
} from '../scene.ts';
import { anyOf, equals, literalFor, negate } from './filters.ts';

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

/** The regions of the data that a place is: by their code, or by what their codes begin with. */
const regionsOf = (scene: Scene, region: FieldRef, codes: readonly string[]): readonly string[] => {
  const known = scene.data.fields.find((entry) => sameField(entry.ref, region))?.source.values ?? [];
  const named = known
    .map(({ value }) => value)
    .filter((value) =>
      codes.some((code) => (code.endsWith('-') ? value.startsWith(code) : joinedForm(value) === joinedForm(code))),
    );
  return codes.some((code) => code.endsWith('-')) ? named.toSorted() : named.slice(0, 1);
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

/** "under trace id 4bf9…", "with span id": what kind of id it is says no more than the id. */
const takeLabel = (scene: Scene, at: number): void => {
  const named = fieldAt(scene, at)?.role;
  const concept = conceptAt(scene, at);
  if (named !== 'trace' && named !== 'span' && !(concept?.kind === 'entity' && concept.entity === 'trace')) return;
  take(scene, at);
  if (/^under$/i.test(markAt(scene, at - 1)?.text ?? '')) take(scene, at - 1);
};

/** Trace and span ids, UUIDs, addresses: an id says by its form where to look. */
export const ids = (scene: Scene): void => {
  for (const [at, mark] of scene.marks.entries()) {
    if (mark.meaning.kind !== 'literal' || mark.meaning.token.kind !== 'id' || scene.taken.has(at)) continue;
    const { form, text } = mark.meaning.token;
    take(scene, at);
    const label = nextContent(scene, at - 1, -1);
    const before = conceptAt(scene, label);
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
    const other = scene.dataset === 'logs' ? scene.index.spans : scene.index.logs;
    // Versions that only the other records have are not to be looked for in every field of these.
    if (field === null && role === 'version' && other.roles.has(role)) {
      scene.missing.push({ word: text, slot: 'filter' });
      continue;
    }
    const pred: Pred =
      field === null
        ? { kind: 'text', field: null, mode: 'phrase', text }
        : equals(field, form.startsWith('hex') ? text.toLowerCase() : text);
    takeLabel(scene, label);
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

/** Whether records have a field; a span without a parent has it empty, as root spans do. */
const hasField = (field: FieldRef, has: boolean): Pred => ({
  kind: 'compare',
  field,
  op: has ? '!=' : '==',
  value: field.role === 'parent' ? { kind: 'text', value: '' } : { kind: 'null' },
});

/** `where user_id is missing`, `that have an error code`, `without a trace id`. */
export const presence = (scene: Scene): void => {
  for (const [at] of scene.marks.entries()) {
    if (!namesField(scene, at) || scene.taken.has(at)) continue;
    const field = fieldOfMark(scene, at);
    if (field === null || field.role === 'severity') continue;
    const after = nextContent(scene, at + 1);
    const said = conceptAt(scene, after);
    // "without any coupon"
    const any = (index: number): boolean => /^any$/i.test(markAt(scene, index)?.text ?? '');
    const before = nextContent(scene, at - 1, -1, any);
    const previous = conceptAt(scene, before);
    const beside = after === at + 1 || markAt(scene, after)?.meaning.kind !== 'value';
    // "with status error": what the status is stands right behind.
    if (field.role === 'status' && isOutcome(scene, at + 1)) {
      take(scene, at);
      continue;
    }
    const ends = (!beside || !startsPredicate(scene, after)) && !isBounded(scene, after);
    // "which tiers exist" asks for them.
    if (
      said?.kind === 'presence' &&
      /^exists?$/i.test(markAt(scene, after)?.text ?? '') &&
      hasConcept(scene, 'which')
    ) {
      take(scene, after);
      continue;
    }
    if (said?.kind === 'presence') {
      take(scene, at, after);
      const present = said.present !== (isNegated(scene, at) || isNegated(scene, after));
      addPred(scene, 'presence', hasField(field, present), at);
    } else if (previous?.kind === 'presence' && !hasConcept(scene, 'group')) {
      take(scene, at, before);
      addPred(scene, 'presence', hasField(field, previous.present), at);
    } else if (
      ends &&
      (previous?.kind === 'with' || previous?.kind === 'negation') &&
      // "without MFA": of a flag that is its other value.
      !(field.type === 'bool') &&
      !(previous.kind === 'with' && scene.taken.has(before)) &&
      before >= at - 3 &&
      !hasConcept(scene, 'superlative') &&
      !isTold(scene, before, at) &&
      (previous.kind === 'negation' ||
        /^(with|have|has|had|that have|which have|that has|having|that had)$/i.test(markAt(scene, before)?.text ?? ''))
    ) {
      take(scene, at, before, ...(any(at - 1) ? [at - 1] : []));
      addPred(scene, 'presence', hasField(field, previous.kind !== 'negation'), at);
    }
  }
};
const isOutcome = (scene: Scene, at: number): boolean => /^(severity|outcome)$/.test(conceptAt(scene, at)?.kind ?? '');

/** "top users by errors, with their region": told of each of them, and no condition. */
const isTold = (scene: Scene, before: number, at: number): boolean =>
  (hasConcept(scene, 'cut') || hasConcept(scene, 'group')) &&
  scene.marks.some(({ text }, index) => index > before && index < at && /^(?:their|its|respective)$/i.test(text));

const startsPredicate = (scene: Scene, at: number): boolean => {
  const meaning = markAt(scene, at)?.meaning;
  if (meaning === undefined) return false;
  if (meaning.kind === 'concept')
    return (
      meaning.concept.kind === 'comparator' || meaning.concept.kind === 'between' || meaning.concept.kind === 'presence'
    );
  return meaning.kind === 'amount' || meaning.kind === 'literal' || meaning.kind === 'value';
};
/** "ignoring routes with fewer than 50 requests": it is the groups that are left out. */
const isBounded = (scene: Scene, at: number): boolean =>
  conceptAt(scene, at)?.kind === 'with' && conceptAt(scene, nextContent(scene, at + 1))?.kind === 'comparator';

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
      const codes = field === null ? [] : regionsOf(scene, field, concept.codes);
      take(scene, at);
      if (field === null || codes.length === 0) {
        scene.missing.push({ word: mark.text, slot: 'filter' });
        continue;
      }
      assume(scene, `${mark.text} is the region ${codes.join(', ')}`);
      const pred = anyOf(
        field,
        codes.map((code) => literalFor(field, code)),
      );
      addPred(scene, 'value', isNegated(scene, at) ? negate(pred) : pred, at);
    }
  }
};
