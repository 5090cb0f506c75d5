import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Engine, openEngine } from '../support/engine.ts';

/** The tables that queries of the language's own tests run on: a smaller copy, in a database of its own here. */
const COPY = new URL('../../../dataprime/test/harness/tables.sql', import.meta.url);

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
  const sql = readFileSync(COPY, 'utf8').replaceAll('otel', 'copied');
  for (const statement of sql.split(/;\n/)) if (statement.trim() !== '') await engine.run(statement);
});
afterAll(() => engine?.close());

const columnsOf = async (database: string, table: string): Promise<Map<unknown, unknown>> => {
  const rows = await engine.rows(
    `SELECT name, type FROM system.columns WHERE database = '${database}' AND table = '${table}'`,
  );
  return new Map(rows.map(({ name, type }) => [name, type]));
};

test.each(['logs', 'spans', 'enrichments'])(
  'what DataPrime is tested on are columns that %s of the store have',
  async (table) => {
    const copied = await columnsOf('copied', table);
    const held = await columnsOf('otel', table);
    expect(copied.size).toBeGreaterThan(3);
    expect([...copied].map(([name]) => [name, held.get(name)])).toEqual([...copied]);
  },
);
