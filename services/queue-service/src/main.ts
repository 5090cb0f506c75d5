import { join } from 'node:path';
import { DATA_FILES } from '@clearspan/contracts';
import { type RunningService, runService, startService } from '@clearspan/service-kit';
import { openSqliteTasks } from '@clearspan/tasks-sqlite';
import { configSchema, type QueueConfig } from './config.ts';
import { queueGauges } from './queue-gauges.ts';
import { enqueueRoute } from './routes/enqueue.ts';
import { taskRoutes } from './routes/tasks.ts';

const NAME = 'queue-service';

/** Accepts tasks into `tasks.db`. What it has answered 202 to survives the loss of power. */
export const startQueueService = async (config: QueueConfig): Promise<RunningService> => {
  const store = await openSqliteTasks({ file: join(config.CLEARSPAN_DATA, DATA_FILES.tasks), durability: 'power' });
  const endGauges = queueGauges(store);
  return startService({
    name: NAME,
    host: config.HOST,
    port: config.QUEUE_SERVICE_PORT,
    logLevel: config.LOG_LEVEL,
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

if (import.meta.main) await runService(NAME, configSchema, startQueueService);
