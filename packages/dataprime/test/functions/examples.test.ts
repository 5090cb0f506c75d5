import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FUNCTIONS, SCALAR_FUNCTIONS } from '../../src/index.ts';
import { createGoldenEngine, type Engine } from '../harness/engine.ts';
import { runQuery } from '../harness/run-query.ts';

/** Three rows with n = 1, 2, 3, k = 'a', 'b', 'b' and one = 1: what the examples of aggregations stand on. */
const THREE_ROWS = `source logs | filter $m.logid.in('l01', 'l02', 'l03')
  | create n from case { $m.logid == 'l01' -> 1, $m.logid == 'l02' -> 2, _ -> 3 }
  | create k from if(n == 1, 'a', 'b') | create one from 1`;

describe('the example of every function', () => {
  let engine: Engine;
  beforeAll(() => {
    engine = createGoldenEngine();
  });
  afterAll(() => engine.close());

  for (const { name, family, example, lower } of FUNCTIONS) {
    if (lower === null) continue;
    it(`${family} ${name}: ${example.text}`, () => {
      const query =
        family === 'aggregation'
          ? `${THREE_ROWS} | aggregate ${example.text} as r`
          : `source logs | limit 1 | choose ${example.text} as r`;
      expect(runQuery(engine, query)).toEqual([{ m: {}, l: {}, d: { r: example.result } }]);
    });
  }
});

describe('the function table', () => {
  it('names every parameter once', () => {
    for (const { name, parameters } of FUNCTIONS)
      expect(new Set(parameters.map((p) => p.name)).size, name).toBe(parameters.length);
  });
  it('keeps names unique but for min, max and sum, which are both', () => {
    const scalars = SCALAR_FUNCTIONS.map(({ name }) => name);
    expect(new Set(scalars).size).toBe(scalars.length);
    const both = FUNCTIONS.map(({ name }) => name).filter((name, index, names) => names.indexOf(name) !== index);
    expect(both.toSorted()).toEqual(['max', 'min', 'sum']);
  });
  it('points deprecated spellings to functions that exist', () => {
    for (const { deprecated } of FUNCTIONS)
      if (deprecated !== null) expect(FUNCTIONS.some(({ name }) => name === deprecated)).toBe(true);
  });
});
