import type { ServiceName } from '@clearspan/contracts';
import type { MeshClient } from '@clearspan/mesh';

/** A service that does not answer its health in this time is not well. */
export const HEALTH_MS = 1_000;
/** The first look comes soon: the services were started together with this one. */
const FIRST_MS = 3_000;

/** Asks each service for its health now and then, so that what is known of one does not depend on it being used. */
export const startHealthChecks = (
  mesh: MeshClient,
  services: readonly ServiceName[],
  everyMs: number,
): (() => void) => {
  const check = (): void => {
    for (const service of services) {
      // The answer is in the client's record of the service; there is nothing else to do with it.
      void mesh.call({ service, method: 'GET', path: '/health', deadlineMs: HEALTH_MS, untraced: true });
    }
  };
  const first = setTimeout(check, Math.min(FIRST_MS, everyMs));
  const timer = setInterval(check, everyMs);
  return () => {
    clearTimeout(first);
    clearInterval(timer);
  };
};
