// Runs tasks until it is killed, or, when told to drain, until none is left. Each task takes a while, some take longer
// than their lease; the effect counts only if the report under the lease was accepted.
import { setTimeout as wait } from 'node:timers/promises';
import { LEASE_MS, openKillStore, openLedger, TASK_TYPE } from './kill-store.ts';
import { seeded } from './seeded.ts';

const [, , folder, seed, mode] = process.argv as [string, string, string, string, string];
const random = seeded(Number(seed));
const store = await openKillStore(folder);
const write = openLedger(folder, 'effects');

const drained = async (): Promise<boolean> => {
  const { counts } = await store.stats();
  return counts.every(({ status }) => status === 'completed');
};

for (;;) {
  const claims = await store.claim({ types: [TASK_TYPE], slots: 20, leaseMs: LEASE_MS });
  if (claims.length === 0) {
    if (mode === 'drain' && (await drained())) break;
    await wait(5);
    continue;
  }
  const stalls = mode !== 'drain' && random() < 0.02;
  await wait(stalls ? LEASE_MS * 1.5 : random() * 8);
  await Promise.all(
    claims.map(async ({ lease }) => {
      const { kind } = await store.complete(lease, { by: process.pid });
      write(`${kind} ${lease.taskId}`);
    }),
  );
}
await store.close();
