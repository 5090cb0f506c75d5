import { describe, expect, test } from 'vitest';
import {
  arrayOf,
  type CompileContext,
  check,
  compile,
  type LineHead,
  lineReads,
  linesStorage,
  NUMBER,
  OBJECT,
  parse,
  plan,
  type SchemaField,
  STRING,
  UNKNOWN,
} from '../../src/index.ts';

const field = (path: readonly string[], ...types: SchemaField['types']): SchemaField => ({ root: 'd', path, types });
const FIELDS: readonly SchemaField[] = [
  field(['status'], NUMBER),
  field(['path'], STRING),
  field(['user', 'id'], NUMBER),
  field(['mixed'], STRING, NUMBER),
  field(['list'], arrayOf(UNKNOWN)),
  field(['empty'], OBJECT),
  field(['a"b'], STRING),
  field(['straße'], STRING),
];
const SEVERITY: LineHead = {
  root: 'm',
  key: 'severity',
  holder: { path: ['level'], type: 'string' },
  before: [['severity']],
  after: [],
  codes: [['error', 5]],
  otherwise: null,
};

const planOf = (text: string) => {
  const { query, diagnostics } = check(parse(text), { schema: { fields: () => FIELDS } });
  if (query === null) throw new Error(JSON.stringify(diagnostics));
  return plan(query);
};
const reads = (text: string) => lineReads(planOf(text), { fields: FIELDS, heads: [SEVERITY] });

describe('what a plan reads from lines', () => {
  test.each([
    ['count', []],
    ['filter status > 1 && path != null | count', ['number status', 'string path']],
    ['groupby user.id aggregate max(path) as last | orderby last | limit 3', ['number user.id', 'string path']],
    ['distinct path', ['string path']],
    ['filter unseen == 1 | count', ['absent unseen']],
    ['filter status.below == 1 | count', ['absent status.below']],
  ])('%s', (text, fields) => {
    expect(reads(text)?.fields.map(({ type, path }) => `${type} ${path.join('.')}`)).toEqual(fields);
  });

  test('a head, once', () => {
    expect(reads('filter $m.severity == ERROR | countby $m.severity')).toEqual({ fields: [], heads: [SEVERITY] });
  });

  test.each([
    'filter status > 1',
    'choose status',
    'source spans | count',
    'source logs last 1h | count',
    'source logs | filter $m.timestamp > now() - 1h | count',
    'limit 5 | count',
    'groupby path aggregate count() as n | limit 5',
    'groupby path aggregate count() as n | orderby n | groupby n aggregate count() as m | limit 5',
    'countby mixed',
    'countby list',
    'countby empty',
    'countby user',
    "countby $d['a\"b']",
    "countby $d['straße']",
    'countby $l.subsystemname',
    'groupby path aggregate avg(status) as mean',
    'groupby path aggregate percentile(0.5, status) as half',
    'groupby path aggregate collect(status) as all',
  ])('not from lines: %s', (text) => {
    expect(reads(text)).toBeNull();
  });
});

test('the path of the file is a literal, and every line is looked at before the query is', () => {
  const context: CompileContext = { nowNanos: 0n, timeRange: { fromNanos: 0n, toNanos: 1n }, rowsMax: 10 };
  const text = 'filter unseen == 1 | count';
  const result = compile(
    planOf(text),
    linesStorage("/it's \\ a 'file'", reads(text) ?? { fields: [], heads: [] }),
    context,
  );
  const sql = result.ok ? result.compiled.sql : '';
  expect(sql).toContain(
    "FROM file('/it\\'s \\\\ a \\'file\\'', 'LineAsString', 'line String', 'none')\nWHERE (throwIf(",
  );
  expect(sql).not.toContain('ts >=');
  // A constant would spare the engine the lines.
  expect(sql).toMatch(/\(JSONExtract\(line, 'unseen', 'Nullable\(Float64\)'\) = 1\.\)/);
});
