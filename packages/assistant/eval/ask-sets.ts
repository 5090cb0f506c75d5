import { type Asked, ask, type Judged, judge } from './judge.ts';
import { openWorld } from './open-world.ts';
import type { EvalQuestion } from './questions/question.ts';
import { roleOf, type SetRole } from './questions/sets.ts';
import { rememberRuns } from './remember-runs.ts';
import { withTypo } from './typo.ts';
import { WORLD_NAMES, WORLDS } from './worlds/worlds.ts';

export interface AskedQuestion extends Judged {
  readonly set: string;
  readonly role: SetRole;
  /** Whether the answer is right with one typo in the question; null where no typo was made. */
  readonly rightWithTypo: boolean | null;
}

/** A question that no query answers has nothing to lose to a typo. */
const judgeWithTypo = async (item: EvalQuestion, without: Judged, world: Asked): Promise<boolean | null> => {
  const question = item.decide === undefined ? withTypo(item.question) : null;
  if (question === null) return null;
  const got = ask({ ...item, question }, world.catalog);
  const isSame = got.kind === 'answer' && without.got.kind === 'answer' && got.query === without.got.query;
  return isSame ? without.right : (await judge({ ...item, question }, got, world)).right;
};

/** Asks every question of the sets, with and without a typo. A world is opened once and asked all that is for it. */
export const askSets = async (
  sets: Readonly<Record<string, readonly EvalQuestion[]>>,
): Promise<readonly AskedQuestion[]> => {
  const items = Object.entries(sets).flatMap(([set, of]) => of.map((item) => ({ set, item })));
  const asked: AskedQuestion[] = [];
  for (const name of WORLD_NAMES) {
    const own = items.filter(({ item }) => item.world === name);
    if (own.length === 0) continue;
    const world = await openWorld(WORLDS[name]());
    const of: Asked = { catalog: world.catalog, run: rememberRuns(world) };
    try {
      for (const { set, item } of own) {
        const judged = await judge(item, ask(item, of.catalog), of);
        const rightWithTypo = await judgeWithTypo(item, judged, of);
        asked.push({ ...judged, set, role: roleOf(set), rightWithTypo });
      }
    } finally {
      await world.close();
    }
  }
  return asked;
};
