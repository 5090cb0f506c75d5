import { DATABASE, type DdlOptions, onCluster, storedName, TABLES, ttlOf } from '@clearspan/telemetry-store';
import type { Run } from './run.ts';

/** The days of a table were written when it was created; the option may have changed since. */
export const keepRetention = async (run: Run, { retentionDays, cluster = null }: DdlOptions): Promise<void> => {
  const rows = await run(`SELECT name, create_table_query FROM system.tables WHERE database = '${DATABASE}'`);
  const created = new Map(rows.map(([name, sql]) => [String(name), String(sql)]));
  for (const table of Object.values(TABLES)) {
    const name = storedName(table.name, cluster);
    const sql = created.get(name) ?? '';
    const days = /\bTTL .*?toIntervalDay\((\d+)\)/s.exec(sql)?.[1];
    const ttl = ttlOf(table, retentionDays);
    const alter = `ALTER TABLE ${DATABASE}.${name}${onCluster(cluster)}`;
    if (ttl === null && days !== undefined) await run(`${alter} REMOVE TTL`);
    if (ttl === null || ttl.endsWith(` + INTERVAL ${days} DAY`)) continue;
    // Parts that are too old are found by the background merge; nothing is rewritten now.
    await run(`${alter} MODIFY TTL ${ttl} SETTINGS materialize_ttl_after_modify = 0`);
  }
};
