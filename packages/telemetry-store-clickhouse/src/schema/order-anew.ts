import { createTables, DATABASE, type DdlOptions, redView, TABLES } from '@clearspan/telemetry-store';
import type { Run } from './run.ts';

const NAME = `${DATABASE}.red_1m`;
const ANEW = `${NAME}_anew`;
/** States of quantiles are large in memory. */
const SMALL_BLOCKS = 'max_threads = 1, max_block_size = 2048, min_insert_block_size_rows = 16384';

const sortingKey = async (run: Run): Promise<string> => {
  const [[key] = []] = await run(
    `SELECT sorting_key FROM system.tables WHERE database = '${DATABASE}' AND name = '${TABLES.red_1m.name}'`,
  );
  return `(${String(key)})`;
};

/**
 * Brings the rows of `otel.red_1m` into the order that its definition has now, a day at a time. It may be broken off
 * anywhere and run again. Nothing is taken in meanwhile.
 */
export const orderRedAnew = async (run: Run, options: DdlOptions): Promise<void> => {
  if ((await sortingKey(run)) !== TABLES.red_1m.orderBy) {
    await run(`DROP TABLE IF EXISTS ${ANEW}`);
    for (const sql of createTables(TABLES.red_1m, options)) await run(sql.replace(NAME, ANEW));
    for (const [day] of await run(`SELECT DISTINCT toYYYYMMDD(minute) AS day FROM ${NAME} ORDER BY day`))
      await run(
        `INSERT INTO ${ANEW} SELECT * FROM ${NAME} WHERE toYYYYMMDD(minute) = ${Number(day)} SETTINGS ${SMALL_BLOCKS}`,
      );
    // What fills the table knows it by more than its name.
    await run(`DROP VIEW IF EXISTS ${NAME}_mv`);
    await run(`EXCHANGE TABLES ${NAME} AND ${ANEW}`);
  }
  await run(`DROP TABLE IF EXISTS ${ANEW}`);
  await run(redView(null));
};
