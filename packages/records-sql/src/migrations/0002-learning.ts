import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { DbSystem } from '../traced-dialect.ts';
import { key, numbered, text } from './columns.ts';

/** What was learned and from what; and who has asked a question, in which conversation. */
export const learning = (system: DbSystem): Migration => ({
  up: async (db: Kysely<unknown>) => {
    await numbered(db, 'learned', system)
      .addColumn('id', 'text', key)
      .addColumn('kind', 'text', text)
      .addColumn('same_as', 'text', text)
      .addColumn('scope', 'text', text)
      .addColumn('owner', 'text', text)
      .addColumn('content', 'text', text)
      .addColumn('origin', 'text', text)
      .addColumn('active', 'integer', text)
      .addColumn('learned_at', 'text', text)
      .addColumn('changed_at', 'text', text)
      .addColumn('changed_by', 'text', text)
      .addUniqueConstraint('learned_once', ['scope', 'owner', 'kind', 'same_as'])
      .execute();
    await numbered(db, 'learned_evidence', system)
      .addColumn('learned_id', 'text', text)
      .addColumn('feedback_id', 'text')
      .addColumn('question', 'text', text)
      .addColumn('before_query', 'text', text)
      .addColumn('after_query', 'text', text)
      .addColumn('given_by', 'text', text)
      .addColumn('given_in', 'text')
      .addColumn('given_at', 'text', text)
      .execute();
    await db.schema.createIndex('learned_evidence_of').on('learned_evidence').column('learned_id').execute();
    await db.schema
      .createIndex('learned_evidence_by')
      .on('learned_evidence')
      .columns(['given_by', 'given_at'])
      .execute();
    await db.schema.alterTable('history').addColumn('conversation_id', 'text').execute();
    await db.schema.alterTable('history').addColumn('asked_by', 'text').execute();
    await db.schema
      .createIndex('history_conversation')
      .on('history')
      .columns(['conversation_id', 'asked_by'])
      .execute();
  },
});
