import { compose, type Reading } from '../compose/compose.ts';
import type { WindowNanos } from '../compose/finish.ts';
import { assume, conceptAt, fieldAt } from '../compose/scene.ts';
import type { Turn } from '../interpretation.ts';
import { sameField } from '../ir/field-ref.ts';
import type { Pred, QueryIR } from '../ir/query-ir.ts';
import { type Linked, linkTurn } from '../link/link-question.ts';
import { type Candidate, rankCandidates, toCandidate } from '../rank/candidates.ts';
import { ignoredMarks } from '../rank/coverage.ts';
import { asksForRows, isEdit } from './is-edit.ts';
import { mergeEdit, type ResultShape } from './merge.ts';

/** Older turns say little about what "that" is. */
const turnsMax = 8;

/** Continuing the dialogue is likelier than starting anew where both can be read. */
const continuity = 1;

const wantedShape = (reading: Reading, linked: Linked): ResultShape => {
  if (asksForRows(linked.marks)) return 'rows';
  const { scene } = reading;
  const bare =
    scene.counted &&
    scene.keys.length === 0 &&
    scene.metrics.length === 0 &&
    scene.bucket === null &&
    !scene.marks.some((_, at) => conceptAt(scene, at)?.kind === 'cut');
  return bare ? 'count' : 'same';
};

const DROPS = /^(?:and )?(?:remove|drop|clear|undo|lose|without)\b.*\bfilters?\b/i;

/** "remove the region filter": the conditions on the fields that are named. */
const withoutFilter = (base: Reading, reading: Reading): QueryIR => {
  const named = reading.scene.marks.flatMap((_, at) => fieldAt(reading.scene, at) ?? []);
  const dropped = (pred: Pred): boolean => {
    if (pred.kind === 'not') return dropped(pred.pred);
    return (
      'field' in pred &&
      pred.field !== null &&
      named.some((field) => pred.field !== null && sameField(field, pred.field))
    );
  };
  return { ...base.ir, where: base.ir.where.filter((pred) => !dropped(pred)) };
};

const applyEdit = (base: Reading, linked: Linked, window: WindowNanos | null): Candidate => {
  const ranks = linked.marks.some(
    (mark) => mark.meaning.kind === 'concept' && /^(cut|superlative)$/.test(mark.meaning.concept.kind),
  );
  const seed = ranks ? { keys: base.ir.keys, metrics: base.ir.metrics } : null;
  const reading = compose({
    dataset: base.ir.dataset,
    index: linked.index,
    marks: linked.marks,
    nowNanos: linked.nowNanos,
    window,
    valueRank: 0,
    seed,
  });
  const ir = DROPS.test(linked.routed.question)
    ? withoutFilter(base, reading)
    : mergeEdit(base, reading.scene, wantedShape(reading, linked), window, linked.nowNanos);
  const scene = {
    ...reading.scene,
    bucket: reading.scene.bucket ?? base.scene.bucket,
    assumptions: [...reading.scene.assumptions],
    doubt: reading.scene.doubt * base.scene.doubt,
  };
  // What the earlier question said and did not get is missing here too.
  for (const { text } of ignoredMarks(base.scene)) assume(scene, `"${text}" of the question before is not used`, 0.7);
  const candidate = toCandidate({ ir, scene });
  return { ...candidate, score: candidate.score + continuity };
};

/** The reading that a dialogue has led to, the last turn included; null where no turn was a question. */
const stateOf = (linked: Linked, turns: readonly Turn[], window: WindowNanos | null): Reading | null => {
  let state: Reading | null = null;
  for (const turn of turns.slice(-turnsMax)) {
    const before = linkTurn(linked, turn.question);
    if (before === null) continue;
    const fresh = rankCandidates({ index: linked.index, marks: before.marks, nowNanos: linked.nowNanos, window })[0];
    state = state !== null && isEdit(before.marks) ? applyEdit(state, before, window) : (fresh ?? state);
  }
  return state;
};

/** The question as an edit of the one before it, followed by what it means alone; null when it is no edit. */
export const readDialogue = (
  linked: Linked,
  context: readonly Turn[],
  window: WindowNanos | null,
  fresh: readonly Candidate[],
): readonly Candidate[] | null => {
  if (context.length === 0 || !isEdit(linked.marks)) return null;
  const base = stateOf(linked, context, window);
  if (base === null) return null;
  const edited = applyEdit(base, linked, window);
  return [edited, ...fresh.filter((candidate) => candidate.query !== edited.query && candidate.scene.preds.length > 0)];
};
