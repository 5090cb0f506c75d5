import { type CatalogLimits, countSinceSql, rowsSince, type SampleRows, sampleSql } from './catalog-sql.ts';
import type { Read } from './read-sample.ts';
import type { Dataset } from './sources.ts';

const SECOND_NANOS = 1_000_000_000n;
/** Looked through until one holds enough records: the newest are found without sorting all there are. */
const WINDOWS_S: readonly bigint[] = [900n, 86_400n];

/** The newest records of a table. */
export const newestRows = async (
  read: Read,
  dataset: Dataset,
  newestNanos: bigint,
  { sampleRows }: CatalogLimits,
): Promise<SampleRows> => {
  let start = 0n;
  for (const window of WINDOWS_S) {
    const edge = newestNanos - window * SECOND_NANOS;
    if (Number((await read(countSinceSql(dataset, edge)))[0]?.[0]) < sampleRows) continue;
    start = edge;
    break;
  }
  const [row = []] = await read(sampleSql(dataset, start, sampleRows));
  return rowsSince(dataset, BigInt(String(row[0])), Number(row[1]));
};
