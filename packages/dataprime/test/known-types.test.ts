import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  arrayOf,
  check,
  compile,
  decodeRow,
  NUMBER,
  otelStorage,
  parse,
  plan,
  type SchemaField,
  STRING,
  type Type,
  UNKNOWN,
} from '../src/index.ts';
import { createEngine, type Engine, type Envelope } from './harness/engine.ts';
import { CONTEXT, printRow } from './harness/run-query.ts';

const field = (path: readonly string[], ...types: readonly Type[]): SchemaField => ({ root: 'd', path, types });
const SCHEMA = {
  fields: () => [
    field(['msg'], STRING),
    field(['other'], STRING),
    field(['code'], STRING, NUMBER),
    field(['tags'], arrayOf(UNKNOWN)),
    field(['n'], NUMBER),
  ],
};

const MESSAGES = [
  'TIMEOUT While calling',
  'timeout_while=calling',
  'timeout\nwhile (CALLING)',
  'timeout while recalling',
  'timeout café while',
  'Café timeout-WHILE',
  '100%done timeout while',
  'while timeout',
  'ſtart while timeout while',
  '',
];
const ROWS: readonly Envelope[] = MESSAGES.map((msg, index) => ({
  $m: {
    timestamp: `2024-05-01T00:00:0${index}.000000000Z`,
    logid: `l${index}`,
    ...(index % 3 === 0 ? {} : { severity: index % 2 === 0 ? 'Error' : 'Debug' }),
  },
  $l: index % 4 === 0 ? {} : { applicationname: 'shop' },
  $d: {
    ...(index === 7 ? {} : { msg }),
    other: index % 2 === 0 ? 'timeout while calling' : 'x',
    ...(index === 2 ? {} : { code: index % 3 === 0 ? `E${index % 2}` : index % 2 }),
    ...(index % 4 === 1 ? {} : { tags: index % 4 === 2 ? [null, 'null', 'a', 1] : [] }),
    n: index - 3,
  },
}));

let engine: Engine;
beforeAll(() => {
  engine = createEngine();
  engine.insertLogs(ROWS);
});
afterAll(() => engine.close());

const sqlOf = (text: string, known: boolean) => {
  const { query, diagnostics } = check(parse(text), { schema: known ? SCHEMA : null });
  if (query === null) throw new Error(JSON.stringify(diagnostics));
  const result = compile(plan(query), otelStorage, CONTEXT);
  if (!result.ok) throw new Error(result.error.message);
  return result.compiled;
};
const rowsOf = (text: string, known: boolean): readonly string[] => {
  const compiled = sqlOf(text, known);
  return engine
    .query(compiled.sql)
    .map((row) => printRow(decodeRow(compiled, row)))
    .sort();
};

describe('what is known of the data changes how it is read, not what is found', () => {
  it.each([
    'timeout while',
    'Timeout WHILE calling',
    'while calling',
    'calling',
    'café',
    'timeout café',
    '100%done timeout',
    'start',
    'e',
    '--',
  ])('searching for %j', (phrase) => {
    const query = `filter msg ~ '${phrase}' | choose $m.logid as id`;
    expect(rowsOf(query, true)).toEqual(rowsOf(query, false));
  });

  it.each([
    'countby code',
    "filter code == 'E1' | countby code",
    'explode tags into tag | countby tag',
    'explode tags into tag original preserve | filter tag == null | choose $m.logid as id, tag',
    'groupby $m.severity as s, $l.applicationname as a aggregate count() as n',
    'filter $m.severity < ERROR | choose $m.logid as id',
    'block $m.severity != ERROR | choose $m.logid as id',
    'filter n <= 0 | choose n',
    'filter 0 < n | choose n',
    'dedupeby code orderby $m.timestamp desc | choose code, $m.logid as id, msg',
    'dedupeby $l.applicationname orderby $m.timestamp | orderby $m.logid',
    'choose n, $m.timestamp as at, msg | filter n > 1 && at > @1714521603000000000 | orderby at desc | limit 2',
    'choose n as k, msg | groupby k / 2 as half aggregate count() as c',
  ])('%s', (query) => {
    const rows = rowsOf(query, true);
    expect(rows).not.toEqual([]);
    expect(rows).toEqual(rowsOf(query, false));
  });
});

it('finds a text in any case although the index holds lower case', () => {
  expect(rowsOf("filter msg ~ 'TimeOut while' | choose $m.logid as id", true)).toEqual([
    '{"$d":{"id":"l0"}}',
    '{"$d":{"id":"l1"}}',
    '{"$d":{"id":"l2"}}',
    '{"$d":{"id":"l3"}}',
    '{"$d":{"id":"l5"}}',
    '{"$d":{"id":"l6"}}',
    '{"$d":{"id":"l8"}}',
  ]);
});

describe('where the engine can use what it stores', () => {
  it.each([
    ["filter msg ~ 'Slow query' | count", "hasAllTokens(mapValues(d_str), 'slow query')"],
    // Only a condition on the table's own rows is answered from the index; elsewhere it would compare case.
    ["aggregate count_if(msg ~ 'Slow') as n", 'hasTokenCaseInsensitive'],
    ['filter $m.severity >= ERROR | count', '(severity >= 5)'],
    ['orderby $m.timestamp desc | limit 1', 'ORDER BY ts DESC'],
    ['choose $m.timestamp as at | orderby at', 'ORDER BY ts ASC'],
    ['countby $l.applicationname', 'GROUP BY applicationname'],
    ['source spans | filter $m.duration > 0.3 | count', '(duration >= 301)'],
    ['source spans | filter $m.duration <= 1.5 | count', '(duration < 1501)'],
    ["source spans | filter $m.kind == 'SERVER' | count", '(kind = 2)'],
    ["source spans | filter $m.statusCode == 'UNSET' | count", 'not(in(status, tuple(1, 2)))'],
  ])('%s', (query, sql) => {
    expect(sqlOf(query, true).sql).toContain(sql);
  });

  it('leaves the text of the record alone where only scalars are known', () => {
    expect(sqlOf('countby code', true).sql).not.toContain('d_json');
    expect(sqlOf('countby code', false).sql).toContain('d_json');
  });
});
