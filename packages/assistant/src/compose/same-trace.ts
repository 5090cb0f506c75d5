import type { Dataset } from '../ir/field-ref.ts';
import type { QueryIR, Related } from '../ir/query-ir.ts';
import type { Concept } from '../lexicon/concept.ts';
import type { Mark } from '../link/mark.ts';
import { ignoredMarks } from '../rank/coverage.ts';
import { type ComposeInput, compose, type Reading } from './compose.ts';
import { onlyAtEnd } from './only-at-end.ts';
import { assume } from './scene.ts';

type Input = Omit<ComposeInput, 'dataset' | 'valueRank'>;

const conceptOf = (mark: Mark | undefined): Concept | null =>
  mark?.meaning.kind === 'concept' ? mark.meaning.concept : null;
const isEntity = (mark: Mark | undefined, names: RegExp): boolean => {
  const concept = conceptOf(mark);
  return concept?.kind === 'entity' && names.test(concept.entity);
};

/** Words that name spans, and words that name logs. */
const saysSpans = (mark: Mark | undefined): boolean =>
  isEntity(mark, /^(span|trace)$/) || /^(root-span|database)$/.test(conceptOf(mark)?.kind ?? '');
const saysLogs = (mark: Mark | undefined): boolean =>
  isEntity(mark, /^log$/) || (conceptOf(mark)?.kind === 'severity' && /\blogs?$|\blines?$/i.test(mark?.text ?? ''));

/** What may stand between the word that turns and the thing turned to: "of the *slow* spans", "with *error* logs". */
const DESCRIBES = /^(filler|preposition|severity|outcome|superlative|symptom|everything|exists)$/;
const describes = (mark: Mark): boolean =>
  DESCRIBES.test(conceptOf(mark)?.kind ?? '') || mark.meaning.kind === 'value' || mark.meaning.kind === 'message';

const TURNS = /^(with|preposition)$/;
/** "traces that logged an error": the verb turns by itself. */
const LOGGED = /^(logged|logging)$/i;

interface Turned {
  readonly dataset: Dataset;
  readonly other: Dataset;
  /** Marks before the turn, and after it. */
  readonly left: readonly number[];
  readonly right: readonly number[];
  /** Those in whose trace there is none of the others. */
  readonly without: boolean;
}

const indexes = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, step) => from + step);

/** The nearest word before the thing that leads to it over nothing but descriptions; -1 without one. */
const turnBefore = (marks: readonly Mark[], thing: number): number => {
  for (let at = thing - 1; at > 0; at--) {
    const mark = marks[at];
    if (mark === undefined) return -1;
    if (TURNS.test(conceptOf(mark)?.kind ?? '')) return at;
    if (!describes(mark)) return -1;
  }
  return -1;
};

/** Whether the words before the turn are about logs: they say so, or name what only logs have. */
const isAboutLogs = ({ marks, index }: Input, left: readonly number[]): boolean =>
  left.some((at) => {
    const mark = marks[at];
    const concept = conceptOf(mark);
    if (saysLogs(mark) || concept?.kind === 'severity' || mark?.meaning.kind === 'message') return true;
    return concept?.kind === 'role' && !index.spans.roles.has(concept.role) && index.logs.roles.has(concept.role);
  });
const isAboutSpans = ({ marks }: Input, left: readonly number[]): boolean =>
  left.some((at) => {
    const concept = conceptOf(marks[at]);
    return (
      saysSpans(marks[at]) ||
      (concept?.kind === 'role' && /^(operation|duration)$/.test(concept.role)) ||
      (concept?.kind === 'superlative' && concept.by === 'duration')
    );
  });

const IN_ITS_TRACE = /^(?:same|their|its|that|whole)$/i;

/**
 * "failed spans with no error log in the same trace": those in whose trace none of the others is. Without the trace it is said
 * of the records themselves.
 */
const turnsWithout = (input: Input): Turned | null => {
  const { marks } = input;
  const trace = marks.findLastIndex((mark) => isEntity(mark, /^trace$/));
  const none = marks.findLastIndex((mark, at) => at < trace && conceptOf(mark)?.kind === 'negation');
  const inIt = marks.findIndex((mark, at) => at > none && at < trace && conceptOf(mark)?.kind === 'preposition');
  if (none < 1 || inIt < 0 || !IN_ITS_TRACE.test(marks[trace - 1]?.text ?? '')) return null;
  const start = conceptOf(marks[none - 1])?.kind === 'with' ? none - 1 : none;
  const [left, said] = [indexes(0, start), indexes(none + 1, inIt)];
  const right = [...said, ...indexes(trace + 1, marks.length)];
  const [logs, spans] = [saysLogs, saysSpans].map((says) => said.some((at) => says(marks[at])));
  if (
    logs === spans ||
    !said.every((at) => saysLogs(marks[at]) || saysSpans(marks[at]) || describes(marks[at] as Mark))
  )
    return null;
  if (logs) return isAboutSpans(input, left) ? { dataset: 'spans', other: 'logs', left, right, without: true } : null;
  return isAboutLogs(input, left) ? { dataset: 'logs', other: 'spans', left, right, without: true } : null;
};

/** "logs in the trace of the latest error": whose trace it is tells a log too. */
const leadsToLog = (marks: readonly Mark[], thing: number): boolean => {
  const whose = marks.slice(thing + 2);
  return (
    isEntity(marks[thing], /^trace$/) &&
    conceptOf(marks[thing + 1])?.kind === 'preposition' &&
    whose.some((mark) => conceptOf(mark)?.kind === 'severity') &&
    !whose.some(saysSpans)
  );
};

const turns = (input: Input): Turned | null => {
  const { marks } = input;
  const without = turnsWithout(input);
  if (without !== null) return without;
  for (const [thing, mark] of marks.entries()) {
    const verb = LOGGED.test(mark.text) && thing > 0;
    const turn = verb ? thing : turnBefore(marks, thing);
    if (turn <= 0) continue;
    const left = indexes(0, turn);
    const right = indexes(verb ? turn : turn + 1, marks.length);
    if (saysSpans(mark) && isAboutLogs(input, left) && !left.some((at) => saysSpans(marks[at]))) {
      return { dataset: 'logs', other: leadsToLog(marks, thing) ? 'logs' : 'spans', left, right, without: false };
    }
    if (saysLogs(mark) && isAboutSpans(input, left) && !left.some((at) => saysLogs(marks[at])))
      return { dataset: 'spans', other: 'logs', left, right, without: false };
  }
  return null;
};

/** Times, groups and what is only wanted, at the end, are of the whole question: "logs of failed spans today by service". */
const wholeQuestion = (marks: readonly Mark[], right: readonly number[]): readonly number[] => {
  const group = right.findLast((at) => /^(group|each)$/.test(conceptOf(marks[at])?.kind ?? ''));
  const only = onlyAtEnd(marks);
  return right.filter(
    (at) =>
      marks[at]?.meaning.kind === 'time' ||
      (group !== undefined && at >= group) ||
      (only !== undefined && at >= only && marks[at]?.meaning.kind !== 'punctuation'),
  );
};

/** The other side, where it says something and gives traces: records, or traces that are ranked. */
const relatedTo = (side: Reading, own: Turned, input: Input): Related | null => {
  const ownTrace = input.index[own.dataset].roles.get('trace');
  const otherTrace = input.index[own.other].roles.get('trace');
  const { ir, scene } = side;
  const traces =
    ir.shape === 'table' &&
    ir.keys.length === 1 &&
    ir.keys.some((key) => key.kind === 'field' && key.field.role === 'trace');
  const says = own.without || ir.where.length > 0 || ir.limit !== null || ir.having.length > 0;
  if (
    ownTrace === undefined ||
    otherTrace === undefined ||
    !says ||
    (ir.shape !== 'rows' && ir.shape !== 'count' && !traces)
  )
    return null;
  if (scene.missing.length > 0 || scene.preds.some((found) => found.source === 'id')) return null;
  // "any slow span": the records themselves, not their number.
  const to: QueryIR = ir.shape === 'count' ? { ...ir, shape: 'rows' } : ir;
  return { to, own: ownTrace, other: otherTrace, ...(own.without ? { without: true } : {}) };
};

/** "of the traces slower than 1 s how many have an error log": traces are counted, and not their spans. */
const tracesCounted = (ir: QueryIR, { index, marks }: Input, { dataset }: Turned): QueryIR => {
  const trace = index[dataset].roles.get('trace');
  const named = marks.findIndex((mark) => isEntity(mark, /^trace$/));
  const counted = marks.findIndex((mark, at) => at > named && conceptOf(mark)?.kind === 'count');
  const ofThem = /^(?:of|among|out of|from)$/i.test(marks[0]?.text ?? '') && named >= 0 && counted >= 0;
  if (!ofThem || ir.shape !== 'count' || trace === undefined) return ir;
  return { ...ir, shape: 'table', metrics: [{ kind: 'distinct', field: trace, name: 'traces' }] };
};

/**
 * "error logs whose trace took over 3 s", "slow spans with error logs": each side is read in its own data set, and the
 * trace leads from one to the other. Null where the question does not turn.
 */
export const composeSameTrace = (input: Input): Reading | null => {
  const { index, marks } = input;
  if (index.logs.records === 0 || index.spans.records === 0) return null;
  const turned = turns(input);
  if (turned === null) return null;
  const whole = wholeQuestion(marks, turned.right);
  // "a trace that contains a failed span" searches no text.
  const right = turned.right.filter((at) => !whole.includes(at) && conceptOf(marks[at])?.kind !== 'text');
  const left = [...turned.left, ...whole];
  const marksAt = (list: readonly number[]): readonly Mark[] => list.flatMap((at) => marks[at] ?? []);
  const read = (dataset: Dataset, list: readonly number[]): Reading =>
    compose({ ...input, dataset, marks: marksAt(list), valueRank: 0, seed: null });
  const own = read(turned.dataset, left);
  const side = read(turned.other, right);
  const related = relatedTo(side, turned, input);
  if (related === null) return null;
  const ir: QueryIR = { ...tracesCounted(own.ir, input, turned), related };
  const unused = new Set([
    ...ignoredMarks(own.scene).map((mark) => marks.indexOf(mark)),
    ...ignoredMarks(side.scene).map((mark) => marks.indexOf(mark)),
  ]);
  const taken = new Set(indexes(0, marks.length).filter((at) => !unused.has(at)));
  const scene = {
    ...own.scene,
    marks,
    taken,
    assumptions: [...own.scene.assumptions],
    doubt: own.scene.doubt * side.scene.doubt,
  };
  for (const text of side.scene.assumptions) assume(scene, text);
  assume(scene, `the ${turned.other} are those of the same trace`, 0.93);
  return { ir, scene };
};
