import { KITCHEN_CARE } from './kitchen-care.ts';
import { KITCHEN_LOGISTICS } from './kitchen-logistics.ts';
import { KITCHEN_ORDERING } from './kitchen-ordering.ts';
import type { KitchenService, Order } from './kitchen-service.ts';
import { type Dice, dice } from './seeded.ts';
import { type Incident, momentsOf, type Moment as SeededMoment } from './seeded-moments.ts';

const SERVICES: Readonly<Record<string, KitchenService>> = {
  ...KITCHEN_ORDERING,
  ...KITCHEN_LOGISTICS,
  ...KITCHEN_CARE,
};
/** A bad version of the dispatch has run since. */
const RELEASE_MS = Date.UTC(2026, 10, 20, 13, 0);
/** Notifications have not been heard of since. */
const QUIET_MS = Date.UTC(2026, 10, 20, 13, 10);

type Planted = 'release' | 'provider' | 'maps' | 'airport' | 'flood';

export type Moment = SeededMoment<Planted>;

export const INCIDENTS: readonly Incident<Planted>[] = [
  { planted: 'release', name: 'dispatch', from: RELEASE_MS, minutes: 90, count: 140 },
  { planted: 'provider', name: 'payment-api', from: Date.UTC(2026, 10, 19, 18, 0), minutes: 80, count: 90 },
  { planted: 'provider', name: 'payment-api', from: Date.UTC(2026, 10, 20, 12, 20), minutes: 40, count: 55 },
  { planted: 'maps', name: 'routing', from: Date.UTC(2026, 10, 20, 9, 30), minutes: 100, count: 95 },
  { planted: 'airport', name: 'dispatch', from: Date.UTC(2026, 10, 20, 7, 30), minutes: 90, count: 60 },
  { planted: 'flood', name: 'cart-api', from: Date.UTC(2026, 10, 19, 10, 0), minutes: 35, count: 110 },
];

export const serviceOf = (name: string): KitchenService => SERVICES[name] as KitchenService;

/** Usual records over two weeks, and those of the incidents. */
export const moments = (random: Dice, usual: number): readonly Moment[] =>
  momentsOf(
    random,
    {
      names: [...Object.keys(SERVICES), 'order-api', 'order-api', 'dispatch', 'eta-service', 'eta-service'],
      usual,
      quiet: { name: 'notify-worker', sinceMs: QUIET_MS },
    },
    INCIDENTS,
  );

export const KNOWN_TRACE = '6b1d0f3a9c2e4875a1f0d3c2b4e59677';
const ZONES = ['riverside', 'oldtown', 'university', 'harbour', 'northgate', 'airport'];

/** What an order is about follows from its number. */
const orderOf = (number: number, planted: Planted | undefined): Order => {
  const random = dice(number * 7_919);
  const courier = 300 + Math.floor(random.roll() ** 1.6 * 45);
  return {
    id: `ord-${number}`,
    traceId: number === 40_417 ? KNOWN_TRACE : random.hex(32),
    customer: `cus-${2200 + Math.floor(random.roll() ** 1.3 * 60)}`,
    restaurant: `rst-${101 + Math.floor(random.roll() ** 1.4 * 32)}`,
    zone: planted === 'airport' ? 'airport' : (ZONES[Math.floor(random.roll() ** 1.3 * ZONES.length)] as string),
    courier: `cr-${courier}`,
    vehicle: (['bike', 'scooter', 'bike', 'car', 'scooter'] as const)[courier % 5] as Order['vehicle'],
  };
};

/** Orders follow each other as the records of them do. */
export const orderAt = (random: Dice, { planted }: Moment, share: number): Order =>
  orderOf(40_000 + Math.floor(share * 1_100) + random.between(0, 6), planted);

export const versionAt = ({ ms, name }: Moment): string =>
  name === 'dispatch' && ms >= RELEASE_MS ? '3.8.0' : serviceOf(name).version;

/** Failures are more frequent in one zone and in the bad version. */
export const fails = (random: Dice, moment: Moment, zone: string): boolean => {
  if (moment.planted === 'airport' || moment.planted === 'flood') return false;
  if (moment.planted !== undefined) return random.chance(moment.planted === 'release' ? 0.5 : 0.9);
  if (versionAt(moment) === '3.8.0') return random.chance(0.4);
  return random.chance(zone === 'university' ? 0.14 : 0.06);
};
