import type { FieldRef } from '../ir/field-ref.ts';
import type { Pred, QueryIR } from '../ir/query-ir.ts';
import type { Mark } from '../link/mark.ts';
import { ignoredMarks } from '../rank/coverage.ts';
import { type ComposeInput, compose, type Reading } from './compose.ts';
import { composeKinless } from './kinless-spans.ts';
import { assume } from './scene.ts';

type Input = Omit<ComposeInput, 'dataset' | 'valueRank'>;

/** What leads from spans to those of `whose`: "child spans of orders", "which services call payments". */
interface Kin {
  readonly kin: 'child' | 'parent';
  /** Services are asked for, not spans. */
  readonly services: boolean;
  /** Marks of the cue, and of what it is said of. */
  readonly cue: readonly number[];
  readonly whose: readonly number[];
}

const CHILD_SPANS = /^(child|children|child spans?|subspans?|sub-spans?)$/i;
const PARENT_SPANS = /^(parent|parents|parent spans?)$/i;
const CALLED_BY = /^(called by|downstream|downstream of|downstream services?|dependencies|callees?|depends on)$/i;
const CALLERS = /^(callers?|upstream|upstream of|upstream services?)$/i;
const VERB = /^(calls?|use|uses|depend on|depends on|talk to|talks to|invoke|invokes|hit|hits)$/i;

const rankedWordsMax = 5;
const isValue = (mark: Mark | undefined): boolean => mark?.meaning.kind === 'value';
const conceptKind = (mark: Mark | undefined): string =>
  mark?.meaning.kind === 'concept' ? mark.meaning.concept.kind : '';
/** "span 7d20c94be1a3f586": one span by its own id. */
const isSpanId = (mark: Mark | undefined): boolean =>
  mark?.meaning.kind === 'literal' && mark.meaning.token.kind === 'id' && mark.meaning.token.form === 'hex16';
const isWhose = (mark: Mark | undefined): boolean => isValue(mark) || isSpanId(mark);
const isGap = (mark: Mark | undefined): boolean => /^(filler|preposition|entity)$/.test(conceptKind(mark));
const asks = (mark: Mark | undefined): boolean => /^(which|who|list)$/.test(conceptKind(mark));

/** The values right after a place, over words that carry nothing. */
const valuesAfter = (marks: readonly Mark[], from: number): readonly number[] => {
  let at = from;
  while (isGap(marks[at])) at += 1;
  const values: number[] = [];
  while (isWhose(marks[at])) {
    values.push(at);
    const joined = conceptKind(marks[at + 1]) === 'conjunction' || marks[at + 1]?.text === ',';
    at += joined && isValue(marks[at + 2]) ? 2 : 1;
  }
  return values;
};

/** "the slowest span of orders": one span, told by how long it took; empty where nothing is ranked. */
const rankedAfter = (marks: readonly Mark[], from: number): readonly number[] => {
  let at = from;
  while (/^(filler|preposition)$/.test(conceptKind(marks[at]))) at += 1;
  const ranked = marks[at]?.meaning;
  if (ranked?.kind !== 'concept' || ranked.concept.kind !== 'superlative' || ranked.concept.by !== 'duration')
    return [];
  const used = [at];
  for (at += 1; at < marks.length && used.length < rankedWordsMax; at++) {
    if (isValue(marks[at]) || conceptKind(marks[at]) === 'entity') used.push(at);
    else if (!/^(filler|preposition)$/.test(conceptKind(marks[at]))) break;
  }
  const one = used.some((place) => conceptKind(marks[place]) === 'entity' && marks[place]?.plural === false);
  return one ? used : [];
};

const said = (marks: readonly Mark[], at: number, pattern: RegExp): boolean => pattern.test(marks[at]?.text ?? '');

/** "what does orders call", "which services does orders use". */
const asksWhatItCalls = (marks: readonly Mark[]): Kin | null => {
  const does = marks.findIndex((mark) => /^(does|do|did)$/i.test(mark.text));
  const whose = does < 1 ? [] : valuesAfter(marks, does + 1);
  const verb = whose.length === 0 ? -1 : (whose.at(-1) ?? 0) + 1;
  const isAsked = marks.slice(0, does).some(asks) && said(marks, verb, VERB);
  return isAsked ? { kin: 'child', services: true, cue: [does, verb], whose } : null;
};

/** "calls from api-gateway to query-service": what the one did for the other. */
const fromOneToOther = (marks: readonly Mark[]): Kin | null => {
  const from = marks.findIndex((mark, at) => /(?:^|\s)from$/i.test(mark.text) && isValue(marks[at + 1]));
  const leads = from >= 0 && said(marks, from + 2, /^to$/i) && isValue(marks[from + 3]);
  return leads ? { kin: 'child', services: false, cue: [from, from + 2], whose: [from + 1] } : null;
};

const kinOf = (marks: readonly Mark[]): Kin | null => {
  const what = asksWhatItCalls(marks) ?? fromOneToOther(marks);
  if (what !== null) return what;
  for (const [at] of marks.entries()) {
    // "called by" is two words, and "downstream services of" says what is asked for.
    const by = said(marks, at, /^called$/i) && said(marks, at + 1, /^by$/i);
    const ranked = said(marks, at, CHILD_SPANS) ? rankedAfter(marks, at + 1) : [];
    if (ranked.length > 0) return { kin: 'child', services: false, cue: [at], whose: ranked };
    const whose = valuesAfter(marks, by || conceptKind(marks[at + 1]) === 'role' ? at + 2 : at + 1);
    if (whose.length > 0 && by) return { kin: 'child', services: true, cue: [at, at + 1], whose };
    if (whose.length === 0) continue;
    const asked = marks.slice(0, at).some(asks);
    const callsIt = asked && whose[0] === at + 1 && said(marks, at, VERB);
    if (said(marks, at, CHILD_SPANS)) return { kin: 'child', services: false, cue: [at], whose };
    if (said(marks, at, PARENT_SPANS)) return { kin: 'parent', services: false, cue: [at], whose };
    if (said(marks, at, CALLED_BY)) return { kin: 'child', services: true, cue: [at], whose };
    if (callsIt || said(marks, at, CALLERS)) return { kin: 'parent', services: true, cue: [at], whose };
  }
  return null;
};

/** Services other than the one asked about: its own spans call each other too. */
const otherServices = (own: QueryIR, to: QueryIR): QueryIR | null => {
  const [theirs] = to.where;
  if (theirs === undefined || theirs.kind !== 'compare' || theirs.field.role !== 'service') return null;
  return {
    ...own,
    where: [...own.where, { ...theirs, op: '!=' }],
    shape: 'distinct',
    columns: [theirs.field],
    order: null,
  };
};

/** The spans below one that is told by its id name it themselves. */
const childrenOfOne = ({ where }: QueryIR, parent: FieldRef): Pred | null => {
  const [id, ...more] = where;
  const isId = id?.kind === 'compare' && id.op === '==' && id.field.role === 'span';
  return isId && more.length === 0 ? { ...id, field: parent } : null;
};

/** Spans by the spans above or below them; null where the question asks for none. */
export const composeSpanFamily = (input: Input): Reading | null => {
  const { index, marks } = input;
  const kinless = composeKinless(input);
  if (kinless !== null) return kinless;
  const kin = kinOf(marks);
  const [span, parent] = [index.spans.roles.get('span'), index.spans.roles.get('parent')];
  if (kin === null || span === undefined || parent === undefined || index.spans.records === 0) return null;
  // "who" is a service here, not a user.
  const isSaid = (at: number): boolean =>
    kin.cue.includes(at) || kin.whose.includes(at) || (kin.services && conceptKind(marks[at]) === 'who');
  const kept = marks.flatMap((_, at) => (isSaid(at) ? [] : [at]));
  const read = (list: readonly number[]): Reading =>
    compose({ ...input, dataset: 'spans', marks: list.flatMap((at) => marks[at] ?? []), valueRank: 0, seed: null });
  const [own, side] = [read(kept), read(kin.whose)];
  const named = side.ir.where.some((pred) => 'field' in pred && pred.field?.role === 'service');
  if (side.scene.missing.length > 0 || side.ir.where.length === 0 || (kin.services && !named)) return null;
  const children = kin.kin === 'child' ? childrenOfOne(side.ir, parent) : null;
  const related =
    kin.kin === 'child' ? { to: side.ir, own: parent, other: span } : { to: side.ir, own: span, other: parent };
  const isPlain = own.ir.shape === 'rows' || own.ir.shape === 'distinct';
  const asked = kin.services && isPlain ? otherServices(own.ir, side.ir) : null;
  if (kin.services && isPlain && asked === null) return null;
  const ignored = ignoredMarks(own.scene);
  const taken = new Set(marks.flatMap((mark, at) => (ignored.includes(mark) ? [] : [at])));
  const scene = { ...own.scene, marks, taken, assumptions: [...own.scene.assumptions] };
  assume(
    scene,
    kin.kin === 'child' ? 'a call is a span whose parent is a span of the caller' : 'a caller is the span above a span',
    0.93,
  );
  if (children !== null && !kin.services) return { ir: { ...own.ir, where: [...own.ir.where, children] }, scene };
  return { ir: { ...(asked ?? own.ir), related }, scene };
};
