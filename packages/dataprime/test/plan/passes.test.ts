import { describe, expect, it } from 'vitest';
import { explainExpr } from '../../src/explain/explain-expr.ts';
import { check, type Plan, parse, plan, planAsWritten } from '../../src/index.ts';

const checked = (text: string) => {
  const { query, diagnostics } = check(parse(text));
  if (query === null) throw new Error(JSON.stringify(diagnostics));
  return query;
};
const planned = (text: string): Plan => plan(checked(text));
const filters = ({ scan }: Plan): string[] => scan.filters.map((filter) => explainExpr(filter, new Map()));
const steps = (text: string): string[] => planned(text).steps.map(({ kind }) => kind);

describe('pushing filters down', () => {
  it('moves each part of a condition as far as its inputs allow', () => {
    const result = planned('create x from a + 1 | orderby b | filter x > 1 && c > 2');
    expect(filters(result)).toEqual(['c is above 2']);
    expect(result.steps.map(({ kind }) => kind)).toEqual(['extend', 'filter', 'sort']);
  });
  it('stops at limits, groups and deduplication, whose rows it would change', () => {
    expect(steps('limit 5 | filter a > 1')).toEqual(['limit', 'filter']);
    expect(steps('dedupeby a | filter b > 1')).toEqual(['dedupe', 'filter']);
    expect(steps('groupby a aggregate count() as n | filter n > 1')).toEqual(['group', 'filter']);
  });
  it('passes where each row becomes several, unless the condition reads what is new', () => {
    expect(steps('explode tags into t original preserve | filter a > 1 && t == 1')).toEqual(['explode', 'filter']);
    expect(filters(planned('explode tags into t original preserve | filter a > 1'))).toEqual(['a is above 1']);
  });
  it('passes joins that keep the rows of the left, and stops at those that add rows', () => {
    const join = (mode: string): Plan =>
      planned(`join ${mode} (source logs | choose b) on left=>a == right=>b into x | filter c > 1`);
    expect(filters(join('left'))).toEqual(['c is above 1']);
    expect(filters(join('inner'))).toEqual(['c is above 1']);
    expect(filters(join('full'))).toEqual([]);
    expect(filters(planned('union (source logs) | filter c > 1'))).toEqual([]);
  });
  it('improves the plans of queries inside the query', () => {
    const [, step] = planned('union (source logs | create x from 1 | filter c > 1)').steps;
    const inner = step?.kind === 'union' ? step.plan : null;
    expect(inner === null ? null : filters(inner)).toEqual(['c is above 1']);
  });
  it('keeps what block means', () => {
    expect(filters(planned('block a == 1 && b == 2'))).toEqual(['not (a is 1 and b is 2)']);
  });
});

describe('pushing time down', () => {
  it('turns comparisons of the row time with constants into bounds of the scan', () => {
    const { scan } = planned('filter $m.timestamp >= now() - 1h && a > 1 | filter now() > $m.timestamp');
    expect(scan.bounds.map(({ op }) => op)).toEqual(['>=', '<']);
    expect(filters(planned('filter $m.timestamp >= now() - 1h && a > 1'))).toEqual(['a is above 1']);
  });
  it('leaves comparisons with fields and under `||` where they are', () => {
    expect(planned('filter $m.timestamp > a:timestamp').scan.bounds).toEqual([]);
    expect(planned('filter $m.timestamp > now() || a > 1').scan.bounds).toEqual([]);
  });
});

it('looks at cheap columns before text', () => {
  expect(filters(planned("wildfind 'x' | filter msg ~ 'y' | filter a > 1 | filter $m.severity == ERROR"))).toEqual([
    'severity is ERROR',
    'a is above 1',
    'msg contains the words "y"',
    'the record contains the words "x"',
  ]);
});

it('drops columns nothing reads', () => {
  expect(steps('create x from 1 | create y from 2 | remove x | choose y')).toEqual(['extend', 'extend']);
  const [group] = planned('groupby a aggregate count() as n, sum(b) as s | choose a, n').steps;
  expect(group?.kind === 'group' ? group.aggregates.length : -1).toBe(1);
  expect(planAsWritten(checked('groupby a aggregate count() as n, sum(b) as s | choose a, n')).steps).toHaveLength(2);
});
