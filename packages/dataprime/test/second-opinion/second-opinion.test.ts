import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check, compile, decodeRow, otelStorage, parse, plan, type SchemaSource } from '../../src/index.ts';
import { createEngine, type Engine, type Envelope } from '../harness/engine.ts';
import { CONTEXT } from '../harness/run-query.ts';
import { PETS } from './combine-stages.ts';
import { createDataset, hourOf, toRow } from './datasets.ts';
import { createQuery } from './queries.ts';
import { rowText } from './rows.ts';
import type { Query } from './stages.ts';
import { createTape } from './tape.ts';

const RUNS = Number(process.env.RUNS ?? 200);
const SEED = Number(process.env.SEED ?? 20240501);
const datasetCount = 40;

const SCHEMA: SchemaSource = { fields: () => null, tables: [{ name: 'pets', columns: Object.keys(PETS[0] ?? {}) }] };

/** Enough choices for a query, or for a set of records. */
const choices = (count: number): fc.Arbitrary<number[]> =>
  fc.array(fc.nat(5039), { minLength: count, maxLength: count });

/** Rows as texts; sorted where the query leaves their order open. */
const comparable = (rows: readonly string[], ordered: boolean): readonly string[] => (ordered ? rows : rows.toSorted());

/** RUNS and SEED make more cases, or others. */
describe('a second opinion: the same queries by an interpreter that knows only the language', () => {
  let engine: Engine;
  const datasets: (readonly Envelope[])[] = [];
  beforeAll(() => {
    engine = createEngine();
    const tapes = fc.sample(choices(900), { numRuns: datasetCount, seed: SEED });
    datasets.push(...tapes.map((tape, index) => createDataset(createTape(tape), index)));
    engine.insertLogs(datasets.flat());
    engine.insertTable('pets', PETS);
  });
  afterAll(() => engine.close());

  /** Null where the statement would be larger than the engine reads: that is told, not run. */
  const compiledRows = (query: Query, dataset: number): readonly string[] | null => {
    const checked = check(parse(query.text.join('\n  | ')), { schema: SCHEMA });
    const errors = checked.diagnostics.filter(({ severity }) => severity === 'error');
    if (checked.query === null || errors.length > 0) throw new Error(`refused: ${JSON.stringify(errors)}`);
    const result = compile(plan(checked.query), otelStorage, { ...CONTEXT, timeRange: hourOf(dataset) });
    if (!result.ok && result.error.code === 'DP4001') return null;
    if (!result.ok) throw new Error(result.error.message);
    return engine.query(result.compiled.sql).map((values) => rowText(decodeRow(result.compiled, values)));
  };

  it('comes to the same rows', () => {
    let compared = 0;
    fc.assert(
      fc.property(fc.nat(datasetCount - 1), choices(160), (dataset, tape) => {
        const query = createQuery(createTape(tape));
        const records = datasets[dataset] ?? [];
        const told = `${query.text.join('\n  | ')}\n${records.map((record) => JSON.stringify(record)).join('\n')}`;
        const expected = comparable(query.run(records.map(toRow)).map(rowText), query.ordered);
        let found: readonly string[] | null = null;
        try {
          found = compiledRows(query, dataset);
        } catch (cause) {
          throw new Error(told, { cause });
        }
        if (found === null) return;
        compared += 1;
        expect(comparable(found, query.ordered), told).toEqual(expected);
      }),
      { numRuns: RUNS, seed: SEED },
    );
    expect(compared).toBeGreaterThan(RUNS * 0.9);
  });
});
