import type { DataSetStats } from '@clearspan/contracts';
import { type DataSet, RECORD_TABLES, TABLES, type TableStats } from '@clearspan/telemetry-store';
import type { Signal } from '../../wal/record.ts';
import { type Dropped, dayMs } from '../retention/drop-record.ts';
import { DATA_SET_OF, type Retention } from '../retention/retention.ts';

export interface DataSetFacts {
  readonly perSecond: Readonly<Record<Signal, number>>;
  readonly retention: Retention;
  /** What was dropped of it last. */
  readonly last: Dropped | null;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const ratio = (a: number, b: number): number | null => (b === 0 ? null : a / b);
/** Times of one data set are written alike, so that they sort as text. */
const sorted = (times: readonly (string | null)[]): string[] => times.filter((time) => time !== null).sort();
const isoDay = (day: string): string => new Date(dayMs(day)).toISOString().slice(0, 10);

const dropStats = ({ at, firstDay, lastDay, rows, bytes }: Dropped): DataSetStats['retention']['last_drop'] => ({
  at,
  first_day: isoDay(firstDay),
  last_day: isoDay(lastDay),
  rows,
  bytes,
});

/** What is held of a data set: rows as they were sent, bytes with all that is made of them. */
export const dataSetStats = (
  all: readonly TableStats[],
  dataSet: DataSet,
  { perSecond, retention, last }: DataSetFacts,
): DataSetStats => {
  const tables = all.filter(({ table }) => TABLES[table].dataSet === dataSet);
  const records = tables.filter(({ table }) => RECORD_TABLES[dataSet].includes(table));
  const rows = sum(records.map((table) => table.rows));
  const onDisk = sum(tables.map(({ bytesOnDisk }) => bytesOnDisk));
  const uncompressed = sum(tables.map(({ bytesUncompressed }) => bytesUncompressed));
  const signals = (Object.keys(DATA_SET_OF) as Signal[]).filter((signal) => DATA_SET_OF[signal] === dataSet);
  return {
    rows,
    bytes_on_disk: onDisk,
    bytes_uncompressed: uncompressed,
    compression_ratio: ratio(uncompressed, onDisk),
    bytes_per_row: ratio(onDisk, rows),
    ingest_per_second: sum(signals.map((signal) => perSecond[signal])),
    oldest: sorted(records.map(({ oldest }) => oldest))[0] ?? null,
    newest: sorted(records.map(({ newest }) => newest)).at(-1) ?? null,
    retention: {
      days: retention.days[dataSet],
      bytes_max: retention.bytesMax[dataSet],
      last_drop: last && dropStats(last),
    },
  };
};
