import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check, compile, decodeRow, otelStorage, parse, plan } from '../../src/index.ts';
import { createEngine, type Engine, type Envelope } from '../harness/engine.ts';
import { CONTEXT } from '../harness/run-query.ts';
import { createDataset, hourOf, toRow } from './datasets.ts';
import { rowText } from './rows.ts';
import { createQuery, type Query } from './stages.ts';
import { createTape } from './tape.ts';

const RUNS = Number(process.env.RUNS ?? 250);
const SEED = Number(process.env.SEED ?? 20240501);
const DATASETS = 40;

const numbers = (length: number): fc.Arbitrary<number[]> =>
  fc.array(fc.nat(5039), { minLength: 0, maxLength: length, size: 'max' });

/** Rows as texts; sorted where the query leaves their order open. */
const comparable = (rows: readonly string[], ordered: boolean): readonly string[] => (ordered ? rows : rows.toSorted());

describe('a second opinion: the same queries by an interpreter that knows only the language', () => {
  let engine: Engine;
  const datasets: (readonly Envelope[])[] = [];
  beforeAll(() => {
    engine = createEngine();
    const tapes = fc.sample(fc.array(fc.nat(5039), { minLength: 900, maxLength: 900 }), {
      numRuns: DATASETS,
      seed: SEED,
    });
    datasets.push(...tapes.map((tape, index) => createDataset(createTape(tape), index)));
    engine.insertLogs(datasets.flat());
  });
  afterAll(() => engine.close());

  const compiledRows = (query: Query, dataset: number): readonly string[] => {
    const text = query.text.join('\n  | ');
    const checked = check(parse(text));
    const errors = checked.diagnostics.filter(({ severity }) => severity === 'error');
    if (checked.query === null || errors.length > 0) throw new Error(`refused: ${JSON.stringify(errors)}`);
    const result = compile(plan(checked.query), otelStorage, { ...CONTEXT, timeRange: hourOf(dataset) });
    if (!result.ok) throw new Error(result.error.message);
    return engine.query(result.compiled.sql).map((values) => rowText(decodeRow(result.compiled, values)));
  };

  it('comes to the same rows', () => {
    fc.assert(
      fc.property(fc.nat(DATASETS - 1), numbers(160), (dataset, tape) => {
        const query = createQuery(createTape(tape));
        const records = datasets[dataset] ?? [];
        const told = `${query.text.join('\n  | ')}\n${records.map((record) => JSON.stringify(record)).join('\n')}`;
        const expected = comparable(query.run(records.map(toRow)).map(rowText), query.ordered);
        let found: readonly string[] = [];
        try {
          found = comparable(compiledRows(query, dataset), query.ordered);
        } catch (error) {
          throw new Error(`${told}\n${String(error)}`);
        }
        expect(found, told).toEqual(expected);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });
});
