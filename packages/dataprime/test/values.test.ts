import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check, parse } from '../src/index.ts';
import { createEngine, type Engine, type Envelope } from './harness/engine.ts';
import { runQuery } from './harness/run-query.ts';

const DIRECTORY = new URL('values/', import.meta.url);
const ARROW = ' ⇒ ';
/** Columns in one query: one by one, starting the statement would take longer than computing it. */
const columnsMax = 20;

interface Case {
  readonly expr: string;
  /** JSON, or `!` and a part of the message it is refused with. */
  readonly expected: string;
}

const read = (name: string): string => readFileSync(new URL(name, DIRECTORY), 'utf8');
const casesOf = (file: string): readonly Case[] =>
  read(file)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const at = line.lastIndexOf(ARROW);
      return { expr: line.slice(0, at), expected: line.slice(at + ARROW.length) };
    });

const chunksOf = <T>(items: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / columnsMax) }, (_, index) =>
    items.slice(index * columnsMax, (index + 1) * columnsMax),
  );

const refusals = (expr: string): readonly string[] =>
  check(parse(`source logs | choose ${expr} as r`))
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ message }) => message);

/** `values/*.txt` holds one expression a line and what it is, written from the rules of the language, on `values/row.json`. */
describe('values of expressions', () => {
  let engine: Engine;
  beforeAll(() => {
    engine = createEngine();
    engine.insertLogs([JSON.parse(read('row.json')) as Envelope]);
  });
  afterAll(() => engine.close());

  const values = (cases: readonly Case[]): readonly unknown[] => {
    const columns = cases.map(({ expr }, index) => `${expr} as r${index}`);
    const [row] = runQuery(engine, `source logs | choose ${columns.join(', ')}`);
    return cases.map((_, index) => row?.d[`r${index}`]);
  };

  for (const file of readdirSync(DIRECTORY).filter((name) => name.endsWith('.txt'))) {
    const cases = casesOf(file);
    it(`${file}: computed`, () => {
      for (const chunk of chunksOf(cases.filter(({ expected }) => !expected.startsWith('!'))))
        expect(Object.fromEntries(values(chunk).map((found, index) => [chunk[index]?.expr, found]))).toEqual(
          Object.fromEntries(chunk.map(({ expr, expected }) => [expr, JSON.parse(expected)])),
        );
    });
    it(`${file}: refused`, () => {
      for (const { expr, expected } of cases.filter(({ expected: text }) => text.startsWith('!')))
        expect(refusals(expr).join('\n'), expr).toMatch(expected === '!' ? /./ : expected.slice(1).trim());
    });
  }
});
