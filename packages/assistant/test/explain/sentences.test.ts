import { check, explainQuery, parse } from '@clearspan/dataprime';
import { beforeAll, expect, test } from 'vitest';
import { ask } from '../../eval/judge.ts';
import { openWorld } from '../../eval/open-world.ts';
import { roleOf, SETS } from '../../eval/questions/sets.ts';
import { WORLD_NAMES, WORLDS } from '../../eval/worlds/worlds.ts';
import type { Answer } from '../../src/index.ts';
import { factsOf } from './facts-of.ts';

const QUESTIONS = Object.entries(SETS).flatMap(([set, items]) => (roleOf(set) === 'development' ? items : []));
const openMsMax = 600_000;

const answers: Answer[] = [];

beforeAll(async () => {
  for (const name of WORLD_NAMES) {
    const world = await openWorld(WORLDS[name]());
    await world.close();
    for (const item of QUESTIONS.filter((one) => one.world === name)) {
      const got = ask(item, world.catalog);
      if (got.kind === 'answer') answers.push(got);
    }
  }
}, openMsMax);

const untold = (query: string, sentence: string): readonly string[] => {
  // A day is 24 hours to one of the sentences and `1d` to the other.
  const told = sentence.replace('last 1d', 'last 24h');
  const missing = [...factsOf(parse(query).query)].filter((fact) => !told.includes(fact));
  return missing.map((fact) => `${fact}\n  ${query}\n  ${sentence}`);
};

test('there are answers to look at', () => {
  expect(answers.length).toBeGreaterThan(QUESTIONS.length / 2);
});

test('every field, value, range, limit, group and order of a query is in the sentence of its question', () => {
  expect(answers.flatMap(({ query, interpretation }) => untold(query, interpretation))).toEqual([]);
});

test('and in the sentence that the same query gets when it is written by hand', () => {
  const byHand = answers.flatMap(({ query }) => {
    const { query: checked } = check(parse(query));
    return checked === null ? [`no sentence\n  ${query}`] : untold(query, explainQuery(checked));
  });
  expect(byHand).toEqual([]);
});
