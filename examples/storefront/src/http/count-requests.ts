import type { Counter, Histogram } from '@clearspan/instrumentation';
import type { ServiceApp } from '@clearspan/service-kit';

export interface RequestMeters {
  /** Labels: method, endpoint, status. */
  readonly requests: Counter;
  /** Seconds. Label: endpoint. */
  readonly duration: Histogram;
}

/**
 * Counts and times every request that is answered, whatever the answer is; health, metrics and faults are not the
 * shop's. `endpoint` is the pattern of the route, so that there are as many as the code has.
 */
export const countRequests = (app: ServiceApp, { requests, duration }: RequestMeters): void => {
  app.addHook('onResponse', (request, reply, done) => {
    const { config, url } = request.routeOptions;
    if (config?.untraced !== true) {
      const endpoint = url ?? 'unknown';
      requests.add(1, { method: request.method, endpoint, status: reply.statusCode });
      duration.record(reply.elapsedTime / 1_000, { endpoint });
    }
    done();
  });
};
