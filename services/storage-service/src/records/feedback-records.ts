import type { Records } from '../core/records.ts';
import type { RecordsContext } from './context.ts';
import { keepNewest } from './keep-newest.ts';

const RECENT_ROWS = 10;
const POSITIVE_MIN = 4;
const NEGATIVE_MAX = 2;

export const feedbackRecords = (context: RecordsContext): Pick<Records, 'addFeedback' | 'feedbackStats'> => {
  const { db, now, newId } = context;
  return {
    addFeedback: async (feedback) => {
      const id = newId();
      const stored_at = now();
      const { seq } = await db
        .insertInto('feedback')
        .values({
          id,
          stored_at,
          user_input: feedback.user_input,
          generated_query: feedback.generated_query,
          rating: feedback.rating,
          comment: feedback.comment ?? null,
          corrected_query: feedback.corrected_query ?? null,
          trace_id: feedback.trace_id ?? null,
          metadata: feedback.metadata === undefined ? null : JSON.stringify(feedback.metadata),
        })
        .returning('seq')
        .executeTakeFirstOrThrow();
      await keepNewest(context, 'feedback', Number(seq));
      return { feedback_id: id, stored_at };
    },
    feedbackStats: async () => {
      const sums = await db
        .selectFrom('feedback')
        .select(({ fn, eb }) => [
          fn.countAll<number>().as('total'),
          fn.count<number>(eb.case().when('rating', '>=', POSITIVE_MIN).then(1).end()).as('positive'),
          fn.count<number>(eb.case().when('rating', '<=', NEGATIVE_MAX).then(1).end()).as('negative'),
        ])
        .executeTakeFirstOrThrow();
      const recent = await db
        .selectFrom('feedback')
        .select(['id as feedback_id', 'user_input', 'generated_query', 'rating', 'comment', 'trace_id', 'stored_at'])
        .orderBy('seq', 'desc')
        .limit(RECENT_ROWS)
        .execute();
      const total = Number(sums.total);
      const positive = Number(sums.positive);
      return {
        total_feedback: total,
        positive_feedback: positive,
        negative_feedback: Number(sums.negative),
        satisfaction_rate: total === 0 ? null : positive / total,
        recent_feedback: recent,
      };
    },
  };
};
