import { LEARNED_QUERY_CHARS_MAX, type LearnedContent } from '@clearspan/contracts';
import { printQuery } from '@clearspan/dataprime';
import { generate, type InterpretInput } from '../interpret.ts';
import { linkQuestion } from '../link/link-question.ts';
import { rankCandidates } from '../rank/candidates.ts';
import { classifyQuestion } from '../router/route.ts';
import { type Correction, soundQuery } from './correction.ts';
import { mineAlias } from './mine-alias.ts';
import { mineAvoided } from './mine-avoided.ts';
import { shapeOf, sourceOf } from './query-slots.ts';
import { questionForm } from './question-form.ts';

/** A judged answer. */
export interface Feedback {
  readonly question: string;
  /** What was answered; empty where the question got no query. */
  readonly query: string;
  /** What was meant, as somebody has written it. */
  readonly corrected: string | null;
  /** 1 to 5. */
  readonly rating: number;
}

export interface Lesson {
  readonly learned: readonly LearnedContent[];
  /** Why nothing was learned; null where something was. */
  readonly reason: string | null;
}

const positiveMin = 4;
const negativeMax = 2;

const nothing = (reason: string): Lesson => ({ learned: [], reason });
const one = (content: LearnedContent): Lesson => ({ learned: [content], reason: null });

/**
 * What there is to learn from a judged answer. The question is read again here: what is concluded rests on this reading
 * and on the query that was meant, and on no claim of whoever sent them about how it was read. Nothing is learned from what is declined.
 */
export const learnFrom = (feedback: Feedback, input: InterpretInput): Lesson => {
  const { question, rating } = feedback;
  const routed = classifyQuestion(question);
  if (routed.kind !== 'language') return nothing('only questions that can be answered teach anything');
  const linked = linkQuestion(routed, input.catalog, input.nowNanos, input.learned);
  const permissive = { ...input, mode: 'permissive' as const };
  if (generate(linked, permissive).kind !== 'answer')
    return nothing('only questions that can be answered teach anything');
  const corrected = feedback.corrected?.trim() || null;
  if (corrected === null && rating < positiveMin) return nothing('a low rating alone does not say what was meant');
  const text = corrected ?? feedback.query;
  if (text.length > LEARNED_QUERY_CHARS_MAX)
    return nothing(`expected a query of at most ${LEARNED_QUERY_CHARS_MAX} characters, found ${text.length}`);
  const meant = soundQuery(text, linked);
  if (meant === null) return nothing(`the ${corrected === null ? 'accepted' : 'corrected'} query has errors`);
  const remembered = (): Lesson =>
    one({ kind: 'memory', question, query: printQuery(meant), form: questionForm(linked), shape: shapeOf(meant) });
  if (corrected === null) return remembered();

  const candidates = rankCandidates({
    index: linked.index,
    marks: linked.marks,
    nowNanos: input.nowNanos,
    window: null,
  });
  const reading = candidates.find(({ ast }) => sourceOf(ast) === sourceOf(meant)) ?? candidates[0];
  if (reading === undefined) return nothing('the question has no reading');
  const correction: Correction = { question, input: permissive, linked, reading, meant };
  const alias = mineAlias(correction);
  if (alias.ok) return one(alias.content);
  const avoided = rating <= negativeMax ? mineAvoided(correction) : null;
  if (avoided?.ok) return one(avoided.content);
  return candidates.some(({ ast }) => shapeOf(ast) === shapeOf(meant)) ? remembered() : nothing(alias.reason);
};
