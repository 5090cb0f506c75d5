import { STRING } from '../types/type.ts';
import { tableOf } from './datasets.ts';
import type { SchemaField, SchemaTable } from './schema-source.ts';

/** What a row of a table is looked up by, in `$m`: the value of its first column. */
export const TABLE_KEY = 'key';
/** Where a row stands in its table, in `$m`, from 0. */
export const TABLE_POSITION = 'position';

/** The fields of a table's rows: its columns, which hold text. Null for a data set that is no table, or not known. */
export const tableFields = (dataset: string, tables: readonly SchemaTable[] | null): readonly SchemaField[] | null => {
  const name = tableOf(dataset);
  const table = tables?.find((candidate) => candidate.name === name);
  return table?.columns.map((column) => ({ root: 'd', path: [column], types: [STRING] })) ?? null;
};
