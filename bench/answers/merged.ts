import { setTimeout as delay } from 'node:timers/promises';
import type { Engine } from '../executed/engine.ts';

const LOOK_MS = 1_000;
/** So many looks without a merge: nothing is left to be merged. */
const QUIET_LOOKS = 5;

/** Lets the engine merge what was inserted, as a store does in some minutes. */
export const merged = async (engine: Engine): Promise<void> => {
  await engine.run('SYSTEM START MERGES');
  for (let quiet = 0; quiet < QUIET_LOOKS; ) {
    await delay(LOOK_MS);
    const [[merges] = []] = await engine.rows('SELECT count() FROM system.merges');
    quiet = Number(merges) === 0 ? quiet + 1 : 0;
  }
};
