import type { Context } from './context.ts';

/** Tasks deleted in one transaction: others wait no longer than this takes. */
const BATCH_TASKS = 1_000;

const RATE_SECONDS = 60;

/** Deletes finished tasks beyond the limits, batch by batch; how many. */
export const forgetFinished = async (context: Context): Promise<number> => {
  const { statements, limits, turns, now } = context;
  const batch = (): number => {
    statements.forgetActivity({ after: Math.floor(now() / 1000) - RATE_SECONDS });
    const old = statements.forgetOld({ cutoff: now() - limits.finishedKeepMs, batch: BATCH_TASKS });
    if (old === BATCH_TASKS) return old;
    return old + statements.forgetExcess({ keep: limits.finishedTasksMax, batch: BATCH_TASKS - old });
  };
  let total = 0;
  for (;;) {
    const gone = await turns.submit('change', batch);
    total += gone;
    // Terminates: each full batch left fewer finished tasks, and the sum of both limits bounds them.
    if (gone < BATCH_TASKS) return total;
  }
};
