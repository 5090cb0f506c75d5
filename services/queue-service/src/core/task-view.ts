import type { QueueStats, TaskView } from '@clearspan/contracts';
import type { Task, TaskStats } from '@clearspan/tasks';

const iso = (ms: number): string => new Date(ms).toISOString();

/** A task as callers see it: without the payload, the lease and the trace it belongs to. */
export const taskViewOf = (task: Task): TaskView => ({
  message_id: task.id,
  type: task.type,
  status: task.status,
  attempts: task.attempts,
  attempts_max: task.attemptsMax,
  progress: task.status === 'running' ? task.progress : task.status === 'completed' ? 1 : null,
  ...('result' in task ? { result: task.result } : {}),
  ...('error' in task ? { error: task.error } : {}),
  enqueued_at: iso(task.enqueuedAtMs),
  run_at: iso(task.runAtMs),
  ...('startedAtMs' in task && task.startedAtMs !== null ? { started_at: iso(task.startedAtMs) } : {}),
  ...('finishedAtMs' in task ? { finished_at: iso(task.finishedAtMs) } : {}),
});

export const queueStatsOf = (stats: TaskStats): QueueStats => {
  const byState: Record<string, number> = {};
  for (const { status, count } of stats.counts) byState[status] = (byState[status] ?? 0) + count;
  return {
    depth: stats.depth,
    oldest_age_s: stats.oldestAgeMs === null ? null : stats.oldestAgeMs / 1000,
    rates: stats.rates,
    by_state: byState,
    by_type: stats.counts.map(({ type, status, count }) => ({ type, state: status, count })),
  };
};
