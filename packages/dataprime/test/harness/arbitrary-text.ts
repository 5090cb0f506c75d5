import * as fc from 'fast-check';
import { type Pattern, SCALAR_FUNCTIONS } from '../../src/index.ts';

type Kind = 'string' | 'number' | 'bool' | 'timestamp' | 'interval' | 'severity' | 'strings' | 'numbers';
const KINDS: readonly Kind[] = ['string', 'number', 'bool', 'timestamp', 'interval', 'severity', 'strings', 'numbers'];
type Gen = Readonly<Record<Kind, fc.Arbitrary<string>>>;

/** Fields of the golden records, with the type they are used as; `missing` is in none of them. */
const LEAVES: Gen = {
  string: fc.constantFrom(
    'msg',
    'path',
    "'pay'",
    "''",
    "'a b-c'",
    "'é😀'",
    '$l.applicationname',
    'user.id',
    'missing',
    'status:string',
    '`{path}!`',
  ),
  number: fc.constantFrom(
    'status',
    'duration',
    '0',
    '1.5',
    '-3',
    '100',
    'error.retries',
    'missing',
    'msg:number',
    'items[0].n',
  ),
  bool: fc.constantFrom('ok', 'true', 'false', 'status != null', 'missing', "msg ~ 'payment'", "$d ~~ 'u2'"),
  timestamp: fc.constantFrom('$m.timestamp', "@'2024-02-29'", 'now()', 'started:timestamp', 'missing:timestamp'),
  interval: fc.constantFrom('1h30m', '-5s', '0s', 'took:interval', 'missing:interval'),
  severity: fc.constantFrom('$m.severity', 'ERROR', 'DEBUG'),
  strings: fc.constantFrom(
    "['a', 'b', 'a']",
    "arraySplit(path, '/')",
    "['x', null]",
    'tags:array',
    'missing:array',
    "['y']",
  ),
  numbers: fc.constantFrom('[1, 2, 2]', '[3]', 'scores:array', '[1.5, null]'),
};

/** What a literal parameter may be written as. */
const WRITTEN: Readonly<Record<string, readonly string[]>> = {
  tz: ["'+01:30'", "'Europe/Berlin'", "'PST'"],
  format: ["'%Y-%m-%d %H:%M'", "'iso8601'", "'timestamp_micro'", "'%F|%d/%m/%Y'"],
  timeUnit: ["'second'", "'ms'", "'d'"],
  scale: ["'h'", "'nano'", "'minutes'"],
  unit: ["'year'", "'dow'", "'hour'", "'ms'"],
  phrase: ["'payment failed'", "'x'"],
  delimiter: ["'-'", "' '"],
  fillWith: ["'.'", "'ab'"],
  desc: ['true', 'false'],
  nullsFirst: ['true'],
};

const kindOf = (pattern: Pattern, variable: Kind): Kind | null => {
  switch (pattern.kind) {
    case 'var':
      return variable;
    case 'array':
      return variable === 'number' ? 'numbers' : 'strings';
    case 'text':
    case 'any':
    case 'string-or-regexp':
      return 'string';
    case 'string':
    case 'number':
    case 'bool':
    case 'timestamp':
    case 'interval':
    case 'severity':
      return pattern.kind;
    case 'regexp':
    case 'object':
    case 'null':
    case 'unknown':
      return null;
  }
};

/** Calls of every scalar function whose result is of a kind. */
const calls = (kind: Kind, of: Gen): readonly fc.Arbitrary<string>[] =>
  SCALAR_FUNCTIONS.flatMap((fn) => {
    const variable: Kind = kind === 'numbers' ? 'number' : kind === 'strings' ? 'string' : kind;
    if (kindOf(fn.returns, variable) !== kind) return [];
    const element: Kind = fn.returns.kind === 'var' || fn.returns.kind === 'array' ? variable : 'string';
    const args = fn.parameters.map(({ name, type, literal }): fc.Arbitrary<string> | null => {
      if (type.kind === 'regexp' && literal) return fc.constant('/[ -]+/');
      if (literal) return fc.constantFrom(...(WRITTEN[name] ?? ['1']));
      if (type.kind === 'regexp') return fc.constantFrom('/a.*b/', '/\\d+/', '/(?<n>x)?/');
      const wanted = kindOf(type, element);
      return wanted === null ? null : of[wanted];
    });
    if (args.some((arg) => arg === null)) return [];
    return [fc.tuple(...(args as fc.Arbitrary<string>[])).map((list) => `${fn.name}(${list.join(', ')})`)];
  });

const operators = (kind: Kind, of: Gen): readonly fc.Arbitrary<string>[] => {
  const infix = (left: Kind, ops: readonly string[], right: Kind): fc.Arbitrary<string> =>
    fc.tuple(of[left], fc.constantFrom(...ops), of[right]).map(([a, op, b]) => `(${a} ${op} ${b})`);
  const choice = fc.tuple(of.bool, of[kind], of[kind]).map(([c, a, b]) => `case { ${c} -> ${a}, _ -> ${b} }`);
  const own: Partial<Record<Kind, readonly fc.Arbitrary<string>[]>> = {
    number: [
      infix('number', ['+', '-', '*', '/', '%'], 'number'),
      infix('interval', ['/'], 'interval'),
      of.timestamp.map((t) => `${t}:number`),
    ],
    bool: [
      infix('bool', ['&&', '||'], 'bool'),
      of.bool.map((b) => `!(${b})`),
      ...(['string', 'number', 'timestamp', 'interval', 'severity'] as const).map((side) =>
        infix(side, ['==', '!=', '<', '>='], side),
      ),
    ],
    timestamp: [infix('timestamp', ['+', '-', '/'], 'interval'), of.string.map((s) => `(${s}):timestamp`)],
    interval: [
      infix('timestamp', ['-'], 'timestamp'),
      infix('interval', ['+', '-'], 'interval'),
      infix('interval', ['*', '/'], 'number'),
    ],
    string: [
      of.interval.map((i) => `(${i}):string`),
      of.numbers.map((a) => `(${a}):string`),
      of.strings.map((a) => `${a}[0]`),
    ],
  };
  return [choice, ...(own[kind] ?? [])];
};

const deepen = (of: Gen): Gen =>
  Object.fromEntries(
    KINDS.map((kind) => [kind, fc.oneof(of[kind], ...calls(kind, of), ...operators(kind, of))]),
  ) as Gen;

/** Expressions up to two calls or operators deep, by the kind of their value. */
const EXPRESSIONS: Gen = deepen(deepen(LEAVES));
const anything = fc.oneof(...KINDS.map((kind) => EXPRESSIONS[kind]));

const stage = (index: number): fc.Arbitrary<string> =>
  fc.oneof(
    EXPRESSIONS.bool.map((condition) => `filter ${condition}`),
    EXPRESSIONS.bool.map((condition) => `block ${condition}`),
    fc
      .tuple(fc.constantFrom(`new${index}`, 'status', 'user.x', 'path'), anything)
      .map(([key, value]) => `create ${key} from ${value}`),
    fc.constantFrom('remove user', 'remove status, $l.applicationname'),
    fc.constantFrom('limit 100', 'orderby $m.timestamp desc', 'dedupeby $m.logid'),
  );

/** Commands that change the shape of rows or their number. Nothing after them picks one of several equal rows. */
const reshape: fc.Arbitrary<string> = fc.oneof(
  fc
    .tuple(fc.constantFrom('status', 'user.id', 'user', 'error.kind', '$l.applicationname'), anything)
    .map(([key, value]) => `replace ${key} with ${value}`),
  fc
    .tuple(fc.constantFrom('path', 'user', 'error.kind', '$m.logid'), fc.constantFrom('moved', 'user.was', 'msg'))
    .map(([from, to]) => `move ${from} to ${to}`),
  fc
    .constantFrom('status:number', 'status:string, duration:string', 'user.id:number', 'took:interval', 'ok:bool')
    .map((keys) => `convert ${keys}`),
  fc.constantFrom(
    "redact msg matching /[a-z]+/ to 'x\\\\1'",
    "redact user matching 'u' to '\"'",
    "redact tags matching /a|e/ to ''",
  ),
  fc.constantFrom('roundtime to 10m', 'roundtime started to 1h', 'roundtime $m.timestamp + 1h to 1d into later'),
  EXPRESSIONS.strings.map((items) => `explode ${items} into item original preserve`),
  fc.constantFrom('explode tags into tags original preserve', 'explode items into user.item original preserve'),
  EXPRESSIONS.string.chain((text) =>
    fc
      .constantFrom(
        'regexp(/(?<a>[a-z]+)[^a-z]*(?<b>[a-z]*)(.)?/) datatypes a:string',
        'multi_regexp(/[a-z]+/)',
        "kv(pair_delimiter=', ') datatypes a:number",
        'jsonobject(max_unescape_count=2)',
        "split(' ', number)",
      )
      .map((extractor) => `extract ${text} into got using ${extractor}`),
  ),
  EXPRESSIONS.bool.map((condition) => `extract msg into $d using kv() | filter ${condition}`),
  EXPRESSIONS.bool.map((condition) => `union (source logs | filter ${condition} | create extra from 1)`),
  EXPRESSIONS.bool.map((condition) => `union (source spans | filter duration > 1000) | filter ${condition}`),
  fc
    .tuple(fc.constantFrom('left', 'inner', 'full'), EXPRESSIONS.bool)
    .map(
      ([mode, condition]) =>
        `join ${mode} (source logs | groupby path as k aggregate count() as n) on left=>path == right=>k into found | filter ${condition}`,
    ),
  fc.constant('join cross (source spans | choose operationName as op) into each'),
);

/** Queries over the golden logs that mean something; rows come in the order of their time where they have one. */
export const runnableQuery: fc.Arbitrary<string> = fc
  .tuple(stage(0), stage(1), fc.oneof(stage(2), reshape), fc.array(anything, { minLength: 1, maxLength: 3 }), anything)
  .chain(([a, b, c, columns, key]) => {
    const chosen = columns.map((column, index) => `${column} as c${index}`).join(', ');
    const last = fc.constantFrom(
      `orderby $m.timestamp | choose ${chosen}`,
      `groupby ${key} as k aggregate count() as n, max(duration) as m, collect(path, distinct=true).arraySort() as p`,
      `aggregate count_if(ok) as n, min(${key === 'ok' ? '1' : 'duration'}) as lo, distinct_count(path) as d`,
      `distinct ${key} as k`,
    );
    return last.map((end) => `source logs | ${a} | ${b} | ${c} | ${end}`);
  });
