import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TABLES } from '@clearspan/telemetry-store';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NO_CONNECTION, openPlanner, type Planner } from '../../src/test-server/index.ts';

/** What DataPrime compiles to, by its own tests. */
const COMPILED = fileURLToPath(new URL('../../../dataprime/test/golden/', import.meta.url));
const DENIED = 288;

let path: string;
let planner: Planner;
beforeAll(async () => {
  path = await mkdtemp(join(tmpdir(), 'plans-'));
  planner = await openPlanner(path);
});
afterAll(async () => {
  await planner.close();
  await rm(path, { recursive: true, force: true });
});

test('the engine makes the tables of all shards', async () => {
  const sql = "SELECT name FROM system.tables WHERE engine = 'Distributed' ORDER BY name";
  const made = await planner.run(sql, { readonly: 2 });
  const { data } = JSON.parse(made.ok ? Buffer.from(made.bytes).toString() : '{}') as { data: string[][] };
  expect(data.flat()).toEqual(Object.keys(TABLES).toSorted((a, b) => (a < b ? -1 : 1)));
});

test('every statement that DataPrime compiles to is planned over all shards', async () => {
  const names = (await readdir(COMPILED)).filter((name) => name.endsWith('.sql'));
  const refused: string[] = [];
  let planned = 0;
  for (const name of names) {
    const code = await planner.plan(await readFile(join(COMPILED, name), 'utf8'));
    if (code === 0) planned += 1;
    else if (code !== NO_CONNECTION) refused.push(`${name}: ${code}`);
  }
  expect(refused).toEqual([]);
  expect(planned).toBeGreaterThan(names.length * 0.9);
});

test('what joins two tables of all shards is denied without the settings of the store', async () => {
  const sql = 'SELECT count() FROM otel.spans WHERE trace_id IN (SELECT trace_id FROM otel.traces)';
  expect(await planner.run(`EXPLAIN ${sql}`, {})).toMatchObject({ ok: false, code: DENIED });
  expect(await planner.plan(sql)).toBe(NO_CONNECTION);
});
