import { join } from 'node:path';
import { type RunningService, startService } from '@clearspan/service-kit';
import { openSqliteTasks } from '@clearspan/tasks-sqlite';
import { enqueueRoute } from './routes/enqueue.ts';
import { queueGauges } from './routes/queue-gauges.ts';
import { taskRoutes } from './routes/tasks.ts';

export interface QueueServiceSettings {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
}

/** Accepts tasks into `tasks.db`. What it has answered 202 to survives the loss of power. */
export const startQueueService = async ({ host, port, dataDir }: QueueServiceSettings): Promise<RunningService> => {
  const store = await openSqliteTasks({ file: join(dataDir, 'tasks.db'), durability: 'power' });
  const endGauges = queueGauges(store);
  return startService({
    name: 'queue-service',
    host,
    port,
    register: (app) => {
      enqueueRoute(app, store);
      taskRoutes(app, store);
    },
    ready: [{ name: 'tasks', check: async () => void (await store.depth()) }],
    close: async () => {
      endGauges();
      await store.close();
    },
  });
};
