/**
 * Runs every expected query of sets in its seeded world: those that fail or find nothing are told, and each first one is
 * changed by one edit (see mutants.ts) to see whether the data tells right from wrong. Asks the assistant nothing.
 * Run: node packages/assistant/eval/audit.ts [set …] [--alike]
 */
import { mutantsOf } from './mutants.ts';
import { type OpenWorld, openWorld } from './open-world.ts';
import type { EvalQuestion } from './questions/question.ts';
import { SETS } from './questions/sets.ts';
import { reduce, sameResult } from './same-result.ts';
import { WORLD_NAMES, WORLDS } from './worlds/worlds.ts';

interface Tally {
  queries: number;
  failed: number;
  empty: number;
  emptyFirst: number;
  firsts: number;
  mutants: number;
  told: number;
}

const isEmpty = (rows: readonly unknown[]): boolean =>
  rows.length === 0 || (rows.length === 1 && /^\{"\$d":\{("\w+":(0|null),?)+\}\}$/.test(JSON.stringify(rows[0])));

const auditGold = async (item: EvalQuestion, text: string, world: OpenWorld, tally: Tally): Promise<boolean> => {
  tally.queries += 1;
  const ran = await world.run(text);
  if (!ran.ok) {
    tally.failed += 1;
    console.log(`FAILED ${item.world}: ${item.question}\n  ${text}\n  ${ran.message}`);
    return false;
  }
  if (!isEmpty(ran.result.rows)) return true;
  tally.empty += 1;
  console.log(`EMPTY ${item.world}: ${item.question}\n  ${text}`);
  return false;
};

/** Whether the result of each query that is one edit away is another one. */
const auditMutants = async (text: string, world: OpenWorld, tally: Tally): Promise<void> => {
  const gold = await world.run(text);
  if (!gold.ok) return;
  const expected = reduce(gold.result);
  for (const { edit, query } of mutantsOf(text)) {
    const ran = await world.run(query);
    if (!ran.ok) continue;
    tally.mutants += 1;
    const found = reduce(ran.result);
    if (!sameResult(expected, found) || !sameResult(found, expected)) tally.told += 1;
    else if (process.argv.includes('--alike')) console.log(`ALIKE ${edit}\n  ${text}\n  ${query}`);
  }
};

const auditItem = async (item: EvalQuestion, world: OpenWorld, tally: Tally): Promise<void> => {
  for (const [index, text] of item.accept.entries()) {
    const holds = await auditGold(item, text, world, tally);
    if (index > 0) continue;
    tally.firsts += 1;
    if (holds) await auditMutants(text, world, tally);
    else tally.emptyFirst += 1;
  }
};

const percent = (part: number, of: number): string =>
  `${part} of ${of} (${((100 * part) / Math.max(1, of)).toFixed(1)} %)`;

const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const sets = Object.entries(SETS).filter(([name]) => wanted.length === 0 || wanted.includes(name));
const tallies = new Map<string, Tally>(
  sets.map(([name]) => [name, { queries: 0, failed: 0, empty: 0, emptyFirst: 0, firsts: 0, mutants: 0, told: 0 }]),
);
for (const name of WORLD_NAMES) {
  const world = await openWorld(WORLDS[name]());
  try {
    for (const [set, items] of sets) {
      for (const item of items.filter((one) => one.world === name)) {
        await auditItem(item, world, tallies.get(set) as Tally);
      }
    }
  } finally {
    await world.close();
  }
}
for (const [set, tally] of tallies) {
  console.log(
    `${set}: ${tally.queries} expected queries, ${tally.failed} failed, ${tally.empty} empty; of the first ones empty ${percent(tally.emptyFirst, tally.firsts)}; one edit tells apart ${percent(tally.told, tally.mutants)}`,
  );
}
