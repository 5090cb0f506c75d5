import { migrate } from '../../packages/telemetry-store-clickhouse/src/schema/migrate.ts';
import { insertLogs, insertSpans, type Slice } from './data-sql.ts';
import type { Engine } from './engine.ts';

const SLICE_ROWS = 1_000_000;

/** One block a slice, so that parts are as few and as large as after the merges of a live store. */
const INSERT_SETTINGS =
  'SETTINGS max_insert_threads = 1, max_threads = 2, min_insert_block_size_rows = 1000000, min_insert_block_size_bytes = 0';

const fillTable = async (
  engine: Engine,
  table: string,
  total: number,
  sql: (slice: Slice) => string,
): Promise<void> => {
  const [row] = await engine.rows(`SELECT count() FROM otel.${table}`);
  const held = Number(row?.[0]);
  if (held === total) return;
  if (held > 0) await engine.run(`TRUNCATE TABLE otel.${table}`);
  const started = performance.now();
  for (let from = 0; from < total; from += SLICE_ROWS)
    await engine.run(`${sql({ from, to: Math.min(from + SLICE_ROWS, total), total })} ${INSERT_SETTINGS}`);
  console.log(`filled ${table} with ${total} rows in ${Math.round((performance.now() - started) / 1000)} s`);
};

/** Makes the tables of the store and fills them, unless they hold as many rows already. Merges stay stopped. */
export const fill = async (engine: Engine, logs: number, spans: number): Promise<void> => {
  // As the store makes them, so that it takes the directory for its own.
  await migrate((sql) => (sql.startsWith('SELECT') ? engine.rows(sql) : engine.run(sql).then(() => [])), {
    retentionDays: null,
  });
  await engine.run('SYSTEM STOP MERGES');
  await fillTable(engine, 'logs', logs, insertLogs);
  await fillTable(engine, 'spans', spans, insertSpans);
};
