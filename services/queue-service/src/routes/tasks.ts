import { queueStats, type TaskView, taskPage, taskStatus, taskView } from '@clearspan/contracts';
import { problem, type ServiceApp } from '@clearspan/service-kit';
import type { ChangeOutcome, TaskStore } from '@clearspan/tasks';
import { z } from 'zod';
import { queueStatsOf, taskViewOf } from '../core/task-view.ts';

const PAGE_TASKS = 50;
const PAGE_TASKS_MAX = 200;

const byId = z.object({ id: z.string().min(1).max(100) });
const pageQuery = z.object({
  state: taskStatus.optional(),
  type: z.string().max(64).optional(),
  cursor: z
    .string()
    .regex(/^\d{1,15}$/, 'expected a cursor that an earlier page gave')
    .optional(),
  limit: z.coerce.number().int().min(1).max(PAGE_TASKS_MAX).default(PAGE_TASKS),
});
const schedules = z.object({ schedules: z.array(z.never()), note: z.string() });

const notFound = (id: string): Error =>
  problem('NOT_FOUND', `no task ${id}: it was never added, or finished so long ago that it is forgotten`);

const changed = (id: string, action: string, outcome: ChangeOutcome): TaskView => {
  switch (outcome.kind) {
    case 'changed':
      return taskViewOf(outcome.task);
    case 'unknown':
      throw notFound(id);
    case 'refused':
      throw problem('CONFLICT', `a task that is ${outcome.status} cannot be ${action}`);
  }
};

/** Looking at tasks, and changing their course. */
export const taskRoutes = (app: ServiceApp, store: TaskStore): void => {
  const one = { schema: { params: byId, response: { 200: taskView } } };
  app.get('/status/:id', one, async ({ params: { id } }) => {
    const task = await store.status(id);
    if (!task) throw notFound(id);
    return taskViewOf(task);
  });
  app.post('/cancel/:id', one, async ({ params: { id } }) => changed(id, 'cancelled', await store.cancel(id)));
  app.post('/retry/:id', one, async ({ params: { id } }) => changed(id, 'retried', await store.retry(id)));
  app.get('/stats', { schema: { response: { 200: queueStats } } }, async () => queueStatsOf(await store.stats()));
  app.get('/tasks', { schema: { querystring: pageQuery, response: { 200: taskPage } } }, async ({ query }) => {
    const { state, type, cursor, limit } = query;
    const page = await store.list({
      limit,
      ...(state === undefined ? {} : { status: state }),
      ...(type === undefined ? {} : { type }),
      ...(cursor === undefined ? {} : { cursor }),
    });
    return { tasks: page.tasks.map(taskViewOf), next_cursor: page.nextCursor };
  });
  app.get('/schedules', { schema: { response: { 200: schedules } } }, async () => ({
    schedules: [],
    note: 'schedules are not supported yet: every task is added by a request',
  }));
};
