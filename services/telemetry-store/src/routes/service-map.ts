import { serviceMap, windowQuery } from '@clearspan/contracts';
import type { ServiceApp } from '@clearspan/service-kit';
import type { Ingest } from '../core/ingest.ts';
import type { EdgeKeeper } from '../core/service-map/edge-keeper.ts';
import { type MapParts, readMap } from '../core/service-map/read-map.ts';
import { windowOf } from '../core/window.ts';
import { READ_FLUSH_MS } from '../limits.ts';
import { storeProblem } from './store-problem.ts';

export interface ServiceMapRouteParts extends MapParts {
  readonly ingest: Pick<Ingest, 'flushed'>;
  readonly edges: EdgeKeeper;
}

/** `GET /api/service-map`: who calls whom. */
export const serviceMapRoutes = (app: ServiceApp, { ingest, ...parts }: ServiceMapRouteParts): void => {
  app.get(
    '/api/service-map',
    {
      config: { span: 'telemetry_store.get_service_map' },
      schema: { querystring: windowQuery, response: { 200: serviceMap } },
    },
    async (request) => {
      await ingest.flushed(READ_FLUSH_MS);
      return readMap(parts, windowOf(request.query, Date.now()), request.signal).catch((error: unknown) => {
        throw storeProblem(error);
      });
    },
  );
};
