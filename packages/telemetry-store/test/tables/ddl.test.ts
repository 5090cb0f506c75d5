import { expect, test } from 'vitest';
import { createTable, ddl, rowStructure, sameDays, TABLES } from '../../src/index.ts';

test('every table of telemetry has a time to live, or none has', () => {
  const creates = (days: number | null): string[] =>
    ddl({ retentionDays: days === null ? null : sameDays(days) }).filter((statement) =>
      statement.startsWith('CREATE TABLE'),
    );
  expect(creates(7)).toHaveLength(Object.keys(TABLES).length);
  for (const statement of creates(7))
    if (!statement.includes('otel.enrichments')) expect(statement).toContain('+ INTERVAL 7 DAY');
  for (const statement of creates(null)) expect(statement).not.toContain('TTL');
});

test.each([0, -1, 1.5, Number.NaN])('%d days are refused', (days) => {
  expect(() => ddl({ retentionDays: sameDays(days) })).toThrow(/^expected a whole number of days above 0, found/);
});

test('each data set has its own days, and what is folded from it the same', () => {
  const retentionDays = { logs: 3, spans: 5, metrics: 7 };
  const days = Object.values(TABLES).map((table) => [
    table.name,
    /INTERVAL (\d+)/.exec(createTable(table, { retentionDays }))?.[1],
  ]);
  expect(Object.fromEntries(days)).toMatchObject({
    logs: '3',
    spans: '5',
    traces: '5',
    metric_series: '7',
    import_chunks: '7',
    exemplars: '7',
  });
});

test('tables that records are looked up in are kept', () => {
  expect(createTable(TABLES.enrichments, { retentionDays: sameDays(7) })).toMatchInlineSnapshot(`
    "CREATE TABLE IF NOT EXISTS otel.enrichments (
      \`name\` LowCardinality(String) CODEC(ZSTD(1)),
      \`key\` String CODEC(ZSTD(1)),
      \`position\` UInt64 CODEC(ZSTD(1)),
      \`columns\` Map(String, String) CODEC(ZSTD(1))
    ) ENGINE = MergeTree
    ORDER BY (name, key, position)
    SETTINGS index_granularity = 2048, ttl_only_drop_parts = 1, merge_selector_base = 8"
  `);
});

test('temporary tables have the same columns, and nothing that makes inserts slow', () => {
  const sql = createTable(TABLES.logs, { retentionDays: null, temporary: true });
  for (const [name, type] of TABLES.logs.columns) expect(sql).toContain(`\`${name}\` ${type} CODEC(LZ4)`);
  expect(sql).not.toMatch(/INDEX |PARTITION|ZSTD|TTL/);
});

test('the wire structure lists names and types in the order of the columns', () => {
  expect(rowStructure(TABLES.metric_points)).toMatchInlineSnapshot(
    `"\`metric\` LowCardinality(String), \`series\` UInt64, \`ts\` DateTime64(3, 'UTC'), \`start\` DateTime64(3, 'UTC'), \`v\` Float64, \`flags\` UInt8"`,
  );
});
