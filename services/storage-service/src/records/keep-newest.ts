import type { RecordsContext } from './context.ts';

/** How often the oldest rows are deleted: once in so many inserts. */
const EVERY_ROWS = 100;

/** Keeps a table from growing for ever: after some inserts, what is older than the newest `rowsMax` goes. */
export const keepNewest = async (
  { db, rowsMax }: RecordsContext,
  table: 'feedback' | 'processing' | 'history' | 'learned_evidence',
  insertedSeq: number,
): Promise<void> => {
  if (insertedSeq % EVERY_ROWS !== 0 || insertedSeq <= rowsMax) return;
  await db
    .deleteFrom(table)
    .where('seq', '<=', insertedSeq - rowsMax)
    .execute();
};
