import type { Catalog, CatalogDataset, CatalogField } from '@clearspan/contracts';
import type { TelemetryStore } from '../store.ts';
import {
  type CatalogLimits,
  countSinceSql,
  extentSql,
  fieldsSql,
  sampleSql,
  shapesSql,
  tokensSql,
} from './catalog-sql.ts';
import { foldFields, type SourceRows } from './fold-fields.ts';
import { countShapes } from './shapes.ts';
import { type Dataset, SOURCES } from './sources.ts';

type Rows = readonly (readonly unknown[])[];
type Read = (sql: string) => Promise<Rows>;

const SECOND_NANOS = 1_000_000_000n;
/** Looked through until one holds enough records: the newest are found without sorting all there are. */
const WINDOWS_S: readonly bigint[] = [900n, 86_400n];

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

const findSample = async (
  read: Read,
  dataset: Dataset,
  newest: bigint,
  rows: number,
): Promise<{ readonly from: bigint; readonly rows: number }> => {
  let start = 0n;
  for (const window of WINDOWS_S) {
    const edge = newest - window * SECOND_NANOS;
    if (Number((await read(countSinceSql(dataset, edge)))[0]?.[0]) < rows) continue;
    start = edge;
    break;
  }
  const [row = []] = await read(sampleSql(dataset, start, rows));
  return { from: BigInt(String(row[0])), rows: Number(row[1]) };
};

const readDataset = async (read: Read, dataset: Dataset, limits: CatalogLimits): Promise<CatalogDataset> => {
  const [extent = []] = await read(extentSql(dataset));
  const [records, oldest, newest, newestNanos] = extent;
  if (Number(records) === 0) return EMPTY;
  const sample = await findSample(read, dataset, BigInt(String(newestNanos)), limits.sampleRows);
  const sources: SourceRows[] = [];
  // One after the other: the catalog must not take all readers of the engine.
  for (const source of SOURCES[dataset]) {
    const fields = await read(fieldsSql(source, dataset, sample.from, limits));
    const tokens = source.words && fields.length > 0 ? await read(tokensSql(source, dataset, sample.from, limits)) : [];
    sources.push({ source, fields, tokens });
  }
  const texts = dataset === 'logs' ? await read(shapesSql(sample.from, limits.shapesRows)) : [];
  const shapes = countShapes(texts.map(([text]) => String(text)));
  const found = foldFields({ dataset, sources, shapes, sampled: sample.rows, shapesSampled: texts.length });
  const events: CatalogField[] =
    dataset === 'spans' ? [{ ...TIMESTAMP, root: 'd', path: ['logs'], types: [{ type: 'array', share: 1 }] }] : [];
  return {
    records: Number(records),
    oldest: String(oldest),
    newest: String(newest),
    fields: [TIMESTAMP, ...found, ...events],
  };
};

/** Reads the schema that no one declared from the newest records. */
export const readCatalog = async (
  store: Pick<TelemetryStore, 'query'>,
  limits: CatalogLimits,
  asOf: string,
): Promise<Catalog> => {
  const rows = Math.max(limits.fieldsMax, limits.shapesRows) + 1;
  const read: Read = async (sql) =>
    (await store.query({ sql, limits: { ms: limits.ms, memoryBytes: limits.memoryBytes, rows } })).rows;
  const logs = await readDataset(read, 'logs', limits);
  const spans = await readDataset(read, 'spans', limits);
  return { as_of: asOf, logs, spans };
};
