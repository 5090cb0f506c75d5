import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTables, ddl, isClusterName, RETENTION_DAYS_DEFAULT, sameDays, TABLES } from '../../src/index.ts';
import { type Engine, openEngine } from '../support/engine.ts';

const OPTIONS = { retentionDays: sameDays(RETENTION_DAYS_DEFAULT), cluster: 'obs' };
const statements = ddl(OPTIONS);

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.close());

test('the statements for a cluster are those that were written down', async () => {
  await expect(`${statements.join(';\n\n')};\n`).toMatchFileSnapshot('statements/cluster.sql');
});

test('the statements for one engine are those that were written down', async () => {
  const single = ddl({ retentionDays: OPTIONS.retentionDays });
  await expect(`${single.join(';\n\n')};\n`).toMatchFileSnapshot('statements/single.sql');
});

test.each(statements.map((sql) => [sql.split('\n', 1)[0] as string, sql]))('the engine reads: %s', async (_, sql) => {
  expect((await engine.rows(`EXPLAIN AST ${sql}`)).length).toBeGreaterThan(0);
});

test('every statement is one of every server, and leaves alone what is there', () => {
  for (const sql of statements)
    expect(sql).toMatch(/^CREATE (DATABASE|TABLE|MATERIALIZED VIEW) IF NOT EXISTS \S+ ON CLUSTER `obs`/);
});

describe.each(Object.values(TABLES).map((table) => [table.name, table] as const))('%s', (name, table) => {
  const [stored = '', all = '', ...more] = createTables(table, OPTIONS);

  test('is kept by replicas on each shard, and is all shards by its plain name', () => {
    expect(more).toEqual([]);
    const [kind, own = ''] = table.engine.split(/(?=\()/);
    const place = `'/clickhouse/tables/{shard}/otel/${name}_local', '{replica}'`;
    expect(stored).toContain(`CREATE TABLE IF NOT EXISTS otel.${name}_local ON CLUSTER \`obs\` (`);
    expect(stored).toContain(`ENGINE = Replicated${kind}(${place}${own.replace('(', ', ').replace(')', '')})\n`);
    expect(all).toBe(
      `CREATE TABLE IF NOT EXISTS otel.${name} ON CLUSTER \`obs\` AS otel.${name}_local\nENGINE = Distributed('obs', 'otel', '${name}_local', ${table.shardBy})`,
    );
  });

  test('remembers tokens as replicas do', () => {
    expect(stored).not.toContain('non_replicated_deduplication_window');
    expect(stored.includes('replicated_deduplication_window = ')).toBe(table.dedupWindowBlocks > 0);
    expect(stored.includes('replicated_deduplication_window_seconds = ')).toBe(table.dedupWindowBlocks > 0);
  });

  test('gives the same shard to the same row', async () => {
    const [{ type } = {}] = await engine.rows(
      `SELECT toTypeName(any(shard)) AS type FROM (SELECT ${table.shardBy} AS shard FROM otel.${name})`,
    );
    expect(type).toMatch(/^UInt/);
    expect(table.shardBy).not.toMatch(/rand|now|generate|rowNumber|hostName/i);
  });
});

test('views fill the table of their own shard from that of their own shard', () => {
  const views = statements.filter((sql) => sql.startsWith('CREATE MATERIALIZED VIEW'));
  expect(views.map((sql) => /TO (\S+) AS/.exec(sql)?.[1])).toEqual(['otel.traces_local', 'otel.red_1m_local']);
  for (const sql of views) {
    const read = [...sql.matchAll(/(?:FROM|JOIN) (otel\.\w+)/g)].map(([, table]) => table);
    expect(read).toEqual(['otel.spans_local']);
  }
});

test('what has a meaning in SQL or in a path is no name of a cluster', () => {
  expect(['obs', 'a-b_c.1'].filter(isClusterName)).toEqual(['obs', 'a-b_c.1']);
  expect(['', '`', "a'b", 'a b', '{x}', 'a/b', 'x'.repeat(65)].filter(isClusterName)).toEqual([]);
});
