import { modelUsage, queueStats, recordCounts, storeStats } from '@clearspan/contracts';
import type { MeshClient } from '@clearspan/mesh';
import type { ServiceApp } from '@clearspan/service-kit';
import type { z } from 'zod';
import type { Outcome } from '../core/ports.ts';
import type { RouteStats } from '../core/route-stats.ts';
import { callFor } from '../downstream/pipeline-services.ts';

const valueOrError = <T>(outcome: Outcome<T>): T | { error: string } =>
  outcome.ok ? outcome.value : { error: outcome.message };

export interface StatsDeps {
  readonly mesh: MeshClient;
  readonly stats: RouteStats;
  readonly limitPerMinute: number;
  readonly clients: () => number;
}

export const statsRoutes = (app: ServiceApp, { mesh, stats, limitPerMinute, clients }: StatsDeps): void => {
  app.get('/api/stats', { schema: { summary: 'Figures of every service', tags: ['system'] } }, async () => {
    const get = <T>(
      schema: z.ZodType<T>,
      service: 'queue-service' | 'storage-service' | 'telemetry-store' | 'external-api-service',
      path: string,
    ): Promise<Outcome<T>> => callFor(mesh, schema, { service, method: 'GET', path });
    const [queue, records, store, tokens] = await Promise.all([
      get(queueStats, 'queue-service', '/stats'),
      get(recordCounts, 'storage-service', '/counts'),
      get(storeStats, 'telemetry-store', '/api/store/stats'),
      get(modelUsage, 'external-api-service', '/usage'),
    ]);
    return {
      services: { 'api-gateway': { routes: stats.figures() }, ...mesh.status() },
      queue: valueOrError(queue),
      records: valueOrError(records),
      store: valueOrError(store),
      tokens: valueOrError(tokens),
    };
  });
  app.get('/gateway/stats', { schema: { summary: 'Figures of the gateway', tags: ['system'] } }, () => ({
    total_clients: clients(),
    total_requests_last_minute: stats.requestsLastMinute(performance.now()),
    rate_limit_per_minute: limitPerMinute,
    limited_requests: stats.limitedTotal(),
    by_route: stats.figures(),
  }));
};
