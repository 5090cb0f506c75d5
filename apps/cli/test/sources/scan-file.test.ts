import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedStore, openEmbeddedStore } from '@clearspan/telemetry-store-clickhouse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFileSource } from '../../src/sources/file-source.ts';
import type { QuerySource } from '../../src/sources/query-source.ts';
import { prepareScan, runScan, SCAN_ENGINE } from '../../src/sources/scan-file.ts';

/** What JSON can look like, and still mean the same to the engine as to `JSON.parse`. */
const LINES: readonly string[] = [
  '{"status":500,"path":"/cart","ok":true,"user":{"id":1,"plan":"free"},"ms":1.5}',
  '{"status":200,"path":"/cart","ok":false,"user":{"id":2,"plan":"pro"},"ms":0.1}',
  '  { "status" : 404 , "path" :\t"/login" , "user" : { "id" : 3 } }  ',
  '{"status": 503, "path": "/a\\u003cb\\u003e", "ms": 1e3, "note": "\\"status\\": 1"}\r',
  '{"path":"/\\u0000nul","status":0,"when":"2026-01-05","ms":5e-324}',
  '{"path":"caf\\u00e9 \\ud83d\\ude00 \u00fc","status":9007199254740993}',
  '{"path":"","status":18446744073709551615,"ms":123456789.123456789}',
  '{"path":null,"status":null,"other":"status"}',
  '{"user":{"id":4,"plan":"free","status":"inner"},"path":"/x","status":-1}',
  '{"user":null,"status":1E2,"path":"/x","list":["status","path",{"status":"x"}]}',
  '{"\\u0073tatus":500,"path":"/escaped"}',
  '{"path":"/deep","tree":{"a":{"b":{"c":[[[1]]]}}},"many":[{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{}]}',
  '{"$m":1,"$x":2,"path":"/dollar","status":1}',
  '{"path":"\\\\\\"status\\"","ms":-0.5,"status":7}',
  `{"path":"/long","status":500,"text":"${'x'.repeat(20_000)}"}`,
  '',
  ' \t ',
  '{}',
];

/** Every one is read in place. */
const QUERIES: readonly string[] = [
  'count',
  'filter status >= 500 | count',
  'filter $d.status == 500 || path == "/cart" | count',
  'filter !(status >= 500) | count',
  'filter status != null | count',
  'filter status == null | count',
  'groupby path aggregate count() as n',
  'groupby path, ok aggregate count() as n, min(status) as low, max(ms) as high',
  'groupby status aggregate distinct_count(path) as paths, count_if(ok) as fine',
  'countby user.plan',
  'groupby user.id aggregate max(path) as last, approx_count_distinct(path) as paths',
  'filter path.startsWith("/") | groupby path.length() as units aggregate count() as n',
  'filter path ~ "cart" | count',
  'filter path.in("/cart", "/x") && status > 0 | countby path',
  'create slow from ms > 1 | groupby slow aggregate count() as n',
  'groupby ms aggregate count() as n | filter n > 1 | count',
  'groupby path aggregate count() as n | orderby n desc, path asc | limit 3',
  'distinct path',
  'filter nothing == 5 | count',
  'groupby missing.below aggregate count() as n',
  'groupby status * 2 as twice aggregate count() as n',
  'filter status:string == "500" | count',
  'groupby case { status >= 500 -> "bad", _ -> "good" } as kind aggregate count() as n',
  'filter false | count',
];

/** Every one depends on more than the lines, or on the order of rows. */
const LOADED: readonly string[] = [
  'filter status >= 500',
  'filter status >= 500 | limit 2',
  'countby $m.timestamp / 1h',
  'countby $l.other',
  'countby $m.logid',
  'source logs last 1h | count',
  'groupby path aggregate sum(ms) as total',
  'groupby path aggregate count() as n | limit 2',
  'groupby path aggregate any_value(status) as one',
  'countby list',
  'countby many[0]',
  'groupby $p.timeRange.startTime as t aggregate count() as n',
  'filter $d ~~ "cart" | count',
  'choose path',
  'distinct path | limit 1',
  'filter (',
];

/** Lines that a scan refuses: what loading does with them is something else than what the engine would read. */
const REFUSED: readonly (readonly [why: string, line: string])[] = [
  ['plain text', 'GET /cart 500'],
  ['an array', '[1]'],
  ['a number', '5'],
  ['a text', '"x"'],
  ['not closed', '{"status":500'],
  ['text behind it', '{"status":500}x'],
  ['a comma too many', '{"status":500,}'],
  ['an envelope', '{"$m":{"timestamp":"2026-01-05T00:00:00Z"},"$d":{"status":500}}'],
  ['an envelope by escapes', '{"\\u0024d":{"status":500}}'],
  ['an OTLP request', '{ "resourceLogs":[]}'],
  ['the last of two keys counts', '{"status":500,"status":1}'],
  ['two keys, one escaped', '{"status":500,"\\u0073tatus":1}'],
  ['two keys around the field', '{"user":{"id":1},"user":{"id":2}}'],
  ['a text where numbers are', '{"status":"500"}'],
  ['a text where numbers are, spaced', '{"status" : "500"}'],
  ['a truth value where numbers are', '{"status":true}'],
  ['an array where numbers are', '{"status":[500]}'],
  ['an object where numbers are', '{"status":{"code":500}}'],
  ['a number where text is', '{"path":5}'],
  ['an object where text is', '{"path":{"a":1}}'],
  ['a number where truth values are', '{"ok":1}'],
  ['a text where truth values are', '{"ok":"true"}'],
  ['a value where none was', '{"nothing":1}'],
  ['minus zero', '{"status":-0}'],
  ['minus zero with decimals', '{"status": -0.0 }'],
  ['a number beyond doubles', '{"x":1e400}'],
  ['an integer beyond 64 bits', '{"x":123456789012345678901234567890}'],
  ['half a surrogate pair', '{"x":"\\ud800"}'],
  ['deep nesting', `{"x":${'['.repeat(64)}${']'.repeat(64)}}`],
  ['a record beyond its limit', `{"x":"${'x'.repeat(1_100_000)}"}`],
  [
    'long keys above many values',
    `{"${'k'.repeat(40_000)}":{${Array.from({ length: 40 }, (_, i) => `"a${i}":1`).join(',')}}}`,
  ],
  ['a byte order mark inside', '\uFEFF{"status":500}'],
  ['a control character', '{"x":"\u0001"}'],
];
/** Reads a field of every type, and one that is not there. */
const TYPED = 'filter ok != true || nothing == null | groupby status, path, user.id aggregate count() as n';

let dir: string;
let engine: EmbeddedStore;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'clearspan-scan-test-'));
  engine = await openEmbeddedStore({ ...SCAN_ENGINE, path: join(dir, 'engine') });
});
afterAll(async () => {
  await engine?.close();
  rmSync(dir, { recursive: true, force: true });
});

const write = (name: string, content: string | Uint8Array): string => {
  const file = join(dir, name);
  writeFileSync(file, content);
  return file;
};
const scan = async (file: string, query: string) => {
  const prepared = await prepareScan(file, { query });
  return prepared === null ? null : runScan(engine, prepared, 0);
};
const unordered = (rows: readonly unknown[]): readonly string[] => rows.map((row) => JSON.stringify(row)).toSorted();

describe('what is read in place is what loading gives', () => {
  let loaded: QuerySource;
  let file: string;
  beforeAll(async () => {
    file = write('lines.ndjson', LINES.map((line) => `${line}\n`).join(''));
    loaded = await openFileSource({ logs: [file], spans: [], tables: [] }, () => undefined);
  });
  afterAll(() => loaded?.close());

  test.each(QUERIES)('%s', async (query) => {
    const [inPlace, asRecords] = [await scan(file, query), await loaded.query({ query })];
    if (!inPlace?.ok || !asRecords.ok) throw new Error(`${JSON.stringify(inPlace)} ${JSON.stringify(asRecords)}`);
    const rows = query.includes('orderby') ? (all: readonly unknown[]) => all : unordered;
    expect(rows(inPlace.value.rows)).toEqual(rows(asRecords.value.rows));
    expect(inPlace.value.columns).toEqual(asRecords.value.columns);
    expect(inPlace.value.warnings).toEqual(asRecords.value.warnings);
  });

  test.each(LOADED)('not in place: %s', async (query) => {
    expect(await scan(file, query)).toBeNull();
  });

  test('a window of the caller is one of records', async () => {
    const window = { from: '2020-01-01T00:00:00Z', to: '2030-01-01T00:00:00Z' };
    expect(await prepareScan(file, { query: 'count', window })).toBeNull();
  });
});

const HEAD_QUERIES: readonly string[] = [
  'countby $m.severity',
  'filter $m.severity == ERROR | countby $l.subsystemname',
  'filter $m.severity > INFO || $m.severity == null | countby $l.applicationname',
  'groupby $l.subsystemname, $l.computername aggregate min($m.severity) as low, count() as n',
  'filter $l.subsystemname == "web" | count',
  'filter $l.subsystemname == "default" | count',
];

/** Lines that have their severity and labels in one way, and what else may stand beside it. */
const HEADS: readonly (readonly [why: string, lines: readonly string[]])[] = [
  [
    'words',
    [
      '{"level":"error","service":"web"}',
      '{"level":"WARN","service":"pay","hostname":"h1"}',
      '{"level":"odd","service":""}',
      '{"level":null}',
      '{}',
    ],
  ],
  ['tens', ['{"level":50,"name":"x"}', '{"level":30}', '{"level":7}', '{"level":61}', '{"level":12.5}']],
  [
    'numbers of OpenTelemetry',
    ['{"severityNumber":17,"app":"shop"}', '{"severityNumber":10}', '{"severityNumber":50}', '{"severityNumber":0}'],
  ],
  [
    'a word and a number',
    [
      '{"severity":"ERROR","severityNumber":9,"service.name":"web"}',
      '{"severity":"Warning","severityNumber":17,"service.name":"pay"}',
    ],
  ],
  [
    'nested',
    [
      '{"log":{"level":"error"},"service":{"name":"web","namespace":"shop"},"host":{"name":"h"}}',
      '{"log":{},"service":{"name":"pay"}}',
      '{"service":[1]}',
    ],
  ],
  ['flat with dots', ['{"log.level":"fatal","service.name":"web","service.namespace":"shop","host.name":"h"}']],
  [
    'several keys, the first always decides',
    [
      '{"level":"info","@l":"error","service":"web","component":"db"}',
      '{"level":"error","@l":"info","service":"pay","component":"db"}',
    ],
  ],
  ['nothing', ['{"a":1}', '{"a":2}']],
  ['names in values', ['{"level":"info","msg":"severity","keys":["lvl","app",{"app":"x"}],"other":{"level":"error"}}']],
];

/** The first line is one of many, the second one a scan refuses behind them. */
const HEADS_REFUSED: readonly (readonly [why: string, first: string, line: string])[] = [
  ['a key that comes before', '{"level":"info"}', '{"severity":"error","level":"info"}'],
  ['a key that comes after, where the first holds none', '{"level":"info"}', '{"@l":"error"}'],
  ['a key that comes after, where the first is no severity', '{"level":"info"}', '{"level":"odd","@l":"error"}'],
  ['digits in a text', '{"level":"info"}', '{"level":"17"}'],
  ['blanks around a word', '{"level":"info"}', '{"level":" error"}'],
  ['blanks beyond ASCII', '{"level":"info"}', '{"level":"error\u2003"}'],
  ['another type', '{"level":"info"}', '{"level":50}'],
  ['a key twice', '{"level":"info"}', '{"level":"info","level":"error"}'],
  ['an escaped key that comes before', '{"level":"info"}', '{"\\u0073everity":"error"}'],
  ['a key that comes before, twice', '{"level":"info"}', '{"severity":{},"severity":"error"}'],
  ['a label nobody had', '{"a":1}', '{"service":"web"}'],
  ['a label of another key', '{"service":"web"}', '{"component":"web"}'],
  ['blanks around a label', '{"service":"web"}', '{"service":"web "}'],
  [
    'a flat key that hides a nested one',
    '{"service":{"name":"web"}}',
    '{"service.name":null,"service":{"name":"web"}}',
  ],
];

describe('severity and labels are those of the records', () => {
  test.each(HEADS)('%s', async (why, lines) => {
    const file = write(`${why.replaceAll(' ', '-')}.ndjson`, lines.map((line) => `${line}\n`).join(''));
    const loaded = await openFileSource({ logs: [file], spans: [], tables: [] }, () => undefined);
    try {
      for (const query of HEAD_QUERIES) {
        const [inPlace, asRecords] = [await scan(file, query), await loaded.query({ query })];
        if (!inPlace?.ok || !asRecords.ok)
          throw new Error(`${query} ${JSON.stringify(inPlace)} ${JSON.stringify(asRecords)}`);
        expect([query, unordered(inPlace.value.rows)]).toEqual([query, unordered(asRecords.value.rows)]);
      }
    } finally {
      await loaded.close();
    }
  });

  test.each(HEADS_REFUSED)('refused: %s', async (_, first, line) => {
    const query = 'groupby $l.subsystemname aggregate max($m.severity) as most';
    const many = `${first}\n`.repeat(3_000);
    expect(await scan(write('heads.ndjson', many), query)).toMatchObject({ ok: true });
    expect(await scan(write('heads.ndjson', `${many}${line}\n`), query)).toBeNull();
  });

  test.each([
    ['two types', '{"level":"info"}\n{"level":30}\n'],
    ['a number for a label', '{"service":7}\n'],
  ])('not in place where the first key has %s', async (_, lines) => {
    expect(
      await prepareScan(write('mixed.ndjson', lines), {
        query: 'groupby $l.subsystemname, $m.severity aggregate count() as n',
      }),
    ).toBeNull();
  });
});

describe('a line that only loading understands ends the scan', () => {
  const first = '{"status":500,"path":"/cart","ok":true,"user":{"id":1}}\n';

  test('none of them', async () => {
    expect(await scan(write('clean.ndjson', first.repeat(3_000)), TYPED)).toMatchObject({ ok: true });
  });

  // Behind the sample, so that only the scan itself can see it.
  test.each(REFUSED)('%s', async (_, line) => {
    expect(await scan(write('refused.ndjson', `${first.repeat(3_000)}${line}\n`), TYPED)).toBeNull();
  });

  test('also where the query would not have looked at it', async () => {
    const file = write('passed.ndjson', `${first.repeat(3_000)}{"status":1,"status":2}\n`);
    expect(await scan(file, 'filter status >= 500 | count')).toBeNull();
  });

  test.each([
    'filter nothing >= 5 | count',
    'filter nothing | count',
    'groupby nothing.ever:timestamp as t aggregate count() as n',
  ])('a key that the sample does not have: %s', async (query) => {
    const line = '{"nothing":{"ever":"2026-01-05T00:00:00Z"}}\n{"nothing":7}\n{"nothing":true}\n';
    expect(await scan(write('later.ndjson', first.repeat(3_000)), query)).toMatchObject({ ok: true });
    expect(await scan(write('later.ndjson', `${first.repeat(3_000)}${line}`), query)).toBeNull();
  });

  test('bytes that are no UTF-8', async () => {
    const bytes = Buffer.concat([
      Buffer.from(first.repeat(3_000)),
      Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d, 10]),
    ]);
    expect(await scan(write('bytes.ndjson', bytes), 'count')).toBeNull();
  });
});

test.each(['we{1..2}ird.ndjson', 'any*.ndjson', 'a?.ndjson', 'a::b.ndjson'])(
  'a name the engine would take for others: %s',
  async (name) => {
    expect(await scan(write(name, '{"status":500}\n'), 'count')).toBeNull();
  },
);

test.each(["quote'd.ndjson", 'back\\slash.ndjson', 'named.gz', 'sp ace, [b].ndjson'])(
  'a name that is only a name: %s',
  async (name) => {
    expect(await scan(write(name, '{"status":500}'), 'count')).toMatchObject({
      ok: true,
      value: { rows: [{ $d: { _count: 1 } }] },
    });
  },
);

test('rows beyond the default are those of the records', async () => {
  const lines = Array.from({ length: 2_500 }, (_, n) => `{"n":${n}}\n`).join('');
  const file = write('many.ndjson', lines);
  expect(await scan(file, 'countby n')).toBeNull();
  expect(await scan(file, 'groupby n aggregate count() as c | orderby n desc')).toMatchObject({
    ok: true,
    value: { truncated: true },
  });
});
