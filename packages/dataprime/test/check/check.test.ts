import { describe, expect, it } from 'vitest';
import { type CheckOptions, check, NUMBER, parse, type SchemaSource, STRING } from '../../src/index.ts';

/** Diagnostics as `code severity message`, with what each fix makes of the query. */
const told = (text: string, options: CheckOptions = {}): string[] =>
  check(parse(text), options).diagnostics.map(({ code, severity, message, fix }) => {
    const fixed = fix === undefined ? '' : ` => ${text.slice(0, fix.span.start)}${fix.text}${text.slice(fix.span.end)}`;
    return `${code} ${severity}: ${message}${fixed}`;
  });

const SCHEMA: SchemaSource = {
  fields: (dataset) =>
    dataset === 'logs'
      ? [
          { root: 'd', path: ['status'], types: [NUMBER] },
          { root: 'd', path: ['msg'], types: [STRING] },
          { root: 'd', path: ['user', 'id'], types: [STRING] },
          { root: 'd', path: ['mixed'], types: [STRING, NUMBER] },
        ]
      : null,
};

const cases = (name: string, table: readonly (readonly [string, ...string[]])[], options?: CheckOptions): void => {
  describe(name, () => {
    for (const [text, ...expected] of table) it(text, () => expect(told(text, options)).toEqual(expected));
  });
};

cases('names in closed rows', [
  [
    'groupby path aggregate count() as n | orderby nn',
    'DP2001 error: unknown field `nn`; did you mean `n`? => groupby path aggregate count() as n | orderby n',
  ],
  ['choose status | filter duration > 5', 'DP2001 error: unknown field `duration`'],
  [
    'groupby $l.applicationname | filter $l.applicationname == null',
    'DP2001 error: unknown field `$l.applicationname`; an earlier stage moved it to `applicationname` => groupby $l.applicationname | filter applicationname == null',
  ],
  ['choose a.b as x.y | choose x.y.z, x'],
  [
    'groupby a aggregate sum(b) | filter _sum > 1',
    'DP3005 warning: `_sum` is read as `_sum0` => groupby a aggregate sum(b) | filter _sum0 > 1',
  ],
  [
    'groupby a aggregate sum(b), sum(c) | filter _sum > 1',
    'DP2001 error: unknown field `_sum`; did you mean `_sum0`? => groupby a aggregate sum(b), sum(c) | filter _sum0 > 1',
  ],
  ['choose a, b as a', 'DP2011 error: two columns are named `a`; `as` tells them apart'],
  ['choose a | remove b', 'DP2001 error: unknown field `b`'],
]);

cases('names in open rows without a schema', [
  ['filter anything.at.all == 5'],
  ['remove user | filter user.id == null', 'DP3001 warning: field `user.id` was removed by an earlier stage'],
  [
    'filter $m.sevrity == ERROR',
    'DP3001 warning: field `$m.sevrity` is not seen in logs; did you mean `$m.severity`? => filter $m.severity == ERROR',
  ],
  [
    'filter $l.applicationName == null',
    'DP3001 warning: field `$l.applicationName` is not seen in logs; did you mean `$l.applicationname`? => filter $l.applicationname == null',
  ],
  [
    'source spans | filter $l.servicename == null',
    'DP3001 warning: field `$l.servicename` is not seen in spans; did you mean `$l.serviceName`? => source spans | filter $l.serviceName == null',
  ],
]);

cases(
  'names in open rows with a schema',
  [
    [
      'filter statuss == 500',
      'DP3001 warning: field `statuss` is not seen in logs; did you mean `status`? => filter status == 500',
    ],
    ['filter user.id == null && user != null'],
    ["filter status == '500'", 'DP2003 error: expected number, found string => filter status == 500'],
    ["filter mixed == 5 || mixed == '5'"],
  ],
  { schema: SCHEMA },
);

it('turns unknown fields into errors when asked to', () => {
  expect(told('filter statuss == 500', { schema: SCHEMA, strictFields: true })[0]).toMatch(
    /^DP2001 error: field `statuss` is not seen/,
  );
});

cases('types', [
  ["filter $m.timestamp > '10'", 'DP2003 error: expected timestamp, found string'],
  ["filter 1 == 'a'", 'DP2003 error: expected number, found string'],
  ['filter 5', 'DP2003 error: expected bool, found number'],
  [
    "filter 'a' + 'b' == 'ab'",
    "DP2012 error: operator `+` does not apply to string and string; concat(…) joins text => filter concat('a', 'b') == 'ab'",
  ],
  ['filter true < false', 'DP2012 error: operator `<` does not apply to bool and bool'],
  ['filter $d == $d', 'DP2012 error: operator `==` does not apply to object and object'],
  [
    'filter a < b',
    'DP2003 error: expected a side of known type, found two of unknown type; a cast tells how to compare => filter a:number < b',
  ],
  [
    "filter $d.tags['x'] ~~ 'y'",
    "DP2012 error: expected `$d` before `~~`, found another value => filter $d.tags['x'] ~ 'y'",
  ],
  ['filter msg ~ other', 'DP2013 error: expected a phrase written as a string, found unknown'],
  ['filter a:numbr > 1', 'DP2008 error: unknown type `numbr`; did you mean `number`? => filter a:number > 1'],
  ["choose case { a -> 1, _ -> 'x' } as v", 'DP2003 error: expected number, found string'],
  ["choose [1, 'a'] as v", 'DP2003 error: expected number, found string'],
  [
    "source spans | filter tags['http.status_code'] >= 500",
    "DP2003 error: expected number, found string => source spans | filter tags['http.status_code']:number >= 500",
  ],
  ['limit 1.5', 'DP2013 error: expected the limit to be a whole number of at least 0, found 1.5'],
]);

cases('severity', [
  [
    "filter $m.severity == 'Error'",
    'DP3003 warning: severity is compared with a string; write ERROR => filter $m.severity == ERROR',
  ],
  [
    'filter $m.severity >= 5',
    'DP3003 warning: severity is compared with a number; write ERROR => filter $m.severity >= ERROR',
  ],
  [
    "filter $m.severity == 'fatal'",
    "DP2003 error: expected a severity, found 'fatal'; did you mean `CRITICAL`? => filter $m.severity == CRITICAL",
  ],
  ["filter $m.severity == 'no such'", "DP2003 error: expected a severity, found 'no such'"],
  [
    'filter $m.severity == Warn',
    'DP3003 warning: severity is compared with the field `Warn`; write WARNING => filter $m.severity == WARNING',
  ],
  ['filter $m.severity == $d.Warn'],
  [
    "filter $m.severity.in('Error', 'CRITICAL')",
    "DP3003 warning: severity is compared with a string; write ERROR => filter $m.severity.in(ERROR, 'CRITICAL')",
    "DP3003 warning: severity is compared with a string; write CRITICAL => filter $m.severity.in('Error', CRITICAL)",
  ],
]);

cases('functions', [
  [
    'create x from coalesce(a, b)',
    'DP2002 error: unknown function `coalesce`; DataPrime has `firstNonNull` => create x from firstNonNull(a, b)',
  ],
  [
    'create x from bin($m.timestamp, 1h)',
    'DP2002 error: unknown function `bin`; DataPrime has `roundTime` => create x from roundTime($m.timestamp, 1h)',
  ],
  [
    'aggregate count_distinct(a) as n',
    'DP2002 error: unknown function `count_distinct`; DataPrime has `distinct_count` => aggregate distinct_count(a) as n',
  ],
  [
    'create x from toNumber(a)',
    'DP2002 error: unknown function `toNumber`; a cast is written `x:number` => create x from a:number',
  ],
  [
    'create x from arrayLenght(a)',
    'DP2002 error: unknown function `arrayLenght`; did you mean `arrayLength`? => create x from arrayLength(a)',
  ],
  [
    'create x from splitParts(a)',
    'DP2004 error: expected 3 arguments of `splitParts`, found 1; `delimiter` is missing',
  ],
  ['create x from trim(a, b)', 'DP2004 error: expected at most 1 argument of `trim`, found 2'],
  [
    "create x from formatTimestamp($m.timestamp, zone='+01')",
    'DP2005 error: unknown argument `zone` of `formatTimestamp`; expected `timestamp`, `format`, `tz`',
  ],
  [
    "create x from formatTimestamp($m.timestamp, tz='Mars')",
    "DP2003 error: expected a time zone such as '+01:00' or 'Europe/Berlin', found 'Mars'",
  ],
  [
    "create x from formatTimestamp($m.timestamp, '%Q')",
    'DP4001 error: `%Q` in a format of `formatTimestamp` is not supported yet',
  ],
  [
    "create x from toUnixTime($m.timestamp, 'parsec')",
    "DP2003 error: expected a time unit such as 'second', found 'parsec'",
  ],
  [
    'create x from parseToTimestamp(a)',
    'DP3002 warning: `parseToTimestamp` is an old spelling of `parseTimestamp` => create x from parseTimestamp(a)',
  ],
  [
    'aggregate percentile(95, a) as p',
    'DP2003 error: expected a percentile from 0 to 1, found 95 => aggregate percentile(0.95, a) as p',
  ],
  [
    'aggregate percentile(a, 0.95) as p',
    'DP2013 error: expected the percentile as first argument, found it as second => aggregate percentile(0.95, a) as p',
  ],
  [
    'filter count() > 5',
    'DP2006 error: aggregation `count` is only possible in aggregate, groupby, multigroupby, top and bottom',
  ],
  ['aggregate sum(count()) as n', 'DP2015 error: aggregation `count` stands inside another aggregation'],
  ['aggregate a as n', 'DP2007 error: expected an aggregation, found the field `a`'],
  ['aggregate max(a) + b as n', 'DP2007 error: expected an aggregation, found the field `b`'],
  ['aggregate max(a) / 2', 'DP3004 info: the column is named `_expr0`; `as` gives it a better name'],
  ['choose max(1, 2) as a, 3.max(4) as b'],
]);

cases('what is correct but probably not meant', [
  [
    'groupby a | aggregate count() as n',
    'DP3007 warning: `aggregate` after `|` makes one row of all groups => groupby a aggregate count() as n',
  ],
  [
    'groupby a calculate count() as n',
    'DP3002 warning: `calculate` is an old spelling of `aggregate` => groupby a aggregate count() as n',
  ],
  [
    'filter path.matches(/a\\/b/)',
    'DP3006 warning: `matches` covers the whole text; `.*` at both ends finds the pattern anywhere => filter path.matches(/.*a\\/b.*/)',
  ],
  ['filter path.matches(/^a/) || path.matches(/.*b.*/)'],
]);

cases('regular expressions', [
  [
    'filter msg:string.matches(/(?=x)y/)',
    'DP2014 error: expected a regular expression the engine can run, found look-around',
  ],
  [
    'filter msg:string.matches(/(a)\\1/)',
    'DP2014 error: expected a regular expression the engine can run, found a back-reference',
  ],
  ['filter msg:string.matches(/^[(?=]x\\(?<n/)'],
  ['filter msg:string.matches(/^(?<name>a+?)[^\\]]*/)'],
]);

cases(
  'values',
  [
    [
      "filter $l.subsystemname == 'chekout'",
      "DP3011 warning: 'chekout' is not seen in `$l.subsystemname`; did you mean 'checkout'? => filter $l.subsystemname == 'checkout'",
    ],
    [
      "filter $l.subsystemname.in('cart', 'Checkout')",
      "DP3011 warning: 'Checkout' is not seen in `$l.subsystemname`; did you mean 'checkout'? => filter $l.subsystemname.in('cart', 'checkout')",
    ],
    ["filter $l.subsystemname == 'payments' || $l.applicationname == 'chekout'"],
    [
      "filter $m.severity == 'Eror'",
      "DP2003 error: expected a severity, found 'Eror'; did you mean `ERROR`? => filter $m.severity == ERROR",
    ],
  ],
  {
    schema: {
      fields: () => [
        { root: 'l', path: ['subsystemname'], types: [{ kind: 'string' }], values: ['cart', 'checkout'] },
        { root: 'l', path: ['applicationname'], types: [{ kind: 'string' }] },
      ],
    },
  },
);

cases('sources and parameters', [
  ['source log', 'DP2009 error: unknown data set `log`; did you mean `logs`? => source logs'],
  ['source system/aaa.audit_events | filter x > 5'],
  ['source system/"dataplan.quota_events" | count'],
  ['source ai_sessions_claude | count'],
  [
    'source system/engine.querys | count',
    'DP2009 error: unknown data set `system/engine.querys`; did you mean `system/engine.queries`? => source system/engine.queries | count',
  ],
  [
    "source logs(teamId='1', version=2) last 1h",
    'DP3009 warning: parameter `teamId` of a source selects nothing here: there is one of each',
    'DP3009 warning: parameter `version` of a source selects nothing here: there is one of each',
  ],
  ['filter $d[x] == 1', 'DP2013 error: expected a constant, found the field `x`'],
  ['source logs last -1h', 'DP2003 error: expected an interval of at least zero, found a negative one'],
  ["source logs around @'2024-05-01' interval 0s", 'DP2003 error: expected an interval above zero, found a zero one'],
  ['source logs last x', 'DP2013 error: expected a constant, found the field `x`'],
  ['filter $p.timeRange.startTime < now() && $p.nope == 1', 'DP2010 error: unknown parameter `$p.nope`'],
]);

it('keeps what the parser said, in the order of the text', () => {
  const codes = check(parse('filter a < b | filtr x')).diagnostics.map(({ code }) => code);
  expect(codes).toEqual(['DP2003', 'DP1004']);
});

it('hands over no query when anything is an error', () => {
  expect(check(parse('filter coalesce(a)')).query).toBeNull();
  expect(check(parse('filter a == 1')).query).not.toBeNull();
});

cases('commands that change keys', [
  [
    'choose path | replace pth with 1',
    'DP2001 error: unknown field `pth`; did you mean `path`? => choose path | replace path with 1',
  ],
  ['replace tags[0] with 1', 'DP2012 error: expected a key to write to, found a path that names none'],
  ['convert status:number, status:string', 'DP2011 error: two columns are named `status`; `as` tells them apart'],
  ["redact $m.timestamp matching 'a' to 'b'", 'DP2003 error: expected string, found timestamp'],
  [
    "redact msg matching '' to 'b'",
    'DP2013 error: expected a text or a regular expression to redact, found an empty text',
  ],
  ["redact msg matching 'a' to path", 'DP2013 error: expected a constant, found the field `path`'],
  ["roundtime @'now' to 1h", 'DP2012 error: expected `into` and a keypath, as what is rounded is no key of the row'],
  ['roundtime to 0s', 'DP2003 error: expected an interval above zero to round to'],
  ['move user to who | filter user.id == null', 'DP3001 warning: field `user.id` was removed by an earlier stage'],
  [
    'create share from amount / sum(amount)',
    'DP3013 warning: `sum` of one value is that value; `sum` over rows stands in aggregate, groupby, multigroupby, top and bottom',
  ],
  ['create $p.x from 1', 'DP2012 error: expected a key to write to, found a path that names none'],
  ['create a from 1 on keypath exists fail', 'DP3002 warning: the `on` clauses of create are an old form'],
]);

cases('commands that take values apart', [
  [
    'extract msg into x using regx(/(a)/)',
    'DP2002 error: unknown extractor `regx`; expected `regexp`, `multi_regexp`, `kv`, `jsonobject`, `split`',
  ],
  [
    'extract msg into x using regexp(/abc/)',
    'DP3012 warning: expected a regular expression with groups, found one without: it finds no key',
  ],
  ['extract msg into x using regexp()', 'DP2004 error: expected 1 argument of `regexp`, found 0; `e` is missing'],
  [
    'extract msg into x using regexp(/(?=a)(b)/)',
    'DP2014 error: expected a regular expression the engine can run, found look-around',
  ],
  [
    "extract msg into x using kv(pair_delimiter='')",
    'DP2003 error: expected `pair_delimiter` to be at least one character, found an empty text',
  ],
  [
    "extract msg into x using kv(quote='x')",
    'DP2005 error: unknown argument `quote` of `kv`; expected `pair_delimiter`, `key_delimiter`, `quote_char`',
  ],
  [
    "extract msg into x using split(',', int)",
    'DP2008 error: expected `element_datatype` to be string, number or bool',
  ],
  ['extract msg into $d using split()', 'DP2003 error: expected a key to put the array in, found all of `$d`'],
  [
    'extract msg into x using jsonobject(max_unescape_count=9)',
    'DP2003 error: expected `max_unescape_count` from 0 to 8, found 9',
  ],
  ['explode duration + 1 into x', 'DP2003 error: expected array, found number'],
  [
    'explode tags into t | filter path == null',
    'DP2001 error: unknown field `path`; an earlier `explode` closed the row, `original preserve` keeps the other keys => explode tags into t original preserve | filter path == null',
  ],
]);

cases('queries inside a query', [
  ['union (source logs | choose a | filter b)', 'DP2001 error: unknown field `b`'],
  ['choose a | union (source logs | choose b) | filter a == 1 && b == 2'],
  ['choose a | union (source logs | choose b) | filter c == 1', 'DP2001 error: unknown field `c`'],
  [
    'join (source logs) on id == other into x',
    'DP1005 error: expected `left=>` or `right=>` before `id`, as both sides may have it => join (source logs) on left=>id == right=>other into x',
  ],
  ['choose 1 as a | join (source logs | choose 2 as b) on b == a into x | filter x.b == 2'],
  [
    'join (source logs | choose p) on right=>p == right=>p into x',
    'DP2012 error: expected a keypath of each side, found two of one',
  ],
  [
    'join (source logs | choose 1 as n) on left=>$m.timestamp == right=>n into x',
    'DP2003 error: expected timestamp, found number',
  ],
  [
    `multigroupby ${Array.from({ length: 65 }, (_, i) => `(k${i})`).join(', ')} aggregate count() as n`,
    'DP2004 error: expected at most 64 groupings, found 65',
  ],
  [
    Array.from({ length: 11 }, () => 'union (source logs)').join(' | '),
    'DP4001 error: more than 10 queries inside a query are not supported yet',
  ],
]);
