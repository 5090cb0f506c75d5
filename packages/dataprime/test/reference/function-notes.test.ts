import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  check,
  FUNCTIONS,
  type FunctionDef,
  type Parameter,
  parse,
  patternText,
  SCALAR_FUNCTIONS,
} from '../../src/index.ts';
import { FUNCTION_NOTES, functionNote, nullText } from '../../src/reference/function-notes.ts';
import { TIME_SPECIFIERS } from '../../src/reference/time-format-docs.ts';
import { createGoldenEngine, type Engine } from '../harness/engine.ts';
import { runQuery } from '../harness/run-query.ts';

describe('notes of functions', () => {
  it.each(FUNCTIONS)('$family $name: each parameter, and no other', (fn) => {
    const told = functionNote(fn).parameters;
    expect(Object.keys(told).toSorted()).toEqual(fn.parameters.map(({ name }) => name).toSorted());
    for (const text of Object.values(told)) expect(text).not.toMatch(/\.$/);
    for (const text of [...(functionNote(fn).notes ?? []), nullText(fn)]) expect(text).toMatch(/\.$/);
  });

  it('are of functions that exist', () => {
    const told = Object.entries(FUNCTION_NOTES).flatMap(([family, notes]) =>
      Object.keys(notes).map((name) => `${family} ${name}`),
    );
    expect(told.toSorted()).toEqual(FUNCTIONS.map(({ family, name }) => `${family} ${name}`).toSorted());
  });
});

/** A value of a parameter, as it is written. */
const SAMPLES: Readonly<Record<string, string>> = {
  number: '2',
  string: "'a'",
  regexp: '/a/',
  bool: 'true',
  timestamp: "@'2024-01-01'",
  interval: '1h',
  any: "'a'",
  T: '1',
  'array<T>': '[1]',
  'string | regexp': "'a'",
};
const UNITS = new Set(['timeUnit', 'scale', 'unit']);
const sample = ({ name, type }: Parameter): string => (UNITS.has(name) ? "'s'" : (SAMPLES[patternText(type)] ?? ''));

/** The call with null at one place. */
const withNull = ({ name, parameters }: FunctionDef, at: Parameter): string =>
  `${name}(${parameters
    .filter((p) => !(p.literal && p.optional))
    .map((p) => (p === at ? 'null' : sample(p)))
    .join(', ')})`;

const callsOf = (fn: FunctionDef): readonly string[] =>
  fn.parameters.filter(({ literal }) => !literal).map((at) => withNull(fn, at));
const calls = SCALAR_FUNCTIONS.filter((fn) => functionNote(fn).nulls === undefined).flatMap(callsOf);
describe('a null argument', () => {
  let engine: Engine;
  beforeAll(() => {
    engine = createGoldenEngine();
  });
  afterAll(() => engine.close());

  it('gives null, where no note says otherwise', () => {
    expect(calls.length).toBeGreaterThan(100);
    const columns = calls.map((call, i) => `${call} as r${i}`).join(', ');
    const [row] = runQuery(engine, `source logs | limit 1 | choose ${columns}`);
    expect(calls.filter((_, i) => row?.d[`r${i}`] !== null)).toEqual([]);
  });
});

describe('specifiers of times', () => {
  const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ%+'.split('');
  const all = [...LETTERS, ':z', '.f', ...['3', '6', '9'].flatMap((digits) => [`${digits}f`, `.${digits}f`])];

  it('are told where they can be printed, and no others', () => {
    const printed = all.filter((specifier) => {
      const { diagnostics } = check(parse(`choose formatTimestamp(now(), '%${specifier}') as r`));
      return diagnostics.length === 0;
    });
    expect(Object.keys(TIME_SPECIFIERS).toSorted()).toEqual(printed.toSorted());
  });
});
