import type { Catalog, CatalogDataset, CatalogField } from '@clearspan/contracts';
import {
  arrayOf,
  BOOL,
  INTERVAL,
  NUMBER,
  OBJECT,
  type SchemaField,
  type SchemaSource,
  SEVERITY,
  STRING,
  TIMESTAMP,
  type Type,
  UNKNOWN,
} from '@clearspan/dataprime';

const TYPE_OF: Readonly<Record<CatalogField['types'][number]['type'], Type>> = {
  string: STRING,
  number: NUMBER,
  bool: BOOL,
  timestamp: TIMESTAMP,
  interval: INTERVAL,
  enum: SEVERITY,
  array: arrayOf(UNKNOWN),
  object: OBJECT,
};

const fieldsOf = ({ records, fields }: CatalogDataset): readonly SchemaField[] | null =>
  records === 0
    ? null
    : fields.map(({ root, path, types }) => ({ root, path, types: types.map(({ type }) => TYPE_OF[type]) }));

/** What the checker may know of the data: the catalog's fields; nothing for a data set without records. */
export const schemaOf = (catalog: Catalog): SchemaSource => {
  const logs = fieldsOf(catalog.logs);
  const spans = fieldsOf(catalog.spans);
  return {
    fields: (dataset) => (dataset === 'logs' ? logs : dataset === 'spans' ? spans : null),
  };
};
