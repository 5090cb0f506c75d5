import { type ProcessingRecord, processingRecord } from '@clearspan/contracts';
import type { ProcessingTable } from '@clearspan/records-sql';
import type { Selectable } from 'kysely';
import type { Records } from '../core/records.ts';
import type { RecordsContext } from './context.ts';
import { keepNewest } from './keep-newest.ts';

const contentOf = (record: ProcessingRecord): Omit<ProcessingTable, 'seq' | 'task_id' | 'record_id' | 'stored_at'> => ({
  user_input: record.user_input,
  query: record.query,
  trace_id: record.trace_id,
  complexity: JSON.stringify(record.complexity),
  insights: JSON.stringify(record.insights),
  transformed: JSON.stringify(record.transformed),
});

const recordOf = (row: Selectable<ProcessingTable>): ProcessingRecord =>
  processingRecord.parse({
    user_input: row.user_input,
    query: row.query,
    trace_id: row.trace_id,
    complexity: JSON.parse(row.complexity) as unknown,
    insights: JSON.parse(row.insights) as unknown,
    transformed: JSON.parse(row.transformed) as unknown,
  });

export const processingRecords = (context: RecordsContext): Pick<Records, 'putProcessing' | 'processing'> => {
  const { db, now, newId } = context;
  return {
    putProcessing: async (taskId, record) => {
      const id = newId();
      const content = contentOf(record);
      const row = await db
        .insertInto('processing')
        .values({ task_id: taskId, record_id: id, stored_at: now(), ...content })
        .onConflict((conflict) => conflict.column('task_id').doUpdateSet(content))
        .returning(['seq', 'record_id', 'stored_at'])
        .executeTakeFirstOrThrow();
      const created = row.record_id === id;
      if (created) await keepNewest(context, 'processing', Number(row.seq));
      return { record_id: row.record_id, stored_at: row.stored_at, created };
    },
    processing: async (taskId) => {
      const row = await db.selectFrom('processing').selectAll().where('task_id', '=', taskId).executeTakeFirst();
      if (!row) return null;
      return { task_id: row.task_id, record_id: row.record_id, stored_at: row.stored_at, ...recordOf(row) };
    },
  };
};
