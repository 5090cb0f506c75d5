import type { JsonValue } from '@clearspan/dataprime';
import type { ExampleEngine } from './example-engine.ts';

/** Expressions that are computed in one statement. */
const EXPRESSIONS_MAX = 60;

/** Old spellings, and patterns that cover all of a text: warned of, and shown all the same. */
export const WARNINGS: readonly string[] = ['DP3002', 'DP3006'];

/** What the examples of aggregations stand on: n = 1, 2, 3, k = 'a', 'b', 'b' and one = 1. */
const THREE_ROWS =
  "source logs | limit 1 | explode [1, 2, 3] into n | create k from if(n == 1, 'a', 'b') | create one from 1";

const valuesAfter = (
  engine: ExampleEngine,
  before: string,
  expressions: readonly string[],
): readonly (readonly [string, JsonValue])[] => {
  const columns = expressions.map((expression, i) => `${expression} as r${i}`).join(', ');
  const [row] = engine.run(`${before} ${columns}`, WARNINGS);
  return expressions.map((expression, i) => [expression, row?.d[`r${i}`] ?? null]);
};

/** The value of each expression, many of them in one statement. */
export const scalarValues = (engine: ExampleEngine, expressions: readonly string[]): ReadonlyMap<string, JsonValue> => {
  const different = [...new Set(expressions)];
  const values = new Map<string, JsonValue>();
  for (let at = 0; at < different.length; at += EXPRESSIONS_MAX)
    for (const [expression, value] of valuesAfter(
      engine,
      'source logs | limit 1 | choose',
      different.slice(at, at + EXPRESSIONS_MAX),
    ))
      values.set(expression, value);
  return values;
};

export const aggregateValues = (
  engine: ExampleEngine,
  expressions: readonly string[],
): ReadonlyMap<string, JsonValue> =>
  new Map(valuesAfter(engine, `${THREE_ROWS} | aggregate`, [...new Set(expressions)]));

/** A value that differs each time, by its sort: `a number`, or its text with every digit as `x`. */
export const shapeOf = (value: JsonValue): string =>
  typeof value === 'string' ? `\`${value.replace(/[0-9a-f]/g, 'x')}\`` : `a ${typeof value}`;
