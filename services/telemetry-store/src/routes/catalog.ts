import { catalog } from '@clearspan/contracts';
import type { ServiceApp } from '@clearspan/service-kit';
import type { CatalogCache } from '../core/catalog/catalog-cache.ts';
import { storeProblem } from './store-problem.ts';

/** `GET /api/catalog`: the schema that no one declared, read from the newest data. */
export const catalogRoutes = (app: ServiceApp, cache: CatalogCache): void => {
  app.get('/api/catalog', { schema: { response: { 200: catalog } } }, () =>
    cache.get().catch((error: unknown) => {
      throw storeProblem(error);
    }),
  );
};
