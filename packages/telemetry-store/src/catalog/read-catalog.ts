import type { Catalog } from '@clearspan/contracts';
import type { TelemetryStore } from '../store.ts';
import type { CatalogLimits } from './catalog-sql.ts';
import { followCatalog } from './follow-catalog.ts';

/** Reads the schema that no one declared from the newest records, once. */
export const readCatalog = (
  store: Pick<TelemetryStore, 'query'>,
  limits: CatalogLimits,
  asOf: string,
): Promise<Catalog> => followCatalog({ store, coming: null, limits })(asOf);
