import { type Expr, parse } from '@clearspan/dataprime';
import { describe, expect, it } from 'vitest';
import { strip } from '../strip.ts';

interface Read {
  readonly expr: unknown;
  readonly problems: readonly string[];
}

const read = (text: string): Read => {
  const { query, diagnostics } = parse(`filter ${text}`);
  const [stage] = query.stages;
  const expr: Expr | null = stage?.kind === 'filter' ? stage.condition : null;
  return { expr: strip(expr), problems: diagnostics.map(({ code, severity }) => `${code} ${severity}`) };
};

/** A literal without problems. */
const literal = (text: string): unknown => {
  const { expr, problems } = read(text);
  expect(problems, text).toEqual([]);
  return expr;
};

describe('strings', () => {
  it.each([
    ["'a'", 'a'],
    ['"it\'s"', "it's"],
    ["'it\\'s'", "it's"],
    [String.raw`'\\ \n \r \t \f \b \{ \} \" \`'`, '\\ \n \r \t \f \b { } " `'],
    ["'{x} $\u007By} // # /* '", '{x} $\u007By} // # /* '],
    ["''", ''],
  ])('%s', (text, value) => {
    expect(literal(text)).toEqual({ kind: 'string', value });
  });

  it('keeps the backslash of an escape it does not know, and says so', () => {
    expect(read(String.raw`'a\d'`)).toEqual({
      expr: { kind: 'string', value: '\\d'.replace(/^/, 'a') },
      problems: ['DP1006 warning'],
    });
  });

  it('ends with the line when the quote is missing', () => {
    const { query, diagnostics } = parse("filter a == 'x\n| limit 5");
    expect(diagnostics).toMatchObject([{ code: 'DP1002', span: { start: 12, end: 14 } }]);
    expect(query.stages.map(({ kind }) => kind)).toEqual(['filter', 'limit']);
  });
});

describe('numbers', () => {
  it.each([
    ['0', 0],
    ['2.5', 2.5],
    ['-5', -5],
    ['- 5', -5],
    ['1e3', 1000],
    ['1.5E-2', 0.015],
  ])('%s', (text, value) => {
    expect(literal(text)).toMatchObject({ kind: 'number', value });
  });

  it('leaves the point of a method alone', () => {
    expect(literal('2.log(x)')).toMatchObject({
      kind: 'call',
      name: { text: 'log' },
      receiver: { kind: 'number', value: 2 },
    });
    expect(literal('-2.5.abs()')).toMatchObject({ receiver: { kind: 'number', value: -2.5 } });
  });

  it.each(['0x1F', '12abc', '1h5', '9e999'])('%s is malformed', (text) => {
    expect(read(text)).toEqual({ expr: { kind: 'error' }, problems: ['DP1006 error'] });
  });

  it('reads digits with separators as what they mean', () => {
    const { diagnostics } = parse('filter 1_000');
    expect(diagnostics).toMatchObject([{ code: 'DP1006', fix: { text: '1000' } }]);
  });

  it('takes a minus between operands for a subtraction', () => {
    expect(literal('a -5')).toMatchObject({ kind: 'binary', op: '-', right: { value: 5 } });
    expect(literal('a - -5')).toMatchObject({ kind: 'binary', op: '-', right: { value: -5 } });
    expect(literal('$p.timeRange.startTime-7d')).toMatchObject({
      kind: 'binary',
      op: '-',
      right: { kind: 'interval' },
    });
  });
});

describe('intervals', () => {
  it.each([
    ['1h', 3_600_000_000_000n],
    ['1d2h3m4s5ms6us7ns', 93_784_005_006_007n],
    ['-30m', -1_800_000_000_000n],
    ['60000ms', 60_000_000_000n],
    ['0s', 0n],
  ])('%s', (text, nanos) => {
    expect(literal(text)).toEqual({ kind: 'interval', nanos: `${nanos}n`, text });
  });

  it.each(['1m1h', '1h1h', '999999999999d', '9999999999999999999999h'])('%s is malformed', (text) => {
    expect(read(text)).toEqual({ expr: { kind: 'error' }, problems: ['DP1006 error'] });
  });

  it('mends fractions and weeks', () => {
    expect(parse('filter 1.5h').diagnostics).toMatchObject([{ code: 'DP1006', fix: { text: '1h30m' } }]);
    expect(parse('filter 1w').diagnostics).toMatchObject([
      { code: 'DP3002', severity: 'warning', fix: { text: '7d' } },
    ]);
  });
});

describe('timestamps', () => {
  it.each([
    ["@'now'", { kind: 'now' }],
    ["@'1970-01-02'", { kind: 'nanos', nanos: '86400000000000n' }],
    ["@'2024-02-29T10:20:30.123456789Z'", { kind: 'nanos', nanos: '1709202030123456789n' }],
    ["@'2024-02-29T10:20:30+02:00'", { kind: 'nanos', nanos: '1709194830000000000n' }],
    ["@'2024-02-29 10:20'", { kind: 'nanos', nanos: '1709202000000000000n' }],
    ["@'1677-09-22'", { kind: 'nanos', nanos: '-9223286400000000000n' }],
    ['@1700000000', { kind: 'nanos', nanos: '1700000000000000000n' }],
    ['@1700000000000', { kind: 'nanos', nanos: '1700000000000000000n' }],
    ['@1700000000000000', { kind: 'nanos', nanos: '1700000000000000000n' }],
    ['@1700000000000000001', { kind: 'nanos', nanos: '1700000000000000001n' }],
  ])('%s', (text, value) => {
    expect(literal(text)).toEqual({ kind: 'timestamp', value, text });
  });

  it.each([
    ["@'0001-01-01'", '-9223372036854775808n'],
    ["@'9999-12-31'", '9223372036854775807n'],
    ['@9999999999', '9223372036854775807n'],
  ])('%s is read as the nearer end of what 64 bits reach', (text, nanos) => {
    expect(read(text)).toEqual({
      expr: { kind: 'timestamp', value: { kind: 'nanos', nanos }, text },
      problems: ['DP1006 warning'],
    });
  });

  it.each(["@'yesterday'", "@'2023-02-29'", "@'2024-13-01'", '@17', '@17h', '@x'])('%s is malformed', (text) => {
    expect(read(text)).toEqual({ expr: { kind: 'error' }, problems: ['DP1006 error'] });
  });

  it('are computed from expressions and interpolated strings', () => {
    expect(literal('@(a:number)')).toMatchObject({ kind: 'dynamic-timestamp', expr: { kind: 'cast' } });
    expect(literal('@`{day}T00:00`')).toMatchObject({ kind: 'dynamic-timestamp', expr: { kind: 'template' } });
    expect(literal("(@'now'/1d) - 30d")).toMatchObject({ kind: 'binary', op: '-', left: { kind: 'paren' } });
  });
});

describe('regular expressions', () => {
  it.each([
    ['/a|b/', 'a|b'],
    ['/# Query: \\d+ \\/x/', '# Query: \\d+ /x'],
    ['/[/]/', '[/]'],
    ["/it's `{}/", "it's `{}"],
  ])('%s', (text, pattern) => {
    expect(literal(`x.matches(${text})`)).toMatchObject({ args: [{ value: { kind: 'regex', pattern } }] });
  });

  it('divide after an operand', () => {
    expect(literal('a/b/c')).toMatchObject({ op: '/', left: { op: '/' } });
    expect(literal('f(a)/2')).toMatchObject({ op: '/' });
  });
});

describe('interpolated strings', () => {
  it.each([
    ['``', []],
    ['`a`', [{ kind: 'text', value: 'a' }]],
    [
      '`{n} of {count()}`',
      [{ kind: 'expr' }, { kind: 'text', value: ' of ' }, { kind: 'expr', expr: { kind: 'call' } }],
    ],
    ['`\\{x\\} \\``', [{ kind: 'text', value: '{x} `' }]],
    ["`{ case { a == '}' -> `{b}`, _ -> /`/ } }`", [{ kind: 'expr', expr: { kind: 'case' } }]],
  ])('%s', (text, parts) => {
    expect(literal(text)).toMatchObject({ kind: 'template', parts });
  });

  it('tolerate an empty part with a warning', () => {
    expect(read('`a{}`')).toEqual({
      expr: { kind: 'template', parts: [{ kind: 'text', value: 'a' }] },
      problems: ['DP1006 warning'],
    });
  });
});

describe('words', () => {
  it('are values when reserved, keys otherwise', () => {
    expect(literal('true')).toEqual({ kind: 'bool', value: true });
    expect(literal('null')).toEqual({ kind: 'null' });
    expect(literal('CRITICAL')).toEqual({ kind: 'severity', name: 'CRITICAL' });
    expect(literal('$d.ERROR')).toMatchObject({ kind: 'keypath', root: 'd', steps: [{ key: 'ERROR' }] });
    expect(literal('count')).toMatchObject({ kind: 'keypath', root: null, steps: [{ key: 'count' }] });
  });
});

describe('keypaths', () => {
  it.each([
    ['$d', 'd', []],
    ['$metadata.timestamp', 'm', ['timestamp']],
    ["$l['a.b'].c", 'l', ['a.b', 'c']],
    ['tags["k8s.pod.ip"]', null, ['tags', 'k8s.pod.ip']],
  ])('%s', (text, root, keys) => {
    expect(literal(text)).toEqual({ kind: 'keypath', root, steps: keys.map((key) => ({ kind: 'key', key })) });
  });

  it('have elements and keys from parameters', () => {
    expect(literal('a[0]')).toMatchObject({ steps: [{ key: 'a' }, { kind: 'index', index: 0 }] });
    expect(literal('$d[$p.key]')).toMatchObject({ steps: [{ kind: 'dynamic', expr: { root: 'p' } }] });
    expect(literal("arraySplit(n, ' ')[1].x")).toMatchObject({ kind: 'access', operand: { kind: 'access' } });
  });
});
