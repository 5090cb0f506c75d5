import { type DataSetStats, type StoreStats, storeStats } from '@clearspan/contracts';
import type { ServiceApp } from '@clearspan/service-kit';
import type { DataSet, TelemetryStore } from '@clearspan/telemetry-store';
import type { Ingest } from '../core/ingest.ts';
import type { Rates } from '../core/rates.ts';
import type { DropRecord } from '../core/retention/drop-record.ts';
import type { Retention } from '../core/retention/retention.ts';
import { dataSetStats } from '../core/stats/data-set-stats.ts';
import { forwardStats } from '../core/stats/forward-stats.ts';
import type { Forwarding } from '../forward/forwarding.ts';
import { storeProblem } from './store-problem.ts';

export interface StatsRouteParts {
  readonly store: Pick<TelemetryStore, 'stats'>;
  readonly ingest: Pick<Ingest, 'walBytes'>;
  readonly rates: Rates;
  readonly retention: Retention;
  readonly dropped: Pick<DropRecord, 'last'>;
  readonly forwarding: Pick<Forwarding, 'states'>;
}

/** `GET /api/store/stats`: what the store holds. */
export const statsRoutes = (app: ServiceApp, parts: StatsRouteParts): void => {
  const { store, ingest, rates, retention, dropped, forwarding } = parts;
  app.get('/api/store/stats', { schema: { response: { 200: storeStats } } }, async (): Promise<StoreStats> => {
    const { tables, engine } = await store.stats().catch((error: unknown) => {
      throw storeProblem(error);
    });
    const [name = '', version = ''] = engine.split(' ');
    const perSecond = rates.perSecond(Date.now());
    const ofSet = (dataSet: DataSet): DataSetStats =>
      dataSetStats(tables, dataSet, { perSecond, retention, last: dropped.last(dataSet) });
    return {
      tables: tables.map((table) => ({
        name: table.table,
        rows: table.rows,
        bytes_on_disk: table.bytesOnDisk,
        bytes_uncompressed: table.bytesUncompressed,
        oldest: table.oldest,
        newest: table.newest,
      })),
      data_sets: { logs: ofSet('logs'), spans: ofSet('spans'), metrics: ofSet('metrics') },
      wal_bytes: ingest.walBytes(),
      ingest_per_second: perSecond,
      engine: { name, version },
      forward: forwarding.states().map((state) => forwardStats(state, Date.now())),
    };
  });
};
