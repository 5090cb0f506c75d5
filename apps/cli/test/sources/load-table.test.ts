import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type EmbeddedStore, openEmbeddedStore } from '@clearspan/telemetry-store-clickhouse';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadTable } from '../../src/sources/load-table.ts';

let dir: string;
let store: EmbeddedStore;
let tables = 0;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'clearspan-table-test-'));
  store = await openEmbeddedStore({ path: join(dir, 'engine'), retentionDays: null, tables: 'temporary' });
});
afterAll(async () => {
  await store?.close();
  rmSync(dir, { recursive: true, force: true });
});

const write = (content: string | Uint8Array): string => {
  const file = join(dir, 'table.csv');
  writeFileSync(file, content);
  return file;
};

/** The rows the engine then holds, in their order. */
const load = async (content: string | Uint8Array) => {
  tables += 1;
  const name = `t${tables}`;
  const { columns } = await loadTable(store, { name, file: write(content) }, tables);
  const limits = { ms: 10_000, memoryBytes: 100_000_000, rows: 1_000 };
  const sql = `SELECT key, position, columns FROM otel.enrichments WHERE name = '${name}' ORDER BY position`;
  return { columns, rows: (await store.query({ sql, limits })).rows };
};

test('the first column is the key, every value is text, rows are counted from 0', async () => {
  expect(await load('service,team,size\nweb,shop,3\npay,,007\nweb,again,\n')).toEqual({
    columns: ['service', 'team', 'size'],
    rows: [
      ['web', '0', { service: 'web', team: 'shop', size: '3' }],
      ['pay', '1', { service: 'pay', team: '', size: '007' }],
      ['web', '2', { service: 'web', team: 'again', size: '' }],
    ],
  });
});

test('quotes, doubled quotes, line ends and commas inside, CRLF, a byte order mark, no line end at the end', async () => {
  const text = '\uFEFF"a","b ""x"""\r\n"1,\r\n2","say ""hi""\n"\r\n  k , v ';
  expect(await load(text)).toEqual({
    columns: ['a', 'b "x"'],
    rows: [
      ['1,\r\n2', '0', { a: '1,\r\n2', 'b "x"': 'say "hi"\n' }],
      ['  k ', '1', { a: '  k ', 'b "x"': ' v ' }],
    ],
  });
});

test('cells that a row does not have are empty, empty lines are none', async () => {
  expect((await load('a,b,c\n1\n\n2,x\n')).rows).toEqual([
    ['1', '0', { a: '1', b: '', c: '' }],
    ['2', '1', { a: '2', b: 'x', c: '' }],
  ]);
});

test('a header alone is a table without rows; packed files are unpacked', async () => {
  expect(await load('a,b\n')).toEqual({ columns: ['a', 'b'], rows: [] });
  expect((await load(gzipSync('a\nx\n'))).rows).toEqual([['x', '0', { a: 'x' }]]);
});

test.each([
  ['', /: expected a header, found nothing$/],
  ['a,,c\n', /: expected a name in each cell of the header, found none in cell 2$/],
  ['a,b,a\n', /: expected each column once, found `a` twice$/],
  ['a,b\n1,2\n1,2,3\n', /: line 3: expected at most 2 cells as the header has, found 3$/],
  ['a,b\n"1,2\n', /: line 2: expected a quotation mark that ends the cell, found the end of the file$/],
  ['a,b\n1"2,3\n', /: line 2: expected a cell that is quoted from its start, found a quotation mark inside it$/],
  ['a,b\n"1"2,3\n', /: line 2: expected a comma or the end of the line behind a quoted cell, found more of it$/],
  [`a\n${'x'.repeat(1_048_577)}\n`, /: line 2: expected at most 1048576 bytes in a cell, found 1048577$/],
  [`a\n${'é'.repeat(600_000)}\n`, /: line 2: expected at most 1048576 bytes in a cell, found 1200000$/],
  [Array.from({ length: 1_001 }, (_, n) => `c${n}`).join(','), /: expected at most 1000 columns, found 1001$/],
])('%#: what is no table says why', async (text, message) => {
  await expect(loadTable(store, { name: 'wrong', file: write(text) }, 0)).rejects.toThrow(message);
});

test('more rows than a table may have', async () => {
  const text = `a\n${'x\n'.repeat(1_000_001)}`;
  await expect(loadTable({ insert: async () => undefined }, { name: 'long', file: write(text) }, 0)).rejects.toThrow(
    /: expected at most 1000000 rows, found more$/,
  );
});

test('a file that is not there', async () => {
  const file = join(dir, 'none.csv');
  await expect(loadTable(store, { name: 'none', file }, 0)).rejects.toThrow(`${file} cannot be read: ENOENT`);
});
