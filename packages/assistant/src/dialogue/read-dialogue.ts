import { byAnyName, byOneName } from '../compose/any-name.ts';
import { compose, type Reading } from '../compose/compose.ts';
import type { WindowNanos } from '../compose/finish.ts';
import { inItsServices } from '../compose/in-its-services.ts';
import { assume, tellLearned } from '../compose/scene.ts';
import type { Turn } from '../interpretation.ts';
import type { QueryIR } from '../ir/query-ir.ts';
import { type Linked, linkTurn } from '../link/link-question.ts';
import type { Mark } from '../link/mark.ts';
import { type Candidate, rankCandidates, toCandidate } from '../rank/candidates.ts';
import { ignoredMarks } from '../rank/coverage.ts';
import { backTo } from './back-to.ts';
import { bothOf } from './both-of.ts';
import { changeAmount } from './change-amount.ts';
import { clausesOf } from './clauses.ts';
import { comparedIr } from './compare-times.ts';
import { continues } from './continues.ts';
import { hoursOfBefore } from './hours-of-before.ts';
import { asksForRows, asksForThose, UNDO } from './is-edit.ts';
import { keepGroups } from './keep-groups.ts';
import { logsOfTrace } from './logs-of-trace.ts';
import { meant, withCount } from './meant.ts';
import { mergeEdit } from './merge.ts';
import { ofBase } from './of-base.ts';
import { ofSameThing } from './of-same-thing.ts';
import { oneValueLeft } from './one-value-left.ts';
import { inOtherData } from './other-data.ts';
import { otherPart } from './other-part.ts';
import { ownValues } from './own-values.ts';
import { pointedAt } from './points-back.ts';
import { isSpent } from './steps/draft.ts';
import { stepsOf } from './steps/steps.ts';
import { stillAssumed } from './still-assumed.ts';
import { theTopOne } from './the-top-one.ts';
import { wantedShape } from './wanted-shape.ts';
import { weekBefore } from './week-before.ts';

/** Older turns say little about what "that" is. */
const turnsMax = 8;

/** Continuing the dialogue is likelier than starting anew where both can be read. */
const continuity = 1;

/** "all requests of the first one": not only those that it was found by. */
const ALL_OF_IT =
  /\b(?:all|every|everything|anything)\b(?! (?:of )?(?:those|these|them)).*\b(?:of|from|by|for|about|did|does|made)\b|\ball (?:its|his|her|their)\b/i;

/** Records of what the result before is about; its conditions stay unless others are said. */
const pointedIr = (base: Reading, edit: Reading, marks: readonly Mark[]): QueryIR | null => {
  const related = pointedAt(base, marks);
  if (related === null) return null;
  const logs = logsOfTrace(base, related, marks);
  if (logs !== null) return logs;
  const said = edit.ir.where;
  // "the first one" ranks what was asked before, not what is asked for.
  const again = edit.ir.keys.length > 0 && edit.ir.keys.every((key) => base.ir.keys.includes(key));
  const plain = asksForRows(marks) || again || (edit.ir.shape === 'rows' && edit.ir.order !== null);
  // "its latest 5"
  const newest = edit.ir.limit !== null && edit.ir.limit > 1 && edit.ir.order?.by === 'field';
  const shape = edit.ir.shape === 'distinct' ? 'distinct' : 'rows';
  const [things] = base.ir.columns;
  // "how many of them …" of things that were listed: these things, and not their records.
  if (
    edit.ir.shape === 'count' &&
    base.ir.shape === 'distinct' &&
    base.ir.columns.length === 1 &&
    things !== undefined
  ) {
    const same = ofSameThing(base.ir, things, said);
    return {
      ...edit.ir,
      dataset: base.ir.dataset,
      shape: 'table',
      metrics: [{ kind: 'distinct', field: things, name: 'how_many' }],
      time: edit.ir.time ?? base.ir.time,
      where: same ?? (said.length > 0 ? said : base.ir.where),
      related: same === null ? related : base.ir.related,
    };
  }
  const own: QueryIR = plain
    ? {
        ...edit.ir,
        shape,
        keys: [],
        metrics: [],
        having: [],
        overall: [],
        share: false,
        ...(newest ? {} : { order: null, limit: null }),
        perGroup: null,
      }
    : edit.ir;
  return {
    ...own,
    dataset: base.ir.dataset,
    time: edit.ir.time ?? base.ir.time,
    where: said.length > 0 || ALL_OF_IT.test(marks.map(({ text }) => text).join(' ')) ? said : base.ir.where,
    related,
  };
};

const POINTING = /^(the )?(first|second|third|one|ones|its|their|that|those|these|it|them|there|behind)$/i;

/** Whether nothing but words that point was left over. */
const readAll = ({ scene }: Reading): boolean =>
  scene.missing.length === 0 && ignoredMarks(scene).every(({ text }) => POINTING.test(text));

/** The query after the edit; `whole` where every word was read by the kind of edit that it is. */
const editedIr = (
  base: Reading,
  reading: Reading,
  linked: Linked,
  window: WindowNanos | null,
): { readonly ir: QueryIR; readonly whole: boolean } => {
  // As it was read: a misspelt "mkae it 7" says the same.
  const question = linked.marks.map(({ text }) => text).join(' ');
  const special =
    comparedIr(base, reading.scene, linked.nowNanos) ??
    keepGroups(base.ir, reading.scene, linked.nowNanos) ??
    otherPart(base, reading.scene) ??
    changeAmount(base.ir, question, linked.marks);
  if (special !== null) return { ir: special, whole: true };
  // "show me those from Vienna" of a list of branches: a shorter list.
  const narrowed = base.ir.shape === 'distinct' && asksForThose(linked.marks);
  const pointed = narrowed ? null : pointedIr(base, reading, linked.marks);
  if (pointed !== null) return { ir: pointed, whole: readAll(reading) };
  return {
    ir: mergeEdit(base, reading.scene, wantedShape(base, reading, linked.marks), window, linked.nowNanos),
    whole: false,
  };
};

const applyOne = (wide: Reading, asked: Linked, window: WindowNanos | null): Candidate => {
  const data = asked.index[wide.ir.dataset];
  const before: Reading = { ...wide, ir: byOneName(wide.ir, data) };
  const other = inOtherData(before, asked, window);
  if (other !== null) {
    const candidate = toCandidate(other);
    return { ...candidate, score: candidate.score + continuity };
  }
  const said = weekBefore(before.ir.time, asked.marks, asked.nowNanos);
  const draft = {
    ir: before.ir,
    marks: ownValues(before.ir, before.scene, ofBase(before, meant(withCount(before, said)))),
  };
  const stepped = stepsOf(draft, { scene: before.scene, now: asked.nowNanos });
  const base: Reading = { ...before, ir: stepped.ir };
  const linked: Linked = { ...asked, marks: stepped.marks };
  const done = stepped !== draft && isSpent(stepped.marks);
  const ranks = linked.marks.some(
    (mark) =>
      mark.meaning.kind === 'concept' && /^(cut|superlative|ordered|sort|common)$/.test(mark.meaning.concept.kind),
  );
  const seed =
    ranks && pointedAt(base, linked.marks) === null ? { keys: base.ir.keys, metrics: base.ir.metrics } : null;
  const reading = compose({
    dataset: base.ir.dataset,
    index: linked.index,
    marks: linked.marks,
    nowNanos: linked.nowNanos,
    window,
    valueRank: 0,
    seed,
    before: base.ir,
  });
  const { ir: edited, whole } = done ? { ir: base.ir, whole: true } : editedIr(base, reading, linked, window);
  const ir = byAnyName(inItsServices(oneValueLeft(base.ir, edited), data), data);
  const scene = {
    ...reading.scene,
    marks: done ? asked.marks : linked.marks,
    taken: whole ? new Set(linked.marks.keys()) : reading.scene.taken,
    missing: whole ? [] : reading.scene.missing,
    bucket: reading.scene.bucket ?? base.scene.bucket,
    assumptions: [...new Set([...reading.scene.assumptions, ...stillAssumed(base, ir)])],
    learned: [...reading.scene.learned],
    doubt: reading.scene.doubt * base.scene.doubt,
  };
  // What the earlier question said and did not get is missing here too.
  for (const { text } of ignoredMarks(base.scene)) assume(scene, `"${text}" of the question before is not used`, 0.7);
  for (const note of base.scene.learned) tellLearned(scene, note);
  const candidate = toCandidate({ ir, scene });
  return { ...candidate, score: candidate.score + continuity };
};

const isWhole = ({ scene }: Reading): boolean => scene.missing.length === 0 && ignoredMarks(scene).length === 0;

/** "newest first and only 10": one change after the other; null where a part of it is none, or says what is not read. */
const applyInTurn = (before: Reading, asked: Linked, window: WindowNanos | null): Candidate | null => {
  const clauses = clausesOf(asked.marks);
  let state: Candidate | null = null;
  for (const marks of clauses) {
    const linked = { ...asked, marks };
    if (!continues(state ?? before, linked)) return null;
    state = applyOne(state ?? before, linked, window);
    if (!isWhole(state)) return null;
  }
  if (state === null || clauses.every(({ length }) => length === asked.marks.length)) return null;
  const scene = { ...state.scene, marks: asked.marks, taken: new Set(asked.marks.keys()) };
  return { ...state, scene };
};

const applyEdit = (before: Reading, asked: Linked, window: WindowNanos | null): Candidate => {
  const edited = applyOne(before, asked, window);
  return isWhole(edited) ? edited : (applyInTurn(before, asked, window) ?? edited);
};

/** "for what reasons?", which had no answer: nothing of it was read, so what was found before is still spoken of. */
const saidNothing = ({ query }: Turn, { marks }: Linked): boolean =>
  query === '' &&
  marks.every(
    ({ meaning }) =>
      /^(?:unknown|punctuation)$/.test(meaning.kind) ||
      (meaning.kind === 'concept' &&
        /^(?:filler|preposition|conjunction|which|list|everything|edit)$/.test(meaning.concept.kind)),
  );

/** The readings that a dialogue has led to, oldest first. */
const statesOf = (linked: Linked, turns: readonly Turn[], window: WindowNanos | null): readonly Reading[] => {
  const states: Reading[] = [];
  for (const turn of turns.slice(-turnsMax)) {
    const turned = linkTurn(linked, turn.question);
    if (turned === null) continue;
    const last = states.at(-1);
    const before = last === undefined ? turned : theTopOne(last, hoursOfBefore(last, turned));
    if (last !== undefined && UNDO.test(turn.question.trim())) {
      if (states.length > 1) states.pop();
      continue;
    }
    const again = backTo(states, turn.question.trim());
    if (last !== undefined && again === null && saidNothing(turn, before)) continue;
    if (again !== null) {
      states.push(again);
      continue;
    }
    const both = bothOf(states, before.marks);
    if (both !== null) {
      states.push(applyEdit(both.base, { ...before, marks: both.marks }, window));
      continue;
    }
    const fresh = rankCandidates({ index: linked.index, marks: before.marks, nowNanos: linked.nowNanos, window })[0];
    const next = last !== undefined && continues(last, before) ? applyEdit(last, before, window) : fresh;
    if (next !== undefined) states.push(next);
  }
  return states;
};

/** The question as an edit of the one before it, followed by what it means alone; null when it is no edit. */
export const readDialogue = (
  asked: Linked,
  context: readonly Turn[],
  window: WindowNanos | null,
  fresh: readonly Candidate[],
): readonly Candidate[] | null => {
  if (context.length === 0) return null;
  const states = statesOf(asked, context, window);
  const base = states.at(-1);
  if (base === undefined) return null;
  const linked = theTopOne(base, hoursOfBefore(base, asked));
  const again = backTo(states, linked.marks.map(({ text }) => text).join(' '));
  if (again !== null) return [{ ...toCandidate(again), score: continuity }];
  const both = bothOf(states, linked.marks);
  if (both !== null) return [applyEdit(both.base, { ...linked, marks: both.marks }, window)];
  if (!continues(base, linked)) return null;
  if (UNDO.test(linked.marks.map(({ text }) => text).join(' '))) {
    const candidate = toCandidate(states.at(-2) ?? base);
    return [{ ...candidate, score: candidate.score + continuity }];
  }
  const edited = applyEdit(base, linked, window);
  return [edited, ...fresh.filter((candidate) => candidate.query !== edited.query && candidate.scene.preds.length > 0)];
};
