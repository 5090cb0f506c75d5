import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TelemetryStore } from '@clearspan/telemetry-store';
import { Session } from 'chdb';
import { connectionArgs, serverConfig } from '../../packages/telemetry-store-clickhouse/src/engine/server-config.ts';

const GIGABYTE = 1024 ** 3;
/** As the store opens it, with room for filling ten million rows at once. */
const LIMITS = { memoryBytesMax: 8 * GIGABYTE, threads: 2 };

export type Rows = readonly (readonly unknown[])[];

/** The engine in this process, so that its CPU time can be read. */
export interface Engine {
  run(sql: string): Promise<void>;
  /** Rows as the store reads them. */
  rows(sql: string): Promise<Rows>;
  close(): void;
}

/** With the settings of the store's own engine. `path` is where its data is. */
export const openEngine = (dir: string, path: string = join(dir, 'db')): Engine => {
  mkdirSync(path, { recursive: true });
  const config = join(dir, 'engine.xml');
  writeFileSync(config, serverConfig({ ...LIMITS, backupsPath: join(dir, 'backups') }));
  const session = new Session(path, { connectionArgs: connectionArgs(config, LIMITS) });
  return {
    run: async (sql) => void (await session.queryAsync(sql, { format: 'Null' })),
    rows: async (sql) => {
      const result = await session.queryAsync(sql, { format: 'JSONCompact' });
      return (JSON.parse(result.text()) as { data: Rows }).data;
    },
    close: () => session.close(),
  };
};

/** As much of the store's port as reading the catalog takes. */
export const asStore = (engine: Engine): Pick<TelemetryStore, 'query'> => ({
  query: async ({ sql }) => ({ columns: [], rows: await engine.rows(sql), scannedRows: 0, scannedBytes: 0, ms: 0 }),
});
