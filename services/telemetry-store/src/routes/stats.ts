import { type StoreStats, storeStats } from '@clearspan/contracts';
import type { ServiceApp } from '@clearspan/service-kit';
import type { TelemetryStore } from '@clearspan/telemetry-store';
import type { Ingest } from '../core/ingest.ts';
import type { Rates } from '../core/rates.ts';
import { storeProblem } from './store-problem.ts';

export interface StatsRouteParts {
  readonly store: Pick<TelemetryStore, 'stats'>;
  readonly ingest: Pick<Ingest, 'walBytes'>;
  readonly rates: Rates;
}

/** `GET /api/store/stats`: what the store holds. */
export const statsRoutes = (app: ServiceApp, { store, ingest, rates }: StatsRouteParts): void => {
  app.get('/api/store/stats', { schema: { response: { 200: storeStats } } }, async (): Promise<StoreStats> => {
    const { tables, engine } = await store.stats().catch((error: unknown) => {
      throw storeProblem(error);
    });
    const [name = '', version = ''] = engine.split(' ');
    return {
      tables: tables.map((table) => ({
        name: table.table,
        rows: table.rows,
        bytes_on_disk: table.bytesOnDisk,
        bytes_uncompressed: table.bytesUncompressed,
        oldest: table.oldest,
        newest: table.newest,
      })),
      wal_bytes: ingest.walBytes(),
      ingest_per_second: rates.perSecond(Date.now()),
      engine: { name, version },
    };
  });
};
