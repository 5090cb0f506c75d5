import { dice, iso, type SeededLines, times } from './seeded.ts';

const PATHS = ['/login', '/search', '/search', '/search', '/cart', '/cart', '/checkout'] as const;

/** A shop that writes flat JSON lines and has no spans. Payments stopped two hours ago; carts have no warnings. */
export const shopLines = (): SeededLines => {
  const random = dice(11);
  const logs = times(random, 2600, 9).map((ms) => {
    const path = random.pick(PATHS);
    const service = path === '/checkout' ? 'payments' : random.chance(0.1) ? 'warehouse' : 'storefront';
    const status = random.chance(0.84) ? 200 : random.pick([404, 404, 500, 503, 503, 429]);
    const level =
      status >= 500 ? 'error' : status >= 400 && path !== '/cart' ? 'warn' : random.chance(0.1) ? 'debug' : 'info';
    const msg =
      status === 503
        ? 'no connection left in pool'
        : status === 500
          ? random.pick(['upstream timeout', 'upstream timeout', 'NullPointerException in PriceService'])
          : status === 404
            ? 'no such page'
            : status === 429
              ? 'rate limit exceeded for user'
              : random.pick(['request answered', 'request answered', 'request answered', 'cache miss']);
    const user = `u-${String(random.between(1, 31)).padStart(4, '0')}`;
    const slow = service === 'payments' ? 3 : 1;
    const line = {
      time: iso(ms),
      level,
      service,
      msg,
      path,
      status,
      duration_ms: random.between(5, random.chance(0.05) ? 3000 : 240) * slow,
      ...(random.chance(0.93) ? { user } : {}),
    };
    return JSON.stringify(line);
  });
  return { logs, spans: [] };
};
