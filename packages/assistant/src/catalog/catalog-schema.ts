import { type SchemaSource, schemaFromFields } from '@clearspan/dataprime';
import type { CatalogIndex } from './catalog-index.ts';

const cache = new WeakMap<CatalogIndex, SchemaSource>();

/** The catalog as the checker reads it: a query that compares a field with the wrong type must not leave. */
export const catalogSchema = (index: CatalogIndex): SchemaSource => {
  const known = cache.get(index);
  if (known !== undefined) return known;
  const seen = ({ fields }: CatalogIndex['logs']) => (fields.length === 0 ? null : fields.map(({ source }) => source));
  const schema = schemaFromFields({ logs: seen(index.logs), spans: seen(index.spans) });
  cache.set(index, schema);
  return schema;
};
