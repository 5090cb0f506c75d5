import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check, compile, decodeRow, otelStorage, type Plan, parse, plan, planAsWritten } from '../src/index.ts';
import { runnableQuery } from './harness/arbitrary-text.ts';
import { createGoldenEngine, type Engine } from './harness/engine.ts';
import { CONTEXT, printRow } from './harness/run-query.ts';

const VOLATILE = /random|uuid/i;

describe('queries of every function and operator', () => {
  let engine: Engine;
  beforeAll(() => {
    engine = createGoldenEngine();
  });
  afterAll(() => engine.close());

  /** Null for a query that is refused as too large, which is an answer of its own. */
  const rowsOf = (current: Plan): readonly string[] | null => {
    const result = compile(current, otelStorage, CONTEXT);
    if (!result.ok && result.error.code === 'DP4001') return null;
    if (!result.ok) throw new Error(result.error.message);
    return engine
      .query(result.compiled.sql)
      .map((values) => printRow(decodeRow(result.compiled, values)))
      .toSorted();
  };

  it('run without a fault of the engine, and give the same rows before and after the passes of the plan', () => {
    let ran = 0;
    fc.assert(
      fc.property(runnableQuery, (text) => {
        const checked = check(parse(text));
        if (checked.query === null) return;
        const rows = rowsOf(plan(checked.query));
        const asWritten = VOLATILE.test(text) ? null : rowsOf(planAsWritten(checked.query));
        if (rows !== null) ran += 1;
        if (rows !== null && asWritten !== null) expect(rows).toEqual(asWritten);
      }),
      {
        numRuns: Number(process.env.RUNS ?? 60),
        ...(process.env.SEED === undefined ? {} : { seed: Number(process.env.SEED) }),
      },
    );
    expect(ran).toBeGreaterThan(20);
  });

  it.each([
    ["inArray(['a'], [['a'], ['b']])", true],
    ["arrayContains([['a'], ['b']], ['c'])", false],
    ["arrayAppend([['b']], ['a'])", [['b'], ['a']]],
    ["arrayRemove([['b'], ['a']], ['b'])", [['a']]],
    ["arrayInsertAt([['b']], 0, ['a'])", [['a'], ['b']]],
    ["arrayReplaceAt([['b']], 0, ['a'])", [['a']]],
  ])('take an array for an element of another: %s', (text, expected) => {
    const { query } = check(parse(`source logs | limit 1 | choose ${text} as found`));
    const rows = query === null ? null : rowsOf(plan(query));
    expect(rows).toEqual([printRow({ m: {}, l: {}, d: { found: expected } })]);
  });

  it('look for an array in what holds anything', () => {
    const { query } = check(
      parse("source logs | create path from ['a'] | distinct inArray(path, missing:array) as found"),
    );
    expect(query === null ? null : rowsOf(plan(query))).not.toBeNull();
  });
});
