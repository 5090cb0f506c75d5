import type { TaskCount, TaskFilter, TaskList, TaskStats, TaskStore } from '@clearspan/tasks';
import type { Context } from './context.ts';
import { stateName, stateNumber, taskOf } from './row.ts';

const RATE_SECONDS = 60;
const CURSOR = /^\d{1,15}$/;

const list = (context: Context, { status, type, cursor, limit }: TaskFilter): TaskList => {
  const size = Math.min(limit, context.limits.pageTasksMax);
  const rows = context.statements.list({
    before: CURSOR.test(cursor ?? '') ? Number(cursor) : Number.MAX_SAFE_INTEGER,
    state: status === undefined ? null : stateNumber(status),
    type: type ?? null,
    limit: size + 1,
  });
  const last = rows[size - 1];
  return {
    tasks: rows.slice(0, size).map(taskOf),
    nextCursor: rows.length > size && last ? String(last.seq) : null,
  };
};

const byTypeAndStatus = (a: TaskCount, b: TaskCount): number =>
  `${a.type} ${a.status}` < `${b.type} ${b.status}` ? -1 : 1;

const stats = (context: Context): TaskStats => {
  const { statements } = context;
  const nowMs = context.now();
  const counts = statements
    .counts({})
    .map(({ type, state, count }) => ({ type, status: stateName(state), count }))
    .sort(byTypeAndStatus);
  const dueMs = statements.oldest({})?.at ?? null;
  const sums = statements.rates({ after: Math.floor(nowMs / 1000) - RATE_SECONDS });
  return {
    depth: counts.reduce((n, c) => n + (c.status === 'queued' || c.status === 'failed' ? c.count : 0), 0),
    oldestAgeMs: dueMs !== null && dueMs <= nowMs ? nowMs - dueMs : null,
    rates: {
      enqueued: (sums?.enqueued ?? 0) / RATE_SECONDS,
      completed: (sums?.completed ?? 0) / RATE_SECONDS,
      failed: (sums?.failed ?? 0) / RATE_SECONDS,
    },
    counts,
  };
};

/** What only looks. Readers of a WAL file never wait for its writer. */
export const readOperations = (
  context: Context,
): Pick<TaskStore, 'depth' | 'position' | 'status' | 'list' | 'stats'> => ({
  depth: () => context.read(() => context.statements.depth({})?.depth ?? 0),
  position: (id) =>
    context.read(() => context.statements.position({ id, max: context.limits.positionMax })?.position ?? 0),
  status: (id) =>
    context.read(() => {
      const row = context.statements.status({ id });
      return row ? taskOf(row) : null;
    }),
  list: (filter) => context.read(() => list(context, filter)),
  stats: () => context.read(() => stats(context)),
});
