import type { Catalog, CatalogDataset, CatalogField, CatalogMetric } from '@clearspan/contracts';
import type { TableBatch, TelemetryStore } from '../store.ts';
import { type CatalogLimits, extentSql, rowsBeside } from './catalog-sql.ts';
import { foldFields } from './fold-fields.ts';
import { newestRows } from './newest-rows.ts';
import { readMetrics } from './read-metrics.ts';
import { type Read, readSample } from './read-sample.ts';
import type { Sample } from './sample.ts';
import { movedWindow, type SampleWindow, sampleOf, windowOf } from './sample-window.ts';
import type { Dataset } from './sources.ts';

/** What comes into the store while the catalog is followed. */
export interface CatalogArrivals {
  /**
   * The records that were stored since the last call, or the newest of them; null where none was, `many` where there are
   * too many to give.
   */
  take(dataset: Dataset): TableBatch | 'many' | null;
  /** Whether points of metrics were stored since the last call. */
  metricsCame(): boolean;
}

export interface CatalogParts {
  readonly store: Pick<TelemetryStore, 'query'>;
  /** Null where nothing comes. */
  readonly coming: { readonly arrivals: CatalogArrivals; readonly beside: Pick<TelemetryStore, 'withRows'> } | null;
  readonly limits: CatalogLimits;
}

/** What is known of a data set. */
interface Known {
  /** Records there were. */
  readonly records: number;
  readonly window: SampleWindow;
  readonly fields: readonly CatalogField[];
}

const EMPTY: CatalogDataset = { records: 0, oldest: null, newest: null, fields: [] };

/** What every record has: its time. */
const TIMESTAMP: CatalogField = {
  root: 'm',
  path: ['timestamp'],
  types: [{ type: 'timestamp', share: 1 }],
  presence: 1,
  distinct: 0,
  values: [],
  examples: [],
};
const SPAN_EVENTS: CatalogField = { ...TIMESTAMP, root: 'd', path: ['logs'], types: [{ type: 'array', share: 1 }] };

const fieldsOf = (dataset: Dataset, sample: Sample): readonly CatalogField[] => [
  TIMESTAMP,
  ...foldFields(dataset, sample),
  ...(dataset === 'spans' ? [SPAN_EVENTS] : []),
];

/** More than the sources of any data set. */
const SOURCES_MAX = 16;

/**
 * Reads the schema that no one declared, from the newest records at first and then from what came since: a record counts
 * when it is stored, whatever its own time. Where records were dropped, came in a flood, or a reading failed, it begins anew.
 */
export const followCatalog = ({ store, coming, limits }: CatalogParts): ((asOf: string) => Promise<Catalog>) => {
  const { ms, memoryBytes, fieldsMax, shapesRows, metricsMax } = limits;
  const statement = { ms, memoryBytes, rows: Math.max(SOURCES_MAX * fieldsMax, shapesRows, metricsMax) };
  const read: Read = async (sql) => (await store.query({ sql, limits: statement })).rows;
  const known = new Map<Dataset, Known>();
  let metrics: readonly CatalogMetric[] | null = null;

  const begin = async (dataset: Dataset, newestNanos: bigint): Promise<SampleWindow> => {
    const rows = await newestRows(read, dataset, newestNanos, limits);
    return windowOf(await readSample(read, dataset, rows, limits));
  };

  const move = async (dataset: Dataset, window: SampleWindow, batch: TableBatch): Promise<SampleWindow> => {
    const sample = await coming?.beside.withRows(batch, (beside) => {
      const readBeside: Read = async (sql) => (await beside.query({ sql, limits: statement })).rows;
      return readSample(readBeside, dataset, rowsBeside(beside.source, batch.rows), limits);
    });
    return sample === undefined ? window : movedWindow(window, sample, limits);
  };

  const readDataset = async (dataset: Dataset): Promise<CatalogDataset> => {
    const before = known.get(dataset);
    // Until this reading has ended well nothing is known: what was taken is not there a second time.
    known.delete(dataset);
    const batch = coming?.arrivals.take(dataset) ?? null;
    const [[count, oldest, newest, newestNanos] = []] = await read(extentSql(dataset));
    const records = Number(count);
    if (records === 0) return EMPTY;
    const follows = before !== undefined && batch !== 'many' && records >= before.records;
    const window = !follows
      ? await begin(dataset, BigInt(String(newestNanos)))
      : batch === null
        ? before.window
        : await move(dataset, before.window, batch);
    const fields = before?.window === window ? before.fields : fieldsOf(dataset, sampleOf(window, limits));
    known.set(dataset, { records, window, fields });
    return { records, oldest: String(oldest), newest: String(newest), fields: [...fields] };
  };

  /** The list is short, and cheap to read whole. */
  const metricsNow = async (): Promise<readonly CatalogMetric[]> => {
    if (coming?.arrivals.metricsCame() === true) metrics = null;
    metrics ??= await readMetrics(read, limits);
    return metrics;
  };

  return async (asOf) => {
    const logs = await readDataset('logs');
    const spans = await readDataset('spans');
    return { as_of: asOf, logs, spans, metrics: [...(await metricsNow())] };
  };
};
