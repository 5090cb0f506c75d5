/**
 * Asks questions of seeded worlds, runs what the assistant answers in an engine, and compares the results with those of
 * the accepted queries. Prints the share of right answers by intent and difficulty.
 * Run: node packages/assistant/eval/main.ts [set …] [--wrong]
 */
import { type Judged, judge } from './judge.ts';
import { type OpenWorld, openWorld } from './open-world.ts';
import type { EvalQuestion, WorldName } from './questions/question.ts';
import { SETS } from './questions/sets.ts';
import { fleetLines } from './worlds/fleet-lines.ts';
import { ownLines } from './worlds/own-lines.ts';
import { shopLines } from './worlds/shop-lines.ts';

const WORLDS: Readonly<Record<WorldName, () => ReturnType<typeof ownLines>>> = {
  own: ownLines,
  shop: shopLines,
  fleet: fleetLines,
};

const judgeAll = async (items: readonly EvalQuestion[]): Promise<readonly Judged[]> => {
  const judged: Judged[] = [];
  for (const name of Object.keys(WORLDS) as WorldName[]) {
    const own = items.filter((item) => item.world === name);
    if (own.length === 0) continue;
    const world: OpenWorld = await openWorld(WORLDS[name]());
    try {
      for (const item of own) judged.push(await judge(item, world));
    } finally {
      await world.close();
    }
  }
  return judged;
};

const share = (part: number, of: number): string =>
  of === 0 ? 'none' : `${part}/${of} ${((100 * part) / of).toFixed(1)} %`;

const printBy = (title: string, judged: readonly Judged[], key: (one: Judged) => string): void => {
  console.log(`\n${title}`);
  const groups = Map.groupBy(judged, key);
  for (const [name, group] of [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    console.log(`  ${name.padEnd(12)} ${share(group.filter((one) => one.right).length, group.length)}`);
  }
};

const print = (set: string, judged: readonly Judged[]): void => {
  const right = judged.filter((one) => one.right);
  const sure = judged.filter((one) => one.confidence >= 0.8 && one.got.kind === 'answer');
  const answerable = judged.filter((one) => one.item.decide === undefined);
  console.log(`\n== ${set}: ${share(right.length, judged.length)}`);
  printBy('difficulty', judged, ({ item }) => item.difficulty);
  printBy('intent', judged, ({ item }) => item.intent);
  printBy('world', judged, ({ item }) => item.world);
  console.log(
    `\nright where the confidence is at least 0.8: ${share(sure.filter((one) => one.right).length, sure.length)}`,
  );
  console.log(`wrong without a warning: ${share(judged.filter((one) => one.silent).length, judged.length)}`);
  const declined = answerable.filter((one) => one.got.kind !== 'answer');
  console.log(`asked back or declined without need: ${share(declined.length, answerable.length)}`);
};

const printWrong = (judged: readonly Judged[]): void => {
  for (const { item, got, note, silent } of judged.filter((one) => !one.right)) {
    const asked = [...(item.before ?? []), item.question].join(' > ');
    const said =
      got.kind === 'answer'
        ? `${got.query} (${got.confidence}, left out: ${got.ignored.join(', ') || 'nothing'})`
        : got.kind;
    console.log(
      `\n${silent ? 'SILENT ' : ''}${item.world}/${item.difficulty}/${item.intent}: ${asked}\n  got  ${said}\n  want ${item.accept[0] ?? item.decide}\n  ${note}`,
    );
  }
};

const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
for (const [set, items] of Object.entries(SETS)) {
  if (wanted.length > 0 && !wanted.includes(set)) continue;
  const judged = await judgeAll(items);
  print(set, judged);
  if (process.argv.includes('--wrong')) printWrong(judged);
}
