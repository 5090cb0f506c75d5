import { createHash } from 'node:crypto';
import { LEARNING_LIMITS, type LearnedEvidence, type LearnedRecord, learnedContent } from '@clearspan/contracts';
import type { LearnedTable, RecordTables } from '@clearspan/records-sql';
import type { Kysely, Selectable } from 'kysely';

export type LearnedRow = Selectable<LearnedTable>;
type Db = Kysely<RecordTables>;

/** Keys may be longer than what an index takes. */
export const sameAs = (key: string): string => createHash('sha256').update(key).digest('hex');

export const recordOf = (row: LearnedRow, evidence: LearnedEvidence[]): LearnedRecord => ({
  id: row.id,
  scope: row.scope,
  owner: row.owner,
  content: learnedContent.parse(JSON.parse(row.content)),
  origin: row.origin,
  active: Number(row.active) === 1,
  learned_at: row.learned_at,
  changed_at: row.changed_at,
  changed_by: row.changed_by,
  evidence,
});

/** Rows with their evidence, in one statement for all of them. */
export const withEvidence = async (db: Db, rows: readonly LearnedRow[]): Promise<LearnedRecord[]> => {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const given = await db
    .selectFrom('learned_evidence')
    .selectAll()
    .where('learned_id', 'in', ids)
    .orderBy('seq')
    .execute();
  const byEntry = Map.groupBy(given, ({ learned_id }) => learned_id);
  return rows.map((row) =>
    recordOf(
      row,
      (byEntry.get(row.id) ?? []).slice(-LEARNING_LIMITS.evidencePerEntryMax).map((one) => ({
        feedback_id: one.feedback_id,
        question: one.question,
        before: one.before_query,
        after: one.after_query,
        user: one.given_by,
        at: one.given_at,
      })),
    ),
  );
};
