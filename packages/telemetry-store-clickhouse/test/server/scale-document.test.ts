import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EmbeddedStore, openEmbeddedStore } from '../../src/index.ts';
import { ownSettings, readSettings, writeSettings } from '../../src/server/server-settings.ts';

const DOCUMENT = new URL('../../../../docs/scale.md', import.meta.url);

let path: string;
let store: EmbeddedStore;
let text: string;
beforeAll(async () => {
  path = await mkdtemp(join(tmpdir(), 'document-'));
  store = await openEmbeddedStore({ path, retentionDays: null, tables: 'none' });
  text = await readFile(DOCUMENT, 'utf8');
});
afterAll(async () => {
  await store.close();
  await rm(path, { recursive: true, force: true });
});

test('the engine reads every statement of docs/scale.md', async () => {
  const blocks = [...text.matchAll(/```sql\n(.*?)```/gs)].map(([, block = '']) => block);
  const statements = blocks.flatMap((block) => block.split(/;\n/)).filter((sql) => sql.trim() !== '');
  expect(statements.length).toBeGreaterThan(5);
  const limits = { ms: 10_000, memoryBytes: 100_000_000, rows: 1_000 };
  for (const sql of statements) await store.query({ sql: `EXPLAIN AST ${sql}`, limits });
});

test('docs/scale.md names every setting that the store gives', () => {
  const given = [readSettings, writeSettings, ownSettings].flatMap((settings) => Object.keys(settings('obs')));
  const [, rest = ''] = text.split('### What the store sets');
  const [told = ''] = rest.split('### ');
  expect([...new Set(given)].filter((name) => !told.includes(name))).toEqual([]);
});

/** Spans a second of the columns. */
const RATES = [10_000, 1_000_000, 100_000_000];
const DAY_S = 86_400;
const FIGURES: readonly (readonly [row: string, of: (r: number) => number])[] = [
  ['OTLP in, MB/s', (r) => (r * 416) / 1e6],
  ['cores of stores, busy', (r) => (r * 5) / 1e6],
  ['store processes', (r) => Math.ceil(r / 50_000)],
  ['cores of stores, planned', (r) => Math.ceil(r / 50_000) * 2],
  ['rows to the servers, MB/s', (r) => (r * 728) / 1e6],
  ['cores of one copy in the engine, busy', (r) => (r * 10) / 1e6],
  ['cores of two copies, busy', (r) => (r * 16) / 1e6],
  ['cores of two copies, planned', (r) => (r * 32) / 1e6],
  ['disk of a day, one copy, TB', (r) => (r * DAY_S * 53) / 1e12],
  ['disk of 15 days, one copy, TB', (r) => (r * DAY_S * 53 * 15) / 1e12],
  ['disks for two copies, TB', (r) => (r * DAY_S * 53 * 15 * 2) / 0.8 / 1e12],
  ['Kafka in, MB/s', (r) => (r * 104) / 1e6],
  ['Kafka written, three copies, MB/s', (r) => (r * 104 * 3) / 1e6],
  ['partitions of spans', (r) => Math.ceil((r * 104) / 5e6)],
  ['brokers, by what is written', (r) => Math.ceil((r * 104 * 3) / 100e6)],
  ['Kafka of 6 hours, three copies, TB', (r) => (r * 104 * 3 * 21_600) / 1e12],
];

test('the arithmetic of docs/scale.md is right', () => {
  const [, rest = ''] = text.split('<!-- arithmetic -->\n');
  const lines = rest.split('\n').slice(2);
  const rows = lines
    .slice(
      0,
      lines.findIndex((line) => !line.startsWith('|')),
    )
    .map((line) => {
      const [name = '', , ...figures] = line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim());
      return [name, figures.map(Number)] as const;
    });
  expect(rows.map(([name]) => name)).toEqual(FIGURES.map(([name]) => name));
  for (const [i, [name, of]] of FIGURES.entries())
    for (const [column, rate] of RATES.entries()) expect(rows[i]?.[1][column], name).toBeCloseTo(of(rate), 1);
});
