import { join } from 'node:path';
import { DATA_FILES, PROCESS_QUERY_TASK, type TaskType } from '@clearspan/contracts';
import { createMeshClient } from '@clearspan/mesh';
import { createLogger, type RunningService, runService, startService } from '@clearspan/service-kit';
import { openSqliteTasks } from '@clearspan/tasks-sqlite';
import { configSchema, type WorkerConfig } from './config.ts';
import type { TaskHandler } from './core/handler.ts';
import { startWorker } from './core/worker.ts';
import { processQuery } from './handlers/process-query.ts';
import { loggedAttempt } from './logged-attempt.ts';
import { tracedAttempt } from './traced-attempt.ts';

const NAME = 'queue-worker';
const ATTEMPT_MS = 60_000;
/** Well within the time a service has to end: what cannot finish is given back and run by another worker. */
const DRAIN_MS = 2_000;

/** Runs the tasks of `tasks.db`, under leases: a task whose worker is gone is run by another one. */
export const startQueueWorker = async (config: WorkerConfig): Promise<RunningService> => {
  const log = createLogger(NAME, config.LOG_LEVEL);
  const mesh = createMeshClient({ caller: NAME, services: { 'processing-service': config.PROCESSING_SERVICE_URL } });
  // A completion that is lost with the power is made again: the effect of a task is the same however often it is run.
  const store = await openSqliteTasks({ file: join(config.CLEARSPAN_DATA, DATA_FILES.tasks), durability: 'process' });
  const logged = loggedAttempt(log);
  // By the type, so that a task which the queue accepts and nobody handles does not compile.
  const handlers: Readonly<Record<TaskType, TaskHandler>> = { [PROCESS_QUERY_TASK]: processQuery(mesh) };

  const worker = startWorker({
    store,
    handlers: new Map(Object.entries(handlers)),
    limits: {
      concurrencyTasks: config.QUEUE_WORKER_CONCURRENCY,
      leaseMs: config.QUEUE_WORKER_LEASE_MS,
      heartbeatMs: Math.ceil(config.QUEUE_WORKER_LEASE_MS / 3),
      attemptMs: ATTEMPT_MS,
    },
    around: (claim, run) => tracedAttempt(claim, () => logged(claim, run)),
    onError: (error, what) => log.error({ err: error }, `the task store failed: ${what}`),
  });

  return startService({
    name: NAME,
    host: config.HOST,
    port: config.QUEUE_WORKER_PORT,
    logLevel: config.LOG_LEVEL,
    // Before the server closes: what is given back late would wait for its lease to expire.
    register: (app) => void app.addHook('preClose', () => worker.drain(DRAIN_MS)),
    ready: [{ name: 'tasks', check: async () => void (await store.depth()) }],
    close: async () => {
      await store.close();
      await mesh.close();
    },
  });
};

if (import.meta.main) await runService(NAME, configSchema, startQueueWorker);
