import { expect, test } from 'vitest';
import { popular } from '../../src/traffic/popular.ts';
import { TRAFFIC_DEFAULTS } from '../../src/traffic/traffic-settings.ts';
import { createVisitor, pausesOf, type Step } from '../../src/traffic/visitor.ts';

const DRAWS = 500;
const steps = (change: Partial<typeof TRAFFIC_DEFAULTS> = {}): Step[] => {
  const settings = { ...TRAFFIC_DEFAULTS, ...change };
  return Array.from({ length: settings.users }, (_, number) => createVisitor(settings, number)).flatMap((next) =>
    Array.from({ length: DRAWS }, next),
  );
};
const share = (all: readonly Step[], is: (path: string) => boolean): number =>
  all.filter(({ path }) => is(path)).length / all.length;

test('the same seed does the same, another one does not', () => {
  expect(steps({ users: 3 })).toEqual(steps({ users: 3 }));
  expect(steps({ users: 3, seed: 2 })).not.toEqual(steps({ users: 3 }));
});

test('no two visitors do the same', () => {
  const paths = Array.from({ length: 20 }, (_, number) => {
    const next = createVisitor(TRAFFIC_DEFAULTS, number);
    return Array.from({ length: 10 }, () => next().path).join();
  });
  expect(new Set(paths).size).toBe(20);
});

test('pages are opened in the shares of the mix', () => {
  const all = steps();
  expect(share(all, (path) => path === '/')).toBeCloseTo(0.2, 1);
  expect(share(all, (path) => path.startsWith('/user/'))).toBeCloseTo(0.3, 1);
  expect(share(all, (path) => path.startsWith('/product/'))).toBeCloseTo(0.5, 1);
  const homely = steps({ mix: { home: 1, user: 0, product: 0 } });
  expect(share(homely, (path) => path === '/')).toBe(1);
});

test('a few ids are bad: unknown ones and such as are none', () => {
  const all = steps({ mix: { home: 0, user: 1, product: 1 }, bad_id_percent: 10 });
  const unknown = share(all, (path) => /\/9\d{8}$/.test(path));
  const malformed = share(all, (path) => !/^\/(?:user|product)\/\d{1,9}$/.test(path));
  expect(unknown).toBeCloseTo(0.05, 2);
  expect(malformed).toBeCloseTo(0.05, 2);
  expect(share(steps({ bad_id_percent: 0 }), (path) => !/^\/(?:(?:user|product)\/\d{1,5})?$/.test(path))).toBe(0);
});

test('some products are asked for far more often than others', () => {
  const all = steps({ mix: { home: 0, user: 0, product: 1 }, bad_id_percent: 0 });
  const [first, second, tenth] = [1, 2, 10].map((id) => share(all, (path) => path === `/product/${id}`));
  // The n-th is asked for about 1/n as often: of 2,000 products, one in eleven requests is for the first.
  expect(first).toBeCloseTo(Math.log(2) / Math.log(2_001), 1);
  expect((first ?? 0) / (second ?? 0)).toBeCloseTo(Math.log(2) / Math.log(1.5), 0);
  expect((first ?? 0) / (tenth ?? 0)).toBeGreaterThan(5);
  expect([popular(0, 10), popular(0.999_999, 10)]).toEqual([1, 10]);
});

test('everybody together asks as often as the rate says, however many they are', () => {
  for (const change of [{}, { rate_per_s: 50 }, { users: 200 }, { think_ms: 500 }]) {
    const settings = { ...TRAFFIC_DEFAULTS, ...change };
    const all = steps(change);
    const meanMs = all.reduce((sum, { pauseMs }) => sum + pauseMs, 0) / all.length;
    const rate = (settings.users * 1_000) / meanMs;
    expect(rate / settings.rate_per_s).toBeGreaterThan(0.9);
    expect(rate / settings.rate_per_s).toBeLessThan(1.1);
  }
});

test('a visitor thinks as long as the settings say, and less where the rate wants it', () => {
  expect(pausesOf(TRAFFIC_DEFAULTS).thinkMs).toBe(4_000);
  const hurried = pausesOf({ ...TRAFFIC_DEFAULTS, rate_per_s: 40 });
  expect(hurried).toEqual({ thinkMs: 1_000, awayMs: 1_000 });
});

test('at the beginning as many are on a visit as later', () => {
  const { thinkMs, awayMs } = pausesOf(TRAFFIC_DEFAULTS);
  const settings = { ...TRAFFIC_DEFAULTS, users: 1_000 };
  const firstMs = Array.from({ length: 1_000 }, (_, number) => createVisitor(TRAFFIC_DEFAULTS, number)().pauseMs);
  const expectedMs = (5 * thinkMs * thinkMs + awayMs * awayMs) / (5 * thinkMs + awayMs);
  expect(firstMs.reduce((sum, ms) => sum + ms, 0) / settings.users / expectedMs).toBeCloseTo(1, 0);
});
