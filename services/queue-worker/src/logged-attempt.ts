import type { createLogger } from '@clearspan/service-kit';
import type { Claim } from '@clearspan/tasks';
import type { AttemptEnd } from './core/run-attempt.ts';

type Logger = ReturnType<typeof createLogger>;

/** One line for each attempt, inside its span, so that the line carries the ids of the trace. */
export const loggedAttempt =
  (log: Logger) =>
  async ({ task, lease }: Claim, run: () => Promise<AttemptEnd>): Promise<AttemptEnd> => {
    const end = await run();
    const line = { task_id: task.id, type: task.type, attempt: lease.attempt, outcome: end.kind };
    switch (end.kind) {
      case 'completed':
      case 'released':
        log.info(line, `task ${end.kind}`);
        break;
      case 'lost':
        log.warn(line, 'the result was discarded: the lease had passed on');
        break;
      case 'retry':
        log.warn({ ...line, error: end.message, run_at: new Date(end.runAtMs).toISOString() }, 'task failed');
        break;
      case 'dead':
        log.error({ ...line, error: end.message }, 'task is dead');
        break;
    }
    return end;
  };
