import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusalIn } from '../src/index.ts';
import { createGoldenEngine, type Engine } from './harness/engine.ts';
import { runQuery } from './harness/run-query.ts';

describe('queries that end themselves', () => {
  let engine: Engine;
  beforeAll(() => {
    engine = createGoldenEngine();
  });
  afterAll(() => engine.close());

  const refusal = (query: string): string | null => {
    try {
      runQuery(engine, query);
      return null;
    } catch (error) {
      return refusalIn((error as Error).message);
    }
  };

  it.each([
    ['create path from 1 on keypath exists fail', 'create: the keypath exists'],
    ['create nothing from 1 on keypath missing fail', 'create: the keypath is missing'],
    ['create path from 1 on datatype changed fail', 'create: the datatype changes'],
    ['replace path with 1 on datatype changed fail', 'replace: the datatype changes'],
  ])('%s', (query, message) => {
    expect(refusal(query)).toBe(message);
  });

  it('and run where no row meets the case', () => {
    expect(refusal("filter path == '/none' | create path from 1 on keypath exists fail")).toBeNull();
  });
});
