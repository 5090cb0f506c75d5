import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FunctionDef, type Parameter, SCALAR_FUNCTIONS } from '../../src/index.ts';
import { createGoldenEngine, type Engine } from '../harness/engine.ts';
import { runQuery } from '../harness/run-query.ts';

/** Functions that say themselves what null means to them. */
const OWN_RULE = new Set(['firstNonNull', 'if', 'setUnion', 'setIntersection']);

/** By name of the parameter where its type is not enough. */
const NAMED: Readonly<Record<string, string>> = {
  format: "'%Y'",
  ip: "'10.0.0.1'",
  startIp: "'10.0.0.1'",
  endIp: "'10.0.0.1'",
  ipPrefix: "'10.0.0.0/8'",
  scale: "'s'",
  timeUnit: "'s'",
  tz: "'+01'",
  unit: "'hour'",
};
const BY_TYPE: Readonly<Record<string, readonly [value: string, type: string]>> = {
  any: ["'10'", 'string'],
  array: ['[1, 2]', 'array'],
  bool: ['true', 'bool'],
  interval: ['1h', 'interval'],
  number: ['2', 'number'],
  regexp: ['/a/', 'regexp'],
  string: ["'10'", 'string'],
  'string-or-regexp': ["'a'", 'string'],
  text: ["'10'", 'string'],
  timestamp: ["@'2024-01-01'", 'timestamp'],
  var: ['1', 'number'],
};
const sample = ({ name, type }: Parameter): string => NAMED[name] ?? BY_TYPE[type.kind]?.[0] ?? 'null';
const spellingsOf = ({ type }: Parameter): readonly string[] => [
  'null',
  'nothing',
  `nothing:${BY_TYPE[type.kind]?.[1]}`,
];

/** The calls of a function with null in one place, written out, from a key no row has, and from a cast of one. */
const callsWithNull = ({ name, parameters }: FunctionDef): readonly string[] =>
  parameters.flatMap((parameter, place) =>
    parameter.literal
      ? []
      : spellingsOf(parameter).map((nothing) => {
          const args = parameters.map((other, index) => (index === place ? nothing : sample(other)));
          return `${name}(${args.join(', ')})`;
        }),
  );

describe('a null argument makes the result null', () => {
  let engine: Engine;
  beforeAll(() => {
    engine = createGoldenEngine();
  });
  afterAll(() => engine.close());

  for (const fn of SCALAR_FUNCTIONS) {
    const calls = callsWithNull(fn);
    if (OWN_RULE.has(fn.name) || calls.length === 0) continue;
    it(fn.name, () => {
      const columns = calls.map((call, index) => `${call} as r${index}`);
      const [row] = runQuery(engine, `source logs | limit 1 | choose ${columns.join(', ')}`);
      const values: Readonly<Record<string, unknown>> = row?.d ?? {};
      expect(calls.filter((_, index) => values[`r${index}`] !== null)).toEqual([]);
    });
  }
});
