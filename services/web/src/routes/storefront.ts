import type { StorefrontPresence } from '@clearspan/contracts';
import type { MeshClient } from '@clearspan/mesh';
import { problem, type ServiceApp } from '@clearspan/service-kit';
import { forwardRoutes } from './forward.ts';

type StorefrontMesh = MeshClient<'storefront-traffic'>;

const PREFIX = '/storefront';
const METHODS = ['GET', 'POST', 'DELETE'] as const;
/** Every page asks whether the shop is there: a control room that hangs must not keep it waiting. */
const PRESENCE_MS = 2_000;
/** Switching a fault may take its time: an index is dropped, or made again. */
const REQUEST_MS = 30_000;

/** A system without the storefront says how it is had. */
const absentRoutes = (app: ServiceApp): void => {
  for (const method of METHODS)
    app.route({
      method,
      url: `${PREFIX}/*`,
      config: { untraced: true },
      handler: async () => {
        throw problem('NOT_FOUND', 'no storefront is running here: start one with `clearspan up --with storefront`');
      },
    });
};

/**
 * `/storefront/*` goes to the control room of the storefront, outside of any trace: the telemetry of the shop is about
 * its visitors. `/storefront` itself always answers, for a page that only wants to know whether to offer the shop must
 * not be told by an error.
 */
export const storefrontRoutes = (app: ServiceApp, mesh: StorefrontMesh | null): void => {
  app.get(PREFIX, { config: { untraced: true } }, async (): Promise<StorefrontPresence> => {
    const answer = await mesh?.call({
      service: 'storefront-traffic',
      method: 'GET',
      path: '/traffic',
      deadlineMs: PRESENCE_MS,
      untraced: true,
    });
    return { there: answer?.ok === true };
  });
  if (mesh === null) absentRoutes(app);
  else
    forwardRoutes(app, mesh, {
      prefix: PREFIX,
      service: 'storefront-traffic',
      methods: METHODS,
      pathOf: (path) => path.slice(PREFIX.length),
      requestMs: REQUEST_MS,
      untraced: true,
    });
};
