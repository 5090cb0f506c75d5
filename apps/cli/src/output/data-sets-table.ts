import type { DataSetStats, StoreStats } from '@clearspan/contracts';
import { printTable } from './print-table.ts';
import { bytesText, countText } from './units.ts';

const orDash = (value: number | null, text: (value: number) => string): string => (value === null ? '-' : text(value));

const keptText = ({ days, bytes_max }: DataSetStats['retention']): string =>
  `${countText(days, 'day')}${bytes_max === null ? '' : `, ${bytesText(bytes_max)}`}`;

const dropLine = (name: string, { last_drop, bytes_max }: DataSetStats['retention']): string => {
  if (last_drop === null) return '';
  const { at, first_day, last_day, rows, bytes } = last_drop;
  const days = first_day === last_day ? first_day : `${first_day} to ${last_day}`;
  const limit = bytes_max === null ? '' : ` for the limit of ${bytesText(bytes_max)}`;
  return `${name}: ${days} dropped at ${at}${limit} (${countText(rows, 'row')}, ${bytesText(bytes)})\n`;
};

/** What is held of each data set, how long it is kept, and what was dropped last. */
export const dataSetsTable = ({ data_sets }: StoreStats, colour: boolean): string => {
  const sets = Object.entries(data_sets);
  const rows = sets.map(([name, set]) => [
    name,
    set.rows.toLocaleString('en'),
    bytesText(set.bytes_on_disk),
    bytesText(set.bytes_uncompressed),
    orDash(set.compression_ratio, (ratio) => `${ratio.toFixed(1)}×`),
    orDash(set.bytes_per_row, bytesText),
    set.ingest_per_second.toFixed(1),
    set.oldest,
    set.newest,
    keptText(set.retention),
  ]);
  const columns = [
    { name: 'data', numeric: false },
    { name: 'rows', numeric: true },
    { name: 'on disk', numeric: true },
    { name: 'plain', numeric: true },
    { name: 'ratio', numeric: true },
    { name: 'a row', numeric: true },
    { name: 'a second', numeric: true },
    { name: 'oldest', numeric: false },
    { name: 'newest', numeric: false },
    { name: 'kept', numeric: false },
  ];
  return printTable({ columns, rows }, { colour }) + sets.map(([name, set]) => dropLine(name, set.retention)).join('');
};
