import type { ArenaService, Traits } from './arena-service.ts';
import { ARENA_SERVICES } from './arena-services.ts';
import { type Dice, NOW_MS, times } from './seeded.ts';

const NAMES = Object.keys(ARENA_SERVICES);
const MINUTE_MS = 60_000;
const DAYS = 14;
/** From here on the matchmaker runs in a version that is slow. */
const DEPLOY_MS = Date.UTC(2026, 10, 18, 10, 0);
/** No campaign has gone out since. */
const QUIET_MS = Date.UTC(2026, 10, 20, 9, 20);
/** The cache of the leaderboards was empty for an afternoon. */
const COLD_MS = Date.UTC(2026, 10, 17, 12, 0);
const COLD_MINUTES = 360;
/** Readers of events fall behind since this morning, by a second each ten seconds. */
const LAG_MS = Date.UTC(2026, 10, 20, 8, 0);

type Planted = 'reads' | 'timeouts' | 'guesses' | 'cards';

interface Incident {
  readonly planted: Planted;
  readonly name: string;
  readonly from: number;
  readonly minutes: number;
  readonly count: number;
}

const READS: Incident = { planted: 'reads', name: 'leaderboard', from: COLD_MS, minutes: COLD_MINUTES, count: 90 };
const timeouts = (count: number): Incident => ({
  planted: 'timeouts',
  name: 'wallet',
  from: Date.UTC(2026, 10, 19, 19, 10),
  minutes: 90,
  count,
});
/** Payments that time out in the evening, one who guesses passwords at night, and three who try cards that are not theirs. */
export const LOG_INCIDENTS: readonly Incident[] = [
  READS,
  timeouts(130),
  { planted: 'guesses', name: 'session-gateway', from: Date.UTC(2026, 10, 20, 2, 5), minutes: 40, count: 45 },
  { planted: 'cards', name: 'wallet', from: Date.UTC(2026, 10, 17, 21, 30), minutes: 240, count: 28 },
];
export const SPAN_INCIDENTS: readonly Incident[] = [READS, timeouts(100)];

const PLAYERS: Readonly<Partial<Record<Planted, readonly string[]>>> = {
  guesses: ['p-40017'],
  cards: ['p-40011', 'p-40029', 'p-40048'],
};

export const serviceOf = (name: string): ArenaService => ARENA_SERVICES[name] as ArenaService;
const isLate = (name: string, ms: number): boolean => name === 'matchmaker' && ms >= DEPLOY_MS;
export const versionOf = (name: string, ms: number): string => (isLate(name, ms) ? '3.8.0' : serviceOf(name).version);

export interface Moment {
  readonly ms: number;
  readonly name: string;
  /** What happens to it on purpose. */
  readonly planted?: Planted;
}

/** Usual records over two weeks, and those of the incidents. */
export const moments = (random: Dice, usual: number, incidents: readonly Incident[]): readonly Moment[] => {
  const old = Array.from({ length: usual / 4 }, () => NOW_MS - 1 - Math.floor(random.roll() * DAYS * 1440 * MINUTE_MS));
  const all: Moment[] = [...old, ...times(random, usual - old.length, DAYS)].map((ms) => ({
    ms,
    name: random.pick(NAMES),
  }));
  const more = incidents.flatMap(({ planted, name, from, minutes, count }) =>
    Array.from({ length: count }, () => ({
      ms: from + Math.floor(random.roll() * minutes * MINUTE_MS),
      name,
      planted,
    })),
  );
  const heard = all.filter(({ ms, name }) => name !== 'push-sender' || ms < QUIET_MS);
  return [...heard, ...more].toSorted((a, b) => a.ms - b.ms);
};

const COUNTRIES: Readonly<Record<string, readonly string[]>> = {
  'eu-west': ['DE', 'DE', 'FR', 'PL'],
  'us-east': ['US', 'US', 'CA'],
  'sa-east': ['BR'],
  'ap-tokyo': ['JP', 'KR'],
};

export const traitsOf = (random: Dice, { ms, name, planted }: Moment): Traits => {
  const region = random.pick(['eu-west', 'eu-west', 'us-east', 'sa-east', 'ap-tokyo']);
  const isCold = ms >= COLD_MS && ms < COLD_MS + COLD_MINUTES * MINUTE_MS;
  return {
    player: random.pick((planted && PLAYERS[planted]) ?? [`p-${40_000 + Math.floor(random.roll() ** 2 * 60)}`]),
    region,
    country: random.pick(COUNTRIES[region] as readonly string[]),
    platform: random.pick(['pc', 'pc', 'ps5', 'xbox', 'ios', 'android']),
    mode: random.pick(['ranked', 'ranked', 'casual', 'duel', 'event']),
    map: random.pick(['harbor', 'foundry', 'canyon', 'temple']),
    match: `m-${random.between(500_000, 500_400)}`,
    order: `ord-${random.between(70_000, 79_999)}`,
    provider: planted === 'timeouts' ? 'paywave' : random.pick(['paywave', 'stripe', 'stripe', 'klarna']),
    newCheckout: random.chance(0.3),
    late: isLate(name, ms),
    warm: isCold ? 0.05 : 0.8,
    lag: ms < LAG_MS ? 0 : Math.floor((Math.min(ms, NOW_MS) - LAG_MS) / 10_000),
  };
};

/** Failures are more frequent where the new checkout is on, on one map, and in one country. */
export const fails = (random: Dice, { name, planted }: Moment, traits: Traits): boolean => {
  if (serviceOf(name).error.length === 0 || planted === 'guesses') return false;
  if (planted === 'timeouts' || planted === 'cards') return random.chance(0.85);
  const often =
    (name === 'store-api' && (traits.newCheckout || traits.country === 'BR')) ||
    (name === 'game-server' && traits.map === 'foundry') ||
    (name === 'wallet' && traits.country === 'BR');
  return random.chance(often ? 0.24 : 0.07);
};
