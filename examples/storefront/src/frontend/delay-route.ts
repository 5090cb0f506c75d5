import { setTimeout } from 'node:timers/promises';
import type { ServiceApp } from '@clearspan/service-kit';
import type { FaultBoard } from '../faults/fault-board.ts';

/** Makes one route wait while the fault is on; a visitor who leaves is not waited for. */
export const delayRoute = (app: ServiceApp, board: FaultBoard): void => {
  app.addHook('preHandler', async (request) => {
    const fault = board.running('route_latency');
    if (fault === null || request.span === null || request.routeOptions.url !== fault.params.route) return;
    fault.mark(request.span);
    const { delay_ms, jitter_ms } = fault.params;
    await setTimeout(Number(delay_ms) + fault.random() * Number(jitter_ms), undefined, { signal: request.signal });
  });
};
