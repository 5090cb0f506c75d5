import type { Caller } from '@clearspan/contracts';
import { problem } from '@clearspan/service-kit';
import type { CallerOf } from '../core/callers.ts';

/** Who asks a route that is not the same for everyone. */
export type RequireCaller = (request: { readonly headers: Parameters<CallerOf>[0] }) => Caller;

export const requireCaller =
  (callerOf: CallerOf): RequireCaller =>
  ({ headers }) => {
    const caller = callerOf(headers);
    if (caller === null) throw problem('AUTH_REQUIRED', 'expected the proxy to say who asks, found nobody');
    return caller;
  };
