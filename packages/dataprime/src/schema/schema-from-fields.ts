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
  /** What numbers count, as code of UCUM. */
  readonly unit?: string | undefined;
  /** Shapes of texts with the share of values that have them, the most frequent first. */
  readonly patterns?: readonly { readonly pattern: string; readonly share: number }[] | undefined;
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

/** A shape tells of a field what most of its values have. */
const shareMin = 0.5;

const noteOf = ({ unit, patterns = [] }: SeenField): string | null => {
  // UCUM has `1` for what has no dimension.
  if (unit !== undefined) return unit === '1' ? 'as a fraction' : `in ${unit}`;
  const shape = patterns.find(({ pattern, share }) => share >= shareMin && pattern !== 'enum');
  return shape === undefined ? null : `like ${shape.pattern}`;
};

const toField = (seen: SeenField): SchemaField => {
  const { root, path, types, values = [], distinct = 0 } = seen;
  const note = noteOf(seen);
  const field = { root, path, types: types.map(({ type }) => TYPE_OF[type]), ...(note === null ? {} : { note }) };
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
