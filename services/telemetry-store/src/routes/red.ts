import { redQuery, redResponse } from '@clearspan/contracts';
import type { ServiceApp } from '@clearspan/service-kit';
import type { TelemetryStore } from '@clearspan/telemetry-store';
import type { Ingest } from '../core/ingest.ts';
import { type RedLimits, readRed } from '../core/red/read-red.ts';
import { windowOf } from '../core/window.ts';
import { READ_FLUSH_MS } from '../limits.ts';
import { storeProblem } from './store-problem.ts';

export interface RedRouteParts {
  readonly store: Pick<TelemetryStore, 'query'>;
  readonly ingest: Pick<Ingest, 'flushed'>;
  readonly limits: RedLimits;
}

/** `GET /api/red`: rate, errors and durations of services and operations. */
export const redRoutes = (app: ServiceApp, { store, ingest, limits }: RedRouteParts): void => {
  app.get(
    '/api/red',
    {
      config: { span: 'telemetry_store.get_red' },
      schema: { querystring: redQuery, response: { 200: redResponse } },
    },
    async (request) => {
      await ingest.flushed(READ_FLUSH_MS);
      const window = windowOf(request.query, Date.now());
      return readRed(store, request.query, window, limits, request.signal).catch((error: unknown) => {
        throw storeProblem(error);
      });
    },
  );
};
