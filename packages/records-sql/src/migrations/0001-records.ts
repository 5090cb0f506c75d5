import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { DbSystem } from '../traced-dialect.ts';
import { key, numbered, text } from './columns.ts';

/** Feedback, processing records and history, as they are first. */
export const records = (system: DbSystem): Migration => ({
  up: async (db: Kysely<unknown>) => {
    await numbered(db, 'feedback', system)
      .addColumn('id', 'text', key)
      .addColumn('stored_at', 'text', text)
      .addColumn('user_input', 'text', text)
      .addColumn('generated_query', 'text', text)
      .addColumn('rating', 'integer', (column) => column.notNull().check(sql`rating between 1 and 5`))
      .addColumn('comment', 'text')
      .addColumn('corrected_query', 'text')
      .addColumn('trace_id', 'text')
      .addColumn('metadata', 'text')
      .execute();
    await db.schema.createIndex('feedback_trace').on('feedback').column('trace_id').execute();
    await numbered(db, 'processing', system)
      .addColumn('task_id', 'text', key)
      .addColumn('record_id', 'text', key)
      .addColumn('stored_at', 'text', text)
      .addColumn('user_input', 'text', text)
      .addColumn('query', 'text', text)
      .addColumn('trace_id', 'text', text)
      .addColumn('complexity', 'text', text)
      .addColumn('insights', 'text', text)
      .addColumn('transformed', 'text', text)
      .execute();
    await db.schema.createIndex('processing_trace').on('processing').column('trace_id').execute();
    await numbered(db, 'history', system)
      .addColumn('id', 'text', key)
      .addColumn('asked_at', 'text', text)
      .addColumn('user_input', 'text', text)
      .addColumn('query', 'text', text)
      .addColumn('intent', 'text', text)
      .addColumn('validation', 'text', text)
      .addColumn('row_count', system === 'sqlite' ? 'integer' : 'bigint')
      .addColumn('execution_time_ms', 'double precision')
      .addColumn('trace_id', 'text', text)
      .addColumn('task_id', 'text')
      .execute();
  },
});
