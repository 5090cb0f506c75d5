import { describe, expect, it } from 'vitest';
import { type CompileContext, check, compile, otelStorage, parse, plan } from '../../src/index.ts';
import { CONTEXT, compileText } from '../harness/run-query.ts';

const where = (text: string): string =>
  compileText(text)
    .sql.split('\n')
    .find((line) => line.startsWith('WHERE')) ?? '';

describe('limits of rows', () => {
  it.each<[string, Partial<CompileContext>, number, boolean]>([
    ['source logs', {}, 2000, false],
    ['source logs', { rowsDefault: 50 }, 50, false],
    ['source logs', { rowsMax: 10 }, 10, false],
    ['source logs | limit 30', {}, 30, true],
    ['source logs | limit 30000', {}, 15_000, false],
    ['groupby path | limit 5', { rowsMax: 3 }, 3, false],
  ])('%s with %o', (text, context, rowsMax, byQuery) => {
    const compiled = compileText(text, { ...CONTEXT, ...context });
    expect(compiled.limits).toEqual({ rowsMax, byQuery });
    expect(compiled.sql).toMatch(new RegExp(`LIMIT ${rowsMax}$`));
  });
});

describe('what the storage can use an index for', () => {
  it('compares ids as bytes', () => {
    expect(where("source spans | filter $d.traceID == '0af7651916cd43dd8448eb211c80319c'")).toContain(
      "(trace_id = toFixedString(unhex('0af7651916cd43dd8448eb211c80319c'), 16))",
    );
    expect(where("source spans | filter $d.spanID.in('00f067aa0ba902b7', 'nope')")).toContain(
      "(span_id = toFixedString(unhex('00f067aa0ba902b7'), 8))",
    );
  });
  it('compares labels, services and fields of records without a test for presence', () => {
    expect(where("source spans | filter $l.serviceName == 'a'")).toContain("(service = 'a')");
    expect(where("source logs | filter $l.applicationname.in('a', 'b')")).toContain(
      "in(applicationname, tuple('a', 'b'))",
    );
    expect(where("source logs | filter $d.a.b == 'x' && $d['a.b'] == 'y'")).toContain(
      "(d_str['a.b'] = 'x') AND (d_str['a\\\\.b'] = 'y')",
    );
  });
  it('bounds the time column itself', () => {
    expect(where('source logs last 1h')).toMatch(
      /^WHERE \(ts >= fromUnixTimestamp64Nano\(toInt64\(\d+\), 'UTC'\)\) AND \(ts <= /,
    );
  });
});

describe('the window', () => {
  it('is told to the caller', () => {
    expect(compileText('source logs last 30m').timeRange).toEqual({
      fromNanos: CONTEXT.nowNanos - 1_800_000_000_000n,
      toNanos: CONTEXT.nowNanos,
    });
    expect(compileText('source logs timeshifted -1d').timeRange.fromNanos).toBe(
      CONTEXT.timeRange.fromNanos - 86_400_000_000_000n,
    );
  });
  it('is refused where it cannot be computed or makes no sense', () => {
    const failure = (text: string) => {
      const { query } = check(parse(text));
      const result = query === null ? null : compile(plan(query), otelStorage, CONTEXT);
      return result?.ok === false ? result.error : null;
    };
    expect(failure("source logs last @'2024-05-01' - @'2024-05-02'")).toMatchObject({
      message: 'expected an interval of at least zero, found a negative one',
      span: { start: 17, end: 46 },
    });
    expect(failure("source logs between parseTimestamp('2024') and now()")).toMatchObject({ code: 'DP4001' });
  });
});

const refusal = (text: string): string | null => {
  const { query } = check(parse(text));
  const result = query === null ? null : compile(plan(query), otelStorage, CONTEXT);
  return result?.ok === false ? result.error.code : null;
};

describe('size', () => {
  it('grows with the query and not with the power of its depth', () => {
    const nested = (depth: number): string => `choose ${'round('.repeat(depth)}duration${')'.repeat(depth)} as x`;
    expect(compileText(nested(6)).sql.length).toBeLessThan(compileText(nested(2)).sql.length * 4);
    expect(refusal(nested(90))).toBe('DP4001');
  });
  it('keeps long conditions flat', () => {
    const sql = compileText(`filter ${Array.from({ length: 300 }, (_, i) => `a != ${i}`).join(' && ')}`).sql;
    expect(sql).not.toContain('(((');
  });
  it('refuses a statement longer than the engine reads', () => {
    const searches = Array.from({ length: 800 }, (_, i) => `wildfind 'word${i}'`).join(' | ');
    expect(refusal(searches)).toBe('DP4001');
  });
});

it('compiles to the same text every time', () => {
  const text = 'create x from random() | create y from random() | filter x < y';
  expect(compileText(text).sql).toBe(compileText(text).sql);
  expect(compileText(text).sql).toMatch(/rand64\(1\)[\s\S]*rand64\(2\)/);
});
