import { type SchemaSource, schemaFromFields } from '@clearspan/dataprime';
import type { CatalogIndex } from './catalog-index.ts';
import { perIndex } from './per-index.ts';

/** The catalog as the checker reads it: a query that compares a field with the wrong type must not leave. */
export const catalogSchema: (index: CatalogIndex) => SchemaSource = perIndex((index) => {
  const seen = ({ fields }: CatalogIndex['logs']) => (fields.length === 0 ? null : fields.map(({ source }) => source));
  return schemaFromFields({ logs: seen(index.logs), spans: seen(index.spans) });
});
