import { type FieldRef, sameField } from '../../ir/field-ref.ts';
import type { CompareOp, Pred, Scalar, Severity } from '../../ir/query-ir.ts';
import type { ValueLink } from '../../link/mark.ts';
import { isNegated } from '../negation.ts';
import {
  addPred,
  assume,
  conceptAt,
  fieldAt,
  linksAt,
  markAt,
  namesField,
  nextContent,
  roleField,
  type Scene,
  take,
} from '../scene.ts';

export const negate = (pred: Pred): Pred => {
  if (pred.kind === 'compare' && pred.op === '==') return { ...pred, op: '!=' };
  return { kind: 'not', pred };
};

export const literalFor = (field: FieldRef, value: string): Scalar => {
  if (field.type === 'severity') return severityLiteral(value) ?? { kind: 'text', value };
  if (field.type === 'number' && /^-?\d+(\.\d+)?$/.test(value)) return { kind: 'number', value: Number(value) };
  if (field.type === 'bool' && /^(true|false)$/i.test(value)) return { kind: 'bool', value: /^true$/i.test(value) };
  return { kind: 'text', value };
};

const SEVERITY_NAMES: Readonly<Record<string, Severity>> = {
  error: 'ERROR',
  err: 'ERROR',
  critical: 'CRITICAL',
  fatal: 'CRITICAL',
  warning: 'WARNING',
  warn: 'WARNING',
  info: 'INFO',
  debug: 'DEBUG',
  verbose: 'VERBOSE',
  trace: 'VERBOSE',
};
const severityLiteral = (value: string): Scalar | null => {
  const name = SEVERITY_NAMES[value.toLowerCase()];
  return name === undefined ? null : { kind: 'severity', value: name };
};

export const equals = (field: FieldRef, value: string, op: CompareOp = '=='): Pred => ({
  kind: 'compare',
  field,
  op,
  value: literalFor(field, value),
});

/** One value is an equality, several of one field are a set. */
export const anyOf = (field: FieldRef, values: readonly Scalar[]): Pred => {
  const [only] = values;
  return values.length === 1 && only !== undefined
    ? { kind: 'compare', field, op: '==', value: only }
    : { kind: 'in', field, values };
};

/** Errors of spans are a tag, for spans have no severity. */
export const spanError = (scene: Scene): Pred | null => {
  const field = roleField(scene, 'error');
  return field === null ? null : { kind: 'compare', field, op: '==', value: { kind: 'text', value: 'true' } };
};

/** `errors`, `warnings and errors`, `warnings or worse`, `except debug logs`. */
export const severities = (scene: Scene): void => {
  const wanted: Scalar[] = [];
  const unwanted: Scalar[] = [];
  let first = -1;
  for (let at = 0; at < scene.marks.length; at++) {
    const concept = conceptAt(scene, at);
    if (concept?.kind !== 'severity' || scene.taken.has(at)) continue;
    const next = nextContent(
      scene,
      at + 1,
      1,
      (index) => conceptAt(scene, index)?.kind === 'entity' || conceptAt(scene, index)?.kind === 'role',
    );
    const bound = conceptAt(scene, next);
    const field = roleField(scene, 'severity');
    take(scene, at);
    // "404 errors" are told by their status, not by a severity.
    if (isStatusNoun(scene, at)) continue;
    if (field === null) {
      const tag = concept.value === 'ERROR' || concept.value === 'CRITICAL' ? spanError(scene) : null;
      if (tag === null) scene.missing.push({ word: markAt(scene, at)?.text ?? '', slot: 'filter' });
      else addPred(scene, 'outcome', isNegated(scene, at) ? { kind: 'not', pred: tag } : tag, at);
      continue;
    }
    if (bound?.kind === 'severity-bound') {
      take(scene, next);
      const op: CompareOp = bound.down ? '<=' : '>=';
      addPred(scene, 'severity', { kind: 'compare', field, op, value: { kind: 'severity', value: concept.value } }, at);
      continue;
    }
    const before = nextContent(scene, at - 1, -1);
    const comparator = conceptAt(scene, before);
    if (comparator?.kind === 'comparator' && comparator.of === null) {
      take(scene, before);
      takeSeverityWord(scene, before - 1);
      addPred(
        scene,
        'severity',
        { kind: 'compare', field, op: comparator.op, value: { kind: 'severity', value: concept.value } },
        at,
      );
      continue;
    }
    takeSeverityWord(scene, at - 1);
    const negated = isNegated(scene, at);
    const list = negated ? unwanted : wanted;
    if (!list.some((entry) => entry.kind === 'severity' && entry.value === concept.value))
      list.push({ kind: 'severity', value: concept.value });
    if (first < 0) first = at;
  }
  const field = roleField(scene, 'severity');
  if (field === null) return;
  if (wanted.length > 0) addPred(scene, 'severity', anyOf(field, wanted), first);
  if (wanted.length === 1 && wanted[0]?.kind === 'severity' && wanted[0].value === 'ERROR')
    assume(scene, 'errors are records of severity ERROR, CRITICAL not included');
  if (unwanted.length > 0) addPred(scene, 'severity', negate(anyOf(field, unwanted)), first);
};

/** "with severity warning": the word says which field is meant. */
const takeSeverityWord = (scene: Scene, from: number): void => {
  const at = nextContent(scene, from, -1);
  const concept = conceptAt(scene, at);
  if (concept?.kind === 'role' && concept.role === 'severity') take(scene, at);
};

const isStatusNoun = (scene: Scene, at: number): boolean =>
  scene.preds.some((found) => found.source === 'status' && found.at === at - 1);

/** `failed requests`, `failed spans`, `successful calls`. */
export const outcomes = (scene: Scene): void => {
  for (let at = 0; at < scene.marks.length; at++) {
    const concept = conceptAt(scene, at);
    if (concept?.kind !== 'outcome' || scene.taken.has(at)) continue;
    take(scene, at);
    const failed = concept.failed !== isNegated(scene, at);
    const pred = outcomePred(scene, failed);
    if (pred === null) scene.missing.push({ word: markAt(scene, at)?.text ?? '', slot: 'filter' });
    else addPred(scene, 'outcome', pred, at);
  }
};

/** Failed is a status of 400 and above where records have one, else the error tag of spans, else severity ERROR. */
export const outcomePred = (scene: Scene, failed: boolean): Pred | null => {
  const tag = scene.dataset === 'spans' ? spanError(scene) : null;
  if (tag !== null) return failed ? tag : { kind: 'not', pred: tag };
  const status = roleField(scene, 'status');
  if (status !== null) {
    assume(scene, failed ? 'failed is status 400 and above' : 'successful is status below 400');
    return { kind: 'compare', field: status, op: failed ? '>=' : '<', value: { kind: 'number', value: 400 } };
  }
  const severity = roleField(scene, 'severity');
  if (severity === null) return null;
  assume(scene, 'failed is severity ERROR, for no field holds a status');
  const pred: Pred = { kind: 'compare', field: severity, op: '>=', value: { kind: 'severity', value: 'ERROR' } };
  return failed ? pred : { kind: 'not', pred };
};

/** Values of the data: `checkout`, `eu-west-1`, `POST`, `/api/v1/cart`. Several of one field are alternatives. */
export const values = (scene: Scene): void => {
  const found: { at: number; field: FieldRef; value: Scalar; negated: boolean }[] = [];
  for (let at = 0; at < scene.marks.length; at++) {
    const meaning = markAt(scene, at)?.meaning;
    if (meaning?.kind !== 'value' || scene.taken.has(at)) continue;
    const links = linksAt(scene, at);
    const preferred = preferByNeighbour(scene, at) ?? links[Math.min(scene.valueRank, links.length - 1)];
    if (preferred === undefined) {
      scene.missing.push({ word: markAt(scene, at)?.text ?? '', slot: 'filter' });
      continue;
    }
    take(scene, at);
    const cue = nextContent(scene, at - 1, -1);
    if (conceptAt(scene, cue)?.kind === 'text') take(scene, cue);
    scene.valueScores.push(preferred.score);
    if (preferred.guessed)
      assume(scene, `"${markAt(scene, at)?.text}" is read as ${preferred.value}`, preferred.score > 0.65 ? 0.93 : 0.82);
    found.push({
      at,
      field: preferred.field,
      value: literalFor(preferred.field, preferred.value),
      negated: isNegated(scene, at),
    });
  }
  addGrouped(scene, found);
  namedNothing(scene);
};

/** "of the search service", where no service is called so: it cannot be left out. */
const namedNothing = (scene: Scene): void => {
  for (const [at, mark] of scene.marks.entries()) {
    const concept = conceptAt(scene, at);
    const name = conceptAt(scene, at - 1);
    const led = /^(the|of|in|from|for)$/i.test(markAt(scene, at - 2)?.text ?? '');
    const isOther = name !== null && /^(text|sort|plot|list|edit)$/.test(name.kind);
    if (concept?.kind !== 'role' || !/^(service|app)$/.test(concept.role) || !/^(service|app)$/i.test(mark.text))
      continue;
    if (!led || !isOther || scene.taken.has(at - 1)) continue;
    take(scene, at - 1, at);
    scene.missing.push({ word: markAt(scene, at - 1)?.text ?? '', slot: 'filter' });
  }
};

/** "5xx by path checkout": of paths that are told apart one alone would be said by itself, so it is the service of that name. */
const besideGroup = (scene: Scene, at: number, before: number, { field }: ValueLink): ValueLink | undefined =>
  conceptAt(scene, before - 1)?.kind === 'group'
    ? linksAt(scene, at).find((link) => link.field.role !== field.role && link.field.role === 'service')
    : undefined;

const DOES = /^(?:do|does|did)$/i;

/** "which tables does orders use": the service that does something is none of the things asked for, even where one is called so. */
const isDoer = (scene: Scene, asked: number, at: number): boolean =>
  scene.marks.slice(asked + 1, at).some(({ text }) => DOES.test(text)) &&
  linksAt(scene, at)[0]?.field.role === 'service' &&
  fieldAt(scene, asked)?.role !== 'service';

/** "checkout service", "region eu-west-1": the word beside a value says which field it is of. */
const preferByNeighbour = (scene: Scene, at: number): ReturnType<typeof linksAt>[number] | undefined => {
  const operator = (index: number): boolean => {
    const meaning = markAt(scene, index)?.meaning;
    return meaning?.kind === 'literal' && meaning.token.kind === 'operator' && meaning.token.op === '==';
  };
  const before = nextContent(scene, at - 1, -1, operator);
  for (const beside of [before, at + 1]) {
    if (beside === before && isDoer(scene, before, at)) continue;
    const field = namesField(scene, beside) && !scene.taken.has(beside) ? fieldAt(scene, beside) : null;
    const link = field === null ? undefined : linksAt(scene, at).find((candidate) => sameField(candidate.field, field));
    if (link === undefined) continue;
    const other = beside === before ? besideGroup(scene, at, before, link) : undefined;
    if (other !== undefined) return other;
    take(scene, beside);
    for (let index = before + 1; index < at; index++) if (beside === before && operator(index)) take(scene, index);
    return link;
  }
  return undefined;
};

const isEvent = (scene: Scene, field: FieldRef): boolean =>
  [...scene.index.eventCodes.values()].some(([code]) => code !== undefined && sameField(code.field, field));

const addGrouped = (
  scene: Scene,
  found: readonly { at: number; field: FieldRef; value: Scalar; negated: boolean }[],
): void => {
  const done = new Set<number>();
  for (const [i, entry] of found.entries()) {
    if (done.has(i)) continue;
    const same = found.flatMap((other, j) =>
      !done.has(j) &&
      other.negated === entry.negated &&
      other.field.path.join('\0') === entry.field.path.join('\0') &&
      other.field.root === entry.field.root
        ? [j]
        : [],
    );
    for (const j of same) done.add(j);
    const members = same.flatMap((j) => found[j]?.value ?? []);
    const unique = members.filter(
      (value, j) =>
        members.findIndex((other) => 'value' in other && 'value' in value && other.value === value.value) === j,
    );
    const pred = anyOf(entry.field, unique);
    // What happened is what a share may be of.
    const source = isEvent(scene, entry.field) ? 'outcome' : 'value';
    addPred(scene, source, entry.negated ? negate(pred) : pred, entry.at);
  }
};
