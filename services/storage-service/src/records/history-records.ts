import { type HistoryItem, insight, validation } from '@clearspan/contracts';
import type { HistoryTable } from '@clearspan/records-sql';
import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Records } from '../core/records.ts';
import type { RecordsContext } from './context.ts';
import { keepNewest } from './keep-newest.ts';

type Row = Selectable<HistoryTable>;
type Insights = HistoryItem['insights'];
type Feedback = HistoryItem['feedback'];

const insights = z.array(insight);

const itemOf = (row: Row, found: Insights, feedback: Feedback): HistoryItem => ({
  id: row.id,
  asked_at: row.asked_at,
  user_input: row.user_input,
  query: row.query,
  intent: row.intent,
  validation: validation.parse(JSON.parse(row.validation)),
  row_count: row.row_count === null ? null : Number(row.row_count),
  execution_time_ms: row.execution_time_ms,
  trace_id: row.trace_id,
  task_id: row.task_id,
  conversation_id: row.conversation_id,
  asked_by: row.asked_by,
  insights: found,
  feedback,
});

/**
 * History rows with what belongs to them, in one statement for each table whatever the number of rows. A trace may hold
 * several questions, so insights go by the task where there is one; of several ratings the newest counts.
 */
const joined = async ({ db }: RecordsContext, rows: readonly Row[]): Promise<HistoryItem[]> => {
  if (rows.length === 0) return [];
  const traces = [...new Set(rows.map((row) => row.trace_id))];
  const processed = await db
    .selectFrom('processing')
    .select(['task_id', 'trace_id', 'insights'])
    .where('trace_id', 'in', traces)
    .orderBy('seq')
    .execute();
  const rated = await db
    .selectFrom('feedback')
    .select(['trace_id', 'rating', 'comment'])
    .where('trace_id', 'in', traces)
    .orderBy('seq')
    .execute();
  const byTask = new Map(processed.map((row) => [row.task_id, row.insights]));
  const byTrace = new Map(processed.map((row) => [row.trace_id, row.insights]));
  const ratings = new Map(rated.map(({ trace_id, rating, comment }) => [trace_id, { rating, comment }]));
  return rows.map((row) => {
    const text = row.task_id === null ? byTrace.get(row.trace_id) : byTask.get(row.task_id);
    const found = text === undefined ? null : insights.parse(JSON.parse(text));
    return itemOf(row, found, ratings.get(row.trace_id) ?? null);
  });
};

type HistoryRecords = Pick<Records, 'addHistory' | 'history' | 'historyItem' | 'turns'>;

export const historyRecords = (context: RecordsContext): HistoryRecords => {
  const { db, now, newId } = context;
  return {
    addHistory: async (entry) => {
      const id = newId();
      const asked_at = now();
      const { seq } = await db
        .insertInto('history')
        .values({
          id,
          asked_at,
          ...entry,
          validation: JSON.stringify(entry.validation),
          conversation_id: entry.conversation_id ?? null,
          asked_by: entry.asked_by ?? null,
        })
        .returning('seq')
        .executeTakeFirstOrThrow();
      await keepNewest(context, 'history', Number(seq));
      return { id, asked_at };
    },
    history: async (limit, before, of = null) => {
      const all = db.selectFrom('history').selectAll().orderBy('seq', 'desc');
      const newest =
        of === null ? all : all.where('conversation_id', '=', of.conversationId).where('asked_by', '=', of.user);
      const rows = await (before === null ? newest : newest.where('seq', '<', Number(before)))
        .limit(limit + 1)
        .execute();
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      return {
        items: await joined(context, shown),
        next_cursor: rows.length > limit && last ? String(last.seq) : null,
      };
    },
    turns: async ({ conversationId, user }, limit) => {
      const rows = await db
        .selectFrom('history')
        .select(['user_input as question', 'query'])
        .where('conversation_id', '=', conversationId)
        .where('asked_by', '=', user)
        .orderBy('seq', 'desc')
        .limit(limit)
        .execute();
      return rows.toReversed();
    },
    historyItem: async (id) => {
      const row = await db.selectFrom('history').selectAll().where('id', '=', id).executeTakeFirst();
      const [item] = row ? await joined(context, [row]) : [];
      return item ?? null;
    },
  };
};
