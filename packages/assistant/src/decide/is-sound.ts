import { check, parse } from '@clearspan/dataprime';
import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { catalogSchema } from '../catalog/catalog-schema.ts';

/** Only what the real parser and checker accept may leave: the same path as queries written by hand. */
export const isSound = (query: string, index: CatalogIndex): boolean => {
  const parsed = parse(query);
  const checked = check(parsed, { schema: catalogSchema(index) });
  return [...parsed.diagnostics, ...checked.diagnostics].every((diagnostic) => diagnostic.severity !== 'error');
};
