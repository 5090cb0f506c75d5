import type { Catalog, CatalogDataset, CatalogField } from '@clearspan/contracts';
import { type SchemaSource, schemaFromFields } from '@clearspan/dataprime';

const seen = ({ records, fields }: CatalogDataset): readonly CatalogField[] | null => (records === 0 ? null : fields);

/** What the checker may know of the data: the catalog's fields; nothing for a data set without records. */
export const schemaOf = (catalog: Catalog): SchemaSource =>
  schemaFromFields({ logs: seen(catalog.logs), spans: seen(catalog.spans) });
