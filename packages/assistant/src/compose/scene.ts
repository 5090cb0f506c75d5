import type { CatalogIndex, DatasetIndex } from '../catalog/catalog-index.ts';
import type { Dataset, FieldRef, Role } from '../ir/field-ref.ts';
import type {
  Beyond,
  Callers,
  Extraction,
  Having,
  Key,
  Metric,
  Order,
  Overall,
  Pred,
  Scalar,
  Typical,
} from '../ir/query-ir.ts';
import type { Concept } from '../lexicon/concept.ts';
import type { FieldLink, Mark, ValueLink } from '../link/mark.ts';
import type { TimeSpec } from '../time/time-spec.ts';
import { besideCondition } from './beside-condition.ts';
import { isBesideFigure } from './beside-figure.ts';
import { codeOfErrors } from './code-of-errors.ts';
import { isOfEvent } from './of-event.ts';
import { routeOfBusiness } from './route-of-business.ts';

/** What a predicate came from: a share ("percentage of 5xx") takes outcomes out of the filter, but not services. */
export type PredSource =
  | 'severity'
  | 'status'
  | 'outcome'
  | 'text'
  | 'value'
  | 'threshold'
  | 'presence'
  | 'recurring'
  | 'id';

export interface FoundPred {
  readonly source: PredSource;
  readonly pred: Pred;
  /** Index of its mark. */
  readonly at: number;
}

/** Something the question asks for that the data set does not have. */
export interface Missing {
  readonly word: string;
  readonly slot: 'group' | 'metric' | 'filter' | 'top' | 'constraint';
}

/**
 * A question being composed for one data set. Rules read the marks, take those they use, and add to the draft;
 * the order of the rules is the grammar.
 */
export interface Scene {
  readonly dataset: Dataset;
  readonly index: CatalogIndex;
  readonly data: DatasetIndex;
  readonly marks: readonly Mark[];
  readonly taken: Set<number>;
  readonly preds: FoundPred[];
  readonly metrics: Metric[];
  readonly keys: Key[];
  readonly having: Having[];
  /** A bound of groups whose figure is not known yet: "services whose error rate is above average". */
  typical: (Pick<Having, 'op'> & Typical) | null;
  beyond: Beyond | null;
  callers: Callers | null;
  readonly overall: Overall[];
  extract: Extraction | null;
  /** Each group is asked for as a share of all records. */
  share: boolean;
  readonly columns: FieldRef[];
  readonly assumptions: string[];
  /** What was learned and made this reading: told like an assumption, but no doubt. */
  readonly learned: string[];
  /** What the assumptions leave of the confidence, 0 to 1. */
  doubt: number;
  readonly missing: Missing[];
  readonly valueScores: number[];
  time: TimeSpec | null;
  /** Two ranges that are compared: as counts, or as a key where something else is computed. */
  compared: {
    readonly metrics: readonly Metric[];
    readonly period: Key | null;
    /** Names of the columns of the two ranges. */
    readonly newer: string;
    readonly older: string;
  } | null;
  /** What is asked of the two ranges is how much it changed. */
  change: { readonly as: 'difference' | 'part' | 'quotient'; readonly falls: boolean } | null;
  timeSaid: boolean;
  bucket: bigint | 'auto' | null;
  order: Order | null;
  limit: number | null;
  /** Of the first rows of the ranking this one alone. */
  nth: number | null;
  perGroup: number | null;
  distinct: boolean;
  counted: boolean;
  /** The groups together are what is ranked: one combination of them, or several. */
  combined: 'one' | 'several' | null;
  exists: boolean;
  /** Preference between values of several fields: which of a word's links is tried first. */
  readonly valueRank: number;
  /** Conditions of the question before, where this is an edit of it. */
  readonly before: readonly Pred[];
}

export const markAt = (scene: Scene, at: number): Mark | undefined => scene.marks[at];

export const conceptAt = (scene: Scene, at: number): Concept | null => {
  const meaning = scene.marks[at]?.meaning;
  return meaning?.kind === 'concept' ? meaning.concept : null;
};

export const take = (scene: Scene, ...indexes: readonly number[]): void => {
  for (const at of indexes) scene.taken.add(at);
};

/** Words that carry nothing between two that do: articles, prepositions. */
export const isGap = (scene: Scene, at: number): boolean => {
  const kind = conceptAt(scene, at)?.kind;
  return kind === 'filler' || kind === 'preposition' || kind === 'list' || kind === 'everything';
};

/** The next mark from `at` in a direction that is no gap; -1 when there is none. */
export const nextContent = (scene: Scene, at: number, step: 1 | -1 = 1, also?: (at: number) => boolean): number => {
  let index = at;
  while (index >= 0 && index < scene.marks.length) {
    if (!isGap(scene, index) && also?.(index) !== true) return index;
    index += step;
  }
  return -1;
};

export const roleField = (scene: Scene, role: Role): FieldRef | null => scene.data.roles.get(role) ?? null;

const isClient = (value: Scalar): boolean => value.kind === 'text' && value.value === 'CLIENT';

/** "outgoing calls per host": the host that is called, where the data tells it, and not the one that calls. */
const calledHost = (scene: Scene, word: string): FieldRef | null => {
  if (scene.dataset !== 'spans' || !/^(?:hosts?|servers?|hostnames?|host names?)$/i.test(word)) return null;
  const goesOut = (pred: Pred): boolean =>
    pred.kind === 'compare' && pred.field.path.join('.') === 'kind' && pred.op === '==' && isClient(pred.value);
  const says = /\b(?:did|do|does) (?:[\w-]+ ){1,3}(?:calls?|reach|contact|talk to)\b/i.test(
    scene.marks.map(({ text }) => text).join(' '),
  );
  if (!says && ![...scene.before, ...scene.preds.map(({ pred }) => pred)].some(goesOut)) return null;
  return scene.data.fields.find(({ ref }) => ref.path.at(-1) === 'server.address')?.ref ?? null;
};

/** What a role is called itself, whatever else is called so. */
const PRIMARY =
  /^(?:services?|users?|hosts?|regions?|versions?|paths?|routes?|endpoints?|methods?|status|statuses|messages?|severity|levels?|traces?|operations?|durations?|latency|latencies|apps?|applications?|pods?|errors?)$/i;

/** "which members had failed spans": who they are spans tell by another name. */
const whoOfSpans = (scene: Scene, links: readonly FieldLink[]): FieldRef | null => {
  const isSpan = (_: Mark, at: number): boolean => {
    const concept = conceptAt(scene, at);
    return concept?.kind === 'entity' && concept.entity === 'span';
  };
  const asked = scene.dataset === 'spans' && links.every(({ field }) => field.role === 'user');
  return asked && scene.marks.some(isSpan) ? roleField(scene, 'user') : null;
};

/** The field a mark names in this data set: by role, or by its own name. */
export const fieldAt = (scene: Scene, at: number): FieldRef | null => {
  const meaning = scene.marks[at]?.meaning;
  if (meaning?.kind === 'field') {
    const own = meaning.links.filter((link) => link.dataset === scene.dataset);
    const ofEvent = own.length > 1 ? own.find(({ field }) => isOfEvent(scene.preds, field)) : undefined;
    const beside = own.length > 1 ? own.find(({ field }) => isBesideFigure(scene.metrics, field)) : undefined;
    return (ofEvent ?? beside ?? own[0])?.field ?? whoOfSpans(scene, meaning.links);
  }
  if (meaning?.kind !== 'concept') return null;
  const named = meaning.fields.find((link) => link.dataset === scene.dataset)?.field ?? null;
  // "by product": a field that is called so, before what such words mean where none is.
  const text = scene.marks[at]?.text ?? '';
  const own = named !== null && !PRIMARY.test(text) ? named : null;
  const called = meaning.concept.kind === 'role' && meaning.concept.role === 'host' ? calledHost(scene, text) : null;
  if (called !== null) return called;
  const code = meaning.concept.kind === 'role' && meaning.concept.role === 'status' ? codeOfErrors(scene, text) : null;
  if (code !== null) return code;
  const route = routeOfBusiness(scene, at, meaning.fields);
  if (route !== null) return route;
  const beside = besideCondition(scene, text, meaning.fields);
  if (beside !== null) return beside;
  if (meaning.concept.kind === 'role') return own ?? roleField(scene, meaning.concept.role) ?? named;
  return meaning.concept.kind === 'database' ? roleField(scene, 'db') : null;
};

/** Whether a mark names a field, in this data set or in the other. */
export const namesField = (scene: Scene, at: number): boolean => {
  const meaning = scene.marks[at]?.meaning;
  return meaning?.kind === 'field' || (meaning?.kind === 'concept' && meaning.concept.kind === 'role');
};

export const isNumeric = (field: FieldRef): boolean => field.type === 'number';

/** The links of a value mark that this data set has, best first. */
export const linksAt = (scene: Scene, at: number): readonly ValueLink[] => {
  const meaning = scene.marks[at]?.meaning;
  return meaning?.kind === 'value' ? meaning.links.filter((link) => link.dataset === scene.dataset) : [];
};

export const addPred = (scene: Scene, source: PredSource, pred: Pred, at: number): void => {
  scene.preds.push({ source, pred, at });
};
/** `keeps`: the share of such questions for which the assumption is what was meant. */
export const assume = (scene: Scene, text: string, keeps = 0.985): void => {
  if (scene.assumptions.includes(text)) return;
  scene.assumptions.push(text);
  scene.doubt *= keeps;
};

export const tellLearned = (scene: Pick<Scene, 'learned'>, note: string | undefined): void => {
  if (note !== undefined && !scene.learned.includes(note)) scene.learned.push(note);
};

export const hasConcept = (scene: Scene, kind: Concept['kind']): boolean =>
  scene.marks.some((_, at) => conceptAt(scene, at)?.kind === kind);

/** Indexes of the marks whose concept has this kind. */
export const conceptsOf = (scene: Scene, kind: Concept['kind']): readonly number[] =>
  scene.marks.flatMap((_, at) => (conceptAt(scene, at)?.kind === kind ? [at] : []));
