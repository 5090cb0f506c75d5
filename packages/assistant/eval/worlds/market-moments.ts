import { MARKET_BACK } from './market-back.ts';
import type { Call, MarketService } from './market-service.ts';
import { MARKET_SHOP } from './market-shop.ts';
import type { Dice } from './seeded.ts';
import { type Incident, momentsOf, type Moment as SeededMoment } from './seeded-moments.ts';

const MARKET_SERVICES: Readonly<Record<string, MarketService>> = { ...MARKET_SHOP, ...MARKET_BACK };
const NAMES = Object.keys(MARKET_SERVICES);
/** A version of the catalog that is slow is out since. */
const DEPLOY_MS = Date.UTC(2026, 10, 20, 11, 30);
/** The sync of the warehouses has not been heard of since. */
const QUIET_MS = Date.UTC(2026, 10, 20, 12, 20);

type Planted = 'acquirer' | 'carrier' | 'empty' | 'guessing' | 'iban' | 'locks';

const INCIDENTS: readonly Incident<Planted>[] = [
  { planted: 'acquirer', name: 'checkout', from: Date.UTC(2026, 10, 20, 9, 40), minutes: 25, count: 120 },
  // Short ones of the same kind before them.
  { planted: 'acquirer', name: 'checkout', from: Date.UTC(2026, 10, 19, 16, 20), minutes: 3, count: 26 },
  { planted: 'acquirer', name: 'checkout', from: Date.UTC(2026, 10, 20, 3, 40), minutes: 8, count: 18 },
  { planted: 'carrier', name: 'shipping', from: Date.UTC(2026, 10, 19, 12, 30), minutes: 20, count: 10 },
  { planted: 'guessing', name: 'accounts', from: Date.UTC(2026, 10, 17, 22, 0), minutes: 10, count: 12 },
  { planted: 'guessing', name: 'accounts', from: Date.UTC(2026, 10, 18, 2, 0), minutes: 40, count: 95 },
  { planted: 'iban', name: 'payout-worker', from: Date.UTC(2026, 10, 18, 8, 0), minutes: 720, count: 45 },
  { planted: 'carrier', name: 'shipping', from: Date.UTC(2026, 10, 19, 14, 10), minutes: 70, count: 45 },
  { planted: 'locks', name: 'catalog', from: Date.UTC(2026, 10, 20, 13, 5), minutes: 6, count: 36 },
  // Without an error: searches find nothing.
  { planted: 'empty', name: 'search', from: Date.UTC(2026, 10, 19, 14, 0), minutes: 150, count: 140 },
];

export type Moment = SeededMoment<Planted>;

export const serviceOf = (name: string): MarketService => MARKET_SERVICES[name] as MarketService;
const isNew = (name: string, ms: number): boolean => name === 'catalog' && ms >= DEPLOY_MS;
export const versionOf = (name: string, ms: number): string => (isNew(name, ms) ? '5.9.0' : serviceOf(name).version);

/** Usual requests over two weeks, and those of the incidents. */
export const moments = (random: Dice, usual: number): readonly Moment[] =>
  momentsOf(
    random,
    {
      names: [...NAMES, 'shop-front', 'shop-front', 'checkout'],
      usual,
      quiet: { name: 'warehouse-sync', sinceMs: QUIET_MS },
    },
    INCIDENTS,
  );

export const callOf = (random: Dice, { planted }: Moment): Call => ({
  user: planted === 'guessing' ? 'u-2005' : `u-${2000 + Math.floor(random.roll() ** 2 * 140)}`,
  region: planted === 'acquirer' ? 'eu-west' : random.pick(['eu-west', 'eu-west', 'us-east', 'us-east', 'ap-south']),
  ip: planted === 'guessing' ? '203.0.113.77' : `198.51.100.${random.between(2, 60)}`,
  order: `ORD-${random.between(58_300, 59_900)}`,
  seller: planted === 'iban' ? 's-417' : `s-${400 + Math.floor(random.roll() ** 1.6 * 40)}`,
  client: random.pick(['desktop', 'desktop', 'desktop', 'mobile_web', 'mobile_web', 'ios_app', 'android_app']),
  paymentMethod: planted === 'acquirer' ? 'card' : random.pick(['card', 'card', 'card', 'wallet', 'bank_transfer']),
  items: 1 + Math.floor(random.roll() ** 2 * 9),
  amount: Math.floor(900 + random.roll() ** 3 * 90_000) / 100,
});

/** How many times as long as usual a service takes. */
export const dragOf = (name: string, ms: number, { region }: Call): number => {
  if (isNew(name, ms)) return 8;
  return name === 'checkout' && region === 'ap-south' ? 2 : 1;
};

/** Failures are more frequent in one region and in the new version of the catalog. */
export const fails = (random: Dice, name: string, { ms, planted }: Moment, call: Call): boolean => {
  if (planted === 'acquirer') return name === 'payment-gateway' ? random.chance(0.92) : random.chance(0.25);
  if (planted === 'iban' || planted === 'carrier') return random.chance(0.8);
  if (planted === 'locks') return random.chance(0.6);
  if (planted !== undefined) return false;
  if (isNew(name, ms)) return random.chance(0.18);
  return random.chance(call.region === 'ap-south' ? 0.08 : 0.04);
};
