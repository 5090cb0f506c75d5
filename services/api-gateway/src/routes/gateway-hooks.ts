import { problem, type ServiceApp } from '@clearspan/service-kit';
import type { RateLimits } from '../core/rate-limits.ts';
import type { RouteStats } from '../core/route-stats.ts';

/** Asked of the route, not of the address: a path that only begins like an exempt one is limited like any other. */
const isExempt = (route: {
  readonly config?: { readonly unlimited?: boolean };
  readonly url?: string | undefined;
}): boolean => route.config?.unlimited === true || route.url?.startsWith('/api/docs') === true;

export interface HookDeps {
  readonly limits: RateLimits;
  readonly stats: RouteStats;
  readonly version: string;
  readonly limitPerMinute: number;
}

/** The first check of every request is the limit, before its body is read; every answer says what is left of it. */
export const gatewayHooks = (app: ServiceApp, { limits, stats, version, limitPerMinute }: HookDeps): void => {
  app.addHook('onRequest', async (request, reply) => {
    if (isExempt(request.routeOptions)) return;
    const now = performance.now();
    const decision = limits.take(request.ip, now);
    reply.headers({
      'RateLimit-Limit': limitPerMinute,
      'RateLimit-Remaining': decision.remaining,
      'RateLimit-Reset': Math.ceil(decision.resetMs / 1000),
      'X-RateLimit-Remaining': decision.remaining,
    });
    if (decision.allowed) return;
    stats.limited(now);
    const seconds = Math.max(1, Math.ceil(decision.retryAfterMs / 1000));
    throw problem(
      'RATE_LIMIT_EXCEEDED',
      `expected at most ${limitPerMinute} requests a minute; try again in ${seconds} s`,
      {
        headers: { 'Retry-After': String(seconds) },
      },
    );
  });
  app.addHook('onSend', async (_request, reply) => {
    reply.header('X-Gateway-Time', (reply.elapsedTime / 1000).toFixed(3)).header('X-Gateway-Version', version);
  });
  app.addHook('onResponse', async (request, reply) => {
    if (reply.statusCode === 429) return;
    stats.add(request.routeOptions.url ?? 'unknown', reply.statusCode, reply.elapsedTime, performance.now());
  });
};
