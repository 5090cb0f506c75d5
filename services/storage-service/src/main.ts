import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DATA_FILES } from '@clearspan/contracts';
import { type RunningService, runService, startService } from '@clearspan/service-kit';
import { configSchema, type StorageConfig } from './config.ts';
import { openSqlRecords } from './records/sql-records.ts';
import { feedbackRoutes } from './routes/feedback.ts';
import { historyRoutes } from './routes/history.ts';
import { learnedRoutes } from './routes/learned.ts';
import { processingRoutes } from './routes/processing.ts';

const NAME = 'storage-service';

/** Keeps feedback, insights, history and what was learned in `records.db`. */
export const startStorageService = async (config: StorageConfig): Promise<RunningService> => {
  const records = await openSqlRecords({
    file: join(config.CLEARSPAN_DATA, DATA_FILES.records),
    now: () => new Date(),
    newId: randomUUID,
    rowsMax: config.STORAGE_ROWS_MAX,
  });
  return startService({
    name: NAME,
    host: config.HOST,
    port: config.STORAGE_SERVICE_PORT,
    logLevel: config.LOG_LEVEL,
    register: (app) => {
      feedbackRoutes(app, records);
      processingRoutes(app, records);
      historyRoutes(app, records);
      learnedRoutes(app, records);
    },
    ready: [{ name: 'records', check: async () => void (await records.historyItem('')) }],
    close: () => records.close(),
  });
};

if (import.meta.main) await runService(NAME, configSchema, startStorageService);
