import { mend, parse, printQuery } from '@clearspan/dataprime';
import { describe, expect, it } from 'vitest';

describe('spellings of other languages are mended', () => {
  it.each([
    // Operators.
    ['filter a = 1', 'filter a == 1'],
    ['filter a === 1 & b !== 2', 'filter a == 1 && b != 2'],
    ['filter a <> 1', 'filter a != 1'],
    ['filter a AND b or NOT c', 'filter a && b || !c'],
    ['filter not a == 1', 'filter !(a == 1)'],
    ["filter a in ('x', 'y')", "filter a.in('x', 'y')"],
    ["filter a:string IN ('x')", "filter a:string.in('x')"],
    ['filter a + 1 in (2)', 'filter (a + 1).in(2)'],
    ["filter a in ['x']", "filter a.inArray(['x'])"],
    ["filter not a in ('x') && b", "filter !a.in('x') && b"],
    ["create a from b = 1 ? c ?? 2 : 'y'", "create a from if(b == 1, firstNonNull(c, 2), 'y')"],
    ["filter a NOT LIKE 'x%'", "filter !(a.startsWith('x'))"],
    ['filter a not between 1 and 2', 'filter !((a >= 1 && a <= 2))'],
    ["filter a NOT IN ('x')", "filter !(a.in('x'))"],
    ["filter a contains 'x' && b", "filter a.contains('x') && b"],
    ["filter a startswith 'x'", "filter a.startsWith('x')"],
    ['filter a matches /x/', 'filter a.matches(/x/)'],
    ['filter a =~ /x/', 'filter a.matches(/x/)'],
    ["filter a =~ 'x'", "filter a ~ 'x'"],
    ["filter a ~= 'x'", "filter a ~ 'x'"],
    ["filter a !~ 'x'", "filter !(a ~ 'x')"],
    ["filter $d !~~ 'x'", "filter !($d ~~ 'x')"],
    ["filter a LIKE '%x%'", "filter a.contains('x')"],
    ["filter a like 'x%' && b", "filter a.startsWith('x') && b"],
    ["filter a like 'x'", "filter a == 'x'"],
    ['filter a IS NULL', 'filter a == null'],
    ['filter a is not null', 'filter a != null'],
    ['filter a exists && b', 'filter a != null && b'],
    ['filter a BETWEEN 1 AND 5 AND b', 'filter (a >= 1 && a <= 5) && b'],
    ['create a from b ?? c', 'create a from firstNonNull(b, c)'],
    ["create a from b > 1 ? 'x' : 'y'", "create a from if(b > 1, 'x', 'y')"],
    ['filter a == NULL || b == True', 'filter a == null || b == true'],
    ['filter parts.0 == 1', 'filter parts[0] == 1'],
    // Commands.
    ['SOURCE logs | FILTER a', 'source logs | filter a'],
    ['source logs last 24 hours', 'source logs last 24h'],
    ['source logs LAST 2 weeks', 'source logs last 14d'],
    ['sort a desc', 'orderby a desc'],
    ['ORDER BY a', 'order by a'],
    ['group by a', 'groupby a'],
    ['count by a', 'countby a'],
    ['stats count() as n, sum(b) by a, c', 'groupby a, c aggregate count() as n, sum(b)'],
    ['summarize n = count() by a', 'groupby a aggregate count() as n'],
    ['stats count()', 'aggregate count()'],
    ['eval a = b + 1, c = 2', 'create a from b + 1 | create c from 2'],
    ['fields a, b', 'choose a, b'],
    ['fields - a, b', 'remove a, b'],
    ['head 5', 'limit 5'],
    ['source logs | head', 'source logs | limit 10'],
    ['rename a as b', 'move a to b'],
    ['dedup a', 'dedupeby a'],
    ["search 'x'", "wildfind 'x'"],
    ['choose a AS b', 'choose a as b'],
    ["choose a as 'b c'", "choose a as $d['b c']"],
    ["choose a as 'b'", 'choose a as b'],
    ['source logs;', 'source logs'],
    ['join (source a) on x = y AND v == w into z', 'join (source a) on x == y && v == w into z'],
    // Slips.
    ['fliter a', 'filter a'],
    ['logs | limit 5', 'source logs | limit 5'],
    ['| limit 5', ' limit 5'],
    ['source logs limit 5', 'source logs | limit 5'],
    ['groupby a orderby b', 'groupby a | orderby b'],
    ['choose a, b, | limit 5', 'choose a, b | limit 5'],
    ['filter f(a, )', 'filter f(a )'],
    ['filter [1, 2,] == a', 'filter [1, 2] == a'],
    ['filter case { a -> 1, }', 'filter case { a -> 1 }'],
    ['union logs', 'union (source logs)'],
    ['join (source a) using k', 'join (source a) using k into joined'],
    ["text 'x'", "wildfind 'x'"],
    ['choose a as ERROR', 'choose a as $d.ERROR'],
    ['filter $meta.x', 'filter $m.x'],
    ['filter a == “x”', "filter a == 'x'"],
    ['create a from b on keypath exist fail', 'create a from b on keypath exists fail'],
  ])('%s', (text, expected) => {
    const { text: result, diagnostics: left } = mend(text);
    expect(left.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(result).toBe(expected);
    // What was understood before mending is what is written after it.
    const { query, diagnostics } = parse(text);
    if (diagnostics.every(({ code }) => code === 'DP1008'))
      expect(printQuery(query)).toBe(printQuery(parse(result).query));
  });

  it.each([
    [
      "filter a = 1 AND b in ('x') | stats count() by c | sort c",
      "filter a == 1 && b.in('x') | groupby c aggregate count() | orderby c",
    ],
    ['filter a BETWEEN 1 AND 5', 'filter a >= 1 && a <= 5'],
    ["filter NOT a LIKE '%x'", "filter !a.endsWith('x')"],
    ['eval a = 1, b = 2', 'create a from 1 | create b from 2'],
  ])('%s is read as what is meant', (text, printed) => {
    const { query, diagnostics } = parse(text);
    expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(['DP1008']));
    expect(printQuery(query)).toBe(printed);
  });

  it('leaves keys and functions of such names alone', () => {
    const text =
      'filter in == 1 && not == 2 && like.x == exists && contains(a, b) && not.x | choose and, or, is as between | groupby stats count() | orderby sort';
    expect(parse(text).diagnostics).toEqual([]);
  });

  it('tells what was mended', () => {
    expect(mend('fliter a = 1 | foo')).toMatchObject({
      text: 'filter a == 1 | foo',
      applied: [{ code: 'DP1004' }, { code: 'DP1008' }],
      diagnostics: [{ code: 'DP1004' }],
    });
  });

  it('knows SQL as a whole', () => {
    expect(parse('SELECT * FROM logs WHERE a = 1').diagnostics).toMatchObject([
      { code: 'DP1008', span: { start: 0, end: 6 } },
    ]);
    expect(parse("filter a LIKE 'x_y%'").diagnostics).toMatchObject([{ code: 'DP1008' }]);
  });
});
