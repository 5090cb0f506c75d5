// Adds tasks until it is killed, and writes down each id once it was acknowledged.
import { openKillStore, openLedger, TASK_TYPE } from './kill-store.ts';

const DEPTH_MAX = 400;
const BATCH = 25;

const folder = process.argv[2] as string;
const store = await openKillStore(folder);
const acknowledge = openLedger(folder, 'acknowledged');

for (let n = 0; ; n++) {
  if ((await store.stats()).depth > DEPTH_MAX) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    continue;
  }
  await Promise.all(
    Array.from({ length: BATCH }, async () => {
      const outcome = await store.enqueue({ type: TASK_TYPE, payload: { n } });
      if (outcome.kind === 'accepted') acknowledge(outcome.id);
    }),
  );
}
