import type { MeshClient } from '@clearspan/mesh';
import type { ServiceApp } from '@clearspan/service-kit';
import { forwardRoutes } from './forward.ts';

/** `/api/*` goes to the gateway as it is, with what a proxy has said of who asks. */
export const gatewayRoutes = (
  app: ServiceApp,
  mesh: MeshClient<'api-gateway'>,
  requestMs: number,
  callerHeaders: readonly string[],
): void =>
  forwardRoutes(app, mesh, {
    prefix: '/api',
    service: 'api-gateway',
    methods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    pathOf: (path) => path,
    requestMs,
    untraced: false,
    passedOn: callerHeaders,
  });
