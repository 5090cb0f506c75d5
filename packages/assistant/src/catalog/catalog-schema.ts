import {
  arrayOf,
  BOOL,
  INTERVAL,
  NUMBER,
  OBJECT,
  type SchemaSource,
  SEVERITY,
  STRING,
  TIMESTAMP,
  type Type,
  UNKNOWN,
} from '@clearspan/dataprime';
import type { CatalogIndex } from './catalog-index.ts';

type SeenType = 'string' | 'number' | 'bool' | 'timestamp' | 'interval' | 'enum' | 'array' | 'object';

const typeOf = (seen: SeenType): Type => {
  switch (seen) {
    case 'string':
      return STRING;
    case 'number':
      return NUMBER;
    case 'bool':
      return BOOL;
    case 'timestamp':
      return TIMESTAMP;
    case 'interval':
      return INTERVAL;
    case 'enum':
      return SEVERITY;
    case 'array':
      return arrayOf(UNKNOWN);
    case 'object':
      return OBJECT;
  }
};

const cache = new WeakMap<CatalogIndex, SchemaSource>();

/** The catalog as the checker reads it: a query that compares a field with the wrong type must not leave. */
export const catalogSchema = (index: CatalogIndex): SchemaSource => {
  const known = cache.get(index);
  if (known !== undefined) return known;
  const schema: SchemaSource = { fields: fieldsOf(index) };
  cache.set(index, schema);
  return schema;
};

const fieldsOf = (index: CatalogIndex): SchemaSource['fields'] => {
  const lists = new Map<string, ReturnType<SchemaSource['fields']>>();
  const read = (dataset: string): ReturnType<SchemaSource['fields']> => {
    const data = dataset === 'logs' ? index.logs : dataset === 'spans' ? index.spans : null;
    if (data === null || data.fields.length === 0) return null;
    return data.fields.map(({ source }) => ({
      root: source.root,
      path: source.path,
      types: source.types.map((entry) => typeOf(entry.type)),
    }));
  };
  return (dataset) => {
    const known = lists.get(dataset);
    if (known !== undefined) return known;
    const list = read(dataset);
    lists.set(dataset, list);
    return list;
  };
};
