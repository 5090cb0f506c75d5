import type { TrafficSettings } from '@clearspan/contracts';
import { popular } from './popular.ts';

/** Ids that visitors have heard of; a shop that has more of them is not seen whole. */
const USERS = 10_000;
const PRODUCTS = 2_000;

/** Ids that no table has reached. Some are asked for again and again, as links that lead nowhere are. */
const UNKNOWN_FROM = 900_000_000;
const UNKNOWN_COUNT = 200;

/** Ids that are none. */
const MALFORMED: readonly string[] = ['abc', '-7', '1.5', '0x1f', '1e3', 'null', '%20', '99999999999999999999'];

const badId = (draw: () => number): string =>
  draw() < 0.5
    ? String(UNKNOWN_FROM + popular(draw(), UNKNOWN_COUNT))
    : (MALFORMED[Math.floor(draw() * MALFORMED.length)] ?? '');

/** The page that a visitor opens next. `draw` gives numbers in [0, 1). */
export const pageChoice = ({ mix, bad_id_percent }: TrafficSettings, draw: () => number): string => {
  const at = draw() * (mix.home + mix.user + mix.product);
  if (at < mix.home) return '/';
  const [kind, count] = at < mix.home + mix.user ? (['user', USERS] as const) : (['product', PRODUCTS] as const);
  const id = draw() * 100 < bad_id_percent ? badId(draw) : popular(draw(), count);
  return `/${kind}/${id}`;
};
