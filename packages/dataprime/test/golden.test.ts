import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeRow } from '../src/index.ts';
import { createGoldenEngine, type Engine } from './harness/engine.ts';
import { CONTEXT, compileText, printRow } from './harness/run-query.ts';

const DIRECTORY = new URL('golden/', import.meta.url);
const UPDATE = process.env.UPDATE_GOLDEN === '1';
const names = readdirSync(DIRECTORY)
  .filter((name) => name.endsWith('.dp'))
  .map((name) => name.slice(0, -3));

const read = (name: string): string => readFileSync(new URL(name, DIRECTORY), 'utf8');

/** Compares with a stored answer; with UPDATE_GOLDEN=1, or where there is none, stores it. */
const compare = (name: string, actual: string): void => {
  const file = new URL(name, DIRECTORY);
  if (UPDATE) writeFileSync(file, actual);
  expect(existsSync(file), `${name} is missing; UPDATE_GOLDEN=1 writes it`).toBe(true);
  expect(actual).toBe(read(name));
};

/**
 * `golden/x.dp` is a query, `x.sql` what it compiles to, `x.rows` what that yields on `golden/data`. Rows whose order
 * the query leaves open are compared sorted.
 */
describe('golden queries', () => {
  let engine: Engine;
  beforeAll(() => {
    engine = createGoldenEngine();
  });
  afterAll(() => engine.close());

  for (const name of names) {
    it(name, () => {
      const text = read(`${name}.dp`);
      const compiled = compileText(text, CONTEXT);
      compare(`${name}.sql`, `${compiled.sql}\n`);
      const rows = engine.query(compiled.sql).map((values) => printRow(decodeRow(compiled, values)));
      const ordered = /\b(orderby|sortby|order by|sort by|top|bottom|countby .*(asc|desc))\b/.test(text);
      compare(`${name}.rows`, (ordered ? rows : rows.toSorted()).map((row) => `${row}\n`).join(''));
    });
  }

  it('have no answers without a query', () => {
    const answers = readdirSync(DIRECTORY).filter((name) => /\.(sql|rows)$/.test(name));
    expect(answers.filter((name) => !names.includes(name.replace(/\.(sql|rows)$/, '')))).toEqual([]);
  });
});
