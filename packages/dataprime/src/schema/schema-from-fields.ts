import {
  arrayOf,
  BOOL,
  INTERVAL,
  NUMBER,
  OBJECT,
  SEVERITY,
  STRING,
  TIMESTAMP,
  type Type,
  UNKNOWN,
} from '../types/type.ts';
import type { SchemaField, SchemaSource, SchemaTable } from './schema-source.ts';

/** A type values were seen with, as catalogs name it. */
export type SeenType = 'string' | 'number' | 'bool' | 'timestamp' | 'interval' | 'enum' | 'array' | 'object';

/** A field as a catalog tells of it; whatever else the catalog knows of the field does not matter here. */
export interface SeenField {
  readonly root: 'm' | 'l' | 'd';
  readonly path: readonly string[];
  readonly types: readonly { readonly type: SeenType }[];
  /** The most frequent values, and how many there are in all. */
  readonly values?: readonly { readonly value: string }[];
  readonly distinct?: number;
}

const TYPE_OF: Readonly<Record<SeenType, Type>> = {
  string: STRING,
  number: NUMBER,
  bool: BOOL,
  timestamp: TIMESTAMP,
  interval: INTERVAL,
  enum: SEVERITY,
  array: arrayOf(UNKNOWN),
  object: OBJECT,
};

/** The number of values is an estimate: a list is taken for all of them where it is as long and has room for more. */
const listedValuesMax = 100;

const toField = ({ root, path, types, values = [], distinct = 0 }: SeenField): SchemaField => {
  const field = { root, path, types: types.map(({ type }) => TYPE_OF[type]) };
  const all = values.length > 0 && values.length <= listedValuesMax && values.length >= distinct;
  return all ? { ...field, values: values.map(({ value }) => value) } : field;
};

/**
 * What the checker may know of the data by the fields seen in it. Null for a data set of which nothing is known.
 * `tables` are all there are.
 */
export const schemaFromFields = (
  datasets: Readonly<Record<'logs' | 'spans', readonly SeenField[] | null>>,
  tables: readonly SchemaTable[] = [],
): SchemaSource => {
  const logs = datasets.logs?.map(toField) ?? null;
  const spans = datasets.spans?.map(toField) ?? null;
  return { fields: (dataset) => (dataset === 'logs' ? logs : dataset === 'spans' ? spans : null), tables };
};
