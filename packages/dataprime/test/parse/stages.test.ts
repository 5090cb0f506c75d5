import { COMMANDS, parse, printQuery, type Stage } from '@clearspan/dataprime';
import { describe, expect, it } from 'vitest';
import { strip } from '../strip.ts';

const stage = (text: string): Stage => {
  const { query, diagnostics } = parse(text);
  expect(diagnostics, text).toEqual([]);
  expect(query.stages.length, text).toBe(1);
  return query.stages[0] as Stage;
};

/** Every form of every command, in the words in which it is printed. */
const FORMS: Readonly<Record<string, readonly string[]>> = {
  source: [
    'source logs',
    'from default/logs',
    'source system/aaa.audit_events',
    'source system/"two words"',
    "source logs(teamId='1', version=2)",
    'source ai_sessions-claude last 1h * 2',
    "source logs around @'2024-01-01' interval 5m",
    "source logs around @'now'",
    "source logs between @'now' - 1d and @'now'",
    'source logs between $p.timeRange.startTime / 1h and $p.timeRange.endTime',
    'source last last 1h',
    'source logs timeshifted -1d',
  ],
  rows: [
    'filter a == 1',
    "f is_tool && !(b ~ 'x')",
    'where a',
    'block a',
    "find 'x' in msg",
    "text 'x' in $d",
    "wildfind 'x'",
    "wildtext 'x'",
    "lucene 'a:b AND c'",
    'limit 10',
    'dedupeby a, b.c',
    'dedupeby a keep 3 orderby b desc, c',
  ],
  shape: [
    "choose a, $l.x as y, 10 as ten, concat('a', b) as $d.x",
    'select a',
    'create a.b from c + 1',
    'c a from b on keypath exists fail on keypath missing skip on datatype changed overwrite',
    'add a + 1 as b',
    'a a from a',
    'replace a with b on datatype changed fail',
    'move a to $d.b',
    'm m to m',
    'remove a, $d.b',
    'r r',
    'convert a:number, b.c:string',
    'conv datatypes a:number',
    'convert datatypes:number',
    "redact a matching /x/ to ''",
    'roundtime to 1h',
    'roundtime $m.timestamp to 1h into b',
    'roundtime to to 1h',
  ],
  unpack: [
    'extract a into $d using regexp(e=/(?<n>x)/) datatypes n:number, m:string',
    'e e into e using jsonobject',
    "extract a into b using kv(pair_delimiter='&', key_delimiter='=')",
    "extract a into b using split(delimiter=',', element_datatype=number)",
    'explode a.b into c',
    'explode a into m original preserve',
    'enrich a into b using default/enrichments/table',
  ],
  aggregate: [
    'aggregate max(a) - min(a) as range, count()',
    'agg `{count()} rows`',
    'groupby a, $l.b as c',
    'groupby a aggregate count() as n, sum(b)',
    "groupby a agg (max(b) - min(b)).toTimeUnit('m') as minutes",
    'groupby a calculate count()',
    'groupby a calc count()',
    'groupby user count() as count',
    'groupby a `{count()}`',
    "groupby a contains(b, 'x') as odd",
    'multigroupby (a, b as c), (a) aggregate count()',
    'multigroupby (a) count()',
    'count',
    'count into n',
    'countby a',
    'countby a as x, b into n desc',
    'countby a desc',
    'distinct a, b as c',
    'top 5 path, count() as n by avg(ms) as mean',
    'bottom 3 path by n, m',
    'top 5 [a] by by',
    'orderby a, b desc, c asc',
    'sortby -x',
    'order by x * -1',
    'sort by x desc',
  ],
  combine: [
    'join (source a) on left=>x == right=>$d.y into z',
    'join left (source a | filter b) using k, l into z',
    'join inner (source a) on x == y && left=>a == right=>b into z',
    'join full (source a) using k into z',
    'join cross (source a) into z',
    'union (source a | limit 1)',
    'stitch (source a) into $d merge',
    'stitch (source a) into b',
  ],
};

describe.each(Object.entries(FORMS))('%s', (_, forms) => {
  it.each(forms)('%s', (text) => {
    const { query, diagnostics } = parse(text);
    expect(diagnostics).toEqual([]);
    expect(printQuery(query, { parens: 'written' })).toBe(text);
  });
});

describe('commands', () => {
  it('are 31, with 48 spellings, each of which is read', () => {
    const spellings = Object.values(COMMANDS).flat();
    expect([Object.keys(COMMANDS).length, spellings.length]).toEqual([31, 48]);
    const kinds = Object.values(FORMS)
      .flat()
      .map((text) => stage(text).keyword.text);
    expect(new Set(kinds)).toEqual(new Set(spellings));
  });

  it('have spans that cover what they take', () => {
    const text = 'source logs | filter a == 1 | limit 5';
    expect(parse(text).query.stages.map(({ span }) => text.slice(span.start, span.end))).toEqual([
      'source logs',
      'filter a == 1',
      'limit 5',
    ]);
  });

  it('leave out what may be left out', () => {
    expect(strip(stage("redact a /x/ to ''"))).toEqual(strip(stage("redact a matching /x/ to ''")));
    expect(stage('create a from b on datatype change skip')).toMatchObject({
      on: [{ event: 'datatype', action: 'skip' }],
    });
    expect(stage('join ( source a ) on right => a == left => b into c')).toMatchObject({
      match: {
        pairs: [{ left: { side: 'left', steps: [{ key: 'b' }] }, right: { side: 'right', steps: [{ key: 'a' }] } }],
      },
    });
  });

  it('may be none', () => {
    for (const text of ['', '  \n', '// nothing'])
      expect(parse(text)).toMatchObject({ query: { stages: [] }, diagnostics: [] });
  });

  it('take a column from an expression, with a warning', () => {
    const { query, diagnostics } = parse('choose name from a + 1');
    expect(printQuery(query)).toBe('choose a + 1 as name');
    expect(diagnostics).toMatchObject([{ code: 'DP3002', severity: 'warning', fix: { text: 'a + 1 as name' } }]);
  });
});

describe('expressions', () => {
  it.each([
    ['a || b && c == d < e + f * g', '(a || (b && (c == (d < (e + (f * g))))))'],
    ['a - b - c', '((a - b) - c)'],
    ['!a.b == -c:number', '((!a.b) == (-c:number))'],
    ['a ~ b ~~ c != d', '(((a ~ b) ~~ c) != d)'],
    ['a % b / c', '((a % b) / c)'],
    ["x.f(1, n = 'a').g()[0]:number", "x.f(1, n='a').g()[0]:number"],
    ['case { a > 1 -> b, _ -> c }.f()', 'case { a > 1 -> b, _ -> c }.f()'],
    ["case_equals{a,'x'->1,_->2}", "case_equals { a, 'x' -> 1, _ -> 2 }"],
    ['k.inArray((|source logs|distinct k|))', 'k.inArray((| source logs | distinct k |))'],
  ])('%s', (text, grouped) => {
    const { query, diagnostics } = parse(`filter ${text}`);
    expect(diagnostics).toEqual([]);
    const [filter] = query.stages;
    const again = parse(`filter ${grouped}`);
    expect(again.diagnostics).toEqual([]);
    expect(strip(filter, { parens: true })).toEqual(strip(again.query.stages[0], { parens: true }));
    expect(printQuery(query)).toBe(printQuery(again.query));
  });
});
