import { openRecords } from '@clearspan/records-sql';
import type { Records } from '../core/records.ts';
import type { RecordsContext } from './context.ts';
import { feedbackRecords } from './feedback-records.ts';
import { historyRecords } from './history-records.ts';
import { learnedRecords } from './learned-records.ts';
import { processingRecords } from './processing-records.ts';

export interface SqlRecordsOptions {
  readonly file: string;
  readonly now: () => Date;
  readonly newId: () => string;
  /** Rows of each table at most, give or take a hundred; the oldest go. */
  readonly rowsMax: number;
}

/** Records in the SQL database of `records-sql`. */
export const openSqlRecords = async ({ file, now, newId, rowsMax }: SqlRecordsOptions): Promise<Records> => {
  const db = await openRecords({ file });
  return sqlRecords({ db, now: () => now().toISOString(), newId, rowsMax });
};

/** Records in a database that has their tables, whatever its dialect. */
export const sqlRecords = (context: RecordsContext): Records => {
  const { db } = context;
  const count = async (table: 'feedback' | 'processing' | 'history'): Promise<number> => {
    const row = await db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    return Number(row.n);
  };
  return {
    ...feedbackRecords(context),
    ...processingRecords(context),
    ...historyRecords(context),
    ...learnedRecords(context),
    counts: async () => ({
      feedback: await count('feedback'),
      processing: await count('processing'),
      history: await count('history'),
    }),
    close: () => db.destroy(),
  };
};
