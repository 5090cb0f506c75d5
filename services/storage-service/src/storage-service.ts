import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type RunningService, startService } from '@clearspan/service-kit';
import { openSqlRecords } from './records/sql-records.ts';
import { feedbackRoutes } from './routes/feedback.ts';
import { historyRoutes } from './routes/history.ts';
import { processingRoutes } from './routes/processing.ts';

export interface StorageServiceSettings {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  /** Rows of each kind of record at most; the oldest go. */
  readonly rowsMax: number;
}

/** Keeps feedback, insights and history in `records.db`. */
export const startStorageService = async (settings: StorageServiceSettings): Promise<RunningService> => {
  const { host, port, dataDir, rowsMax } = settings;
  const file = join(dataDir, 'records.db');
  const records = await openSqlRecords({ file, now: () => new Date(), newId: randomUUID, rowsMax });
  return startService({
    name: 'storage-service',
    host,
    port,
    register: (app) => {
      feedbackRoutes(app, records);
      processingRoutes(app, records);
      historyRoutes(app, records);
    },
    ready: [{ name: 'records', check: async () => void (await records.historyItem('')) }],
    close: () => records.close(),
  });
};
