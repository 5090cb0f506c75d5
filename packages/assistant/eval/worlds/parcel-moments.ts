import type { ParcelService, Shipment } from './parcel-service.ts';
import { PARCEL_SERVICES } from './parcel-services.ts';
import type { Dice } from './seeded.ts';
import { type Incident, momentsOf, type Moment as SeededMoment } from './seeded-moments.ts';

const NAMES = Object.keys(PARCEL_SERVICES);
/** A bad build of the tracking ran from Tuesday noon until it was taken back on Wednesday morning. */
const RELEASE_MS = Date.UTC(2026, 10, 17, 11, 0);
const ROLLBACK_MS = Date.UTC(2026, 10, 18, 8, 0);
/** Tours take several times as long to plan since Thursday morning. */
const SLOW_MS = Date.UTC(2026, 10, 19, 5, 0);
/** The lockers have not been heard of since. */
const QUIET_MS = Date.UTC(2026, 10, 20, 7, 15);

type Planted = 'renderer' | 'release' | 'logins';

/** A renderer of labels that gave up, and the bad build. */
export const SPAN_INCIDENTS: readonly Incident<Planted>[] = [
  { planted: 'renderer', name: 'label-api', from: Date.UTC(2026, 10, 19, 10, 0), minutes: 70, count: 150 },
  { planted: 'release', name: 'tracking', from: RELEASE_MS, minutes: 1_260, count: 95 },
];
/** Those, and one account that somebody tried to get into at night. */
export const LOG_INCIDENTS: readonly Incident<Planted>[] = [
  ...SPAN_INCIDENTS,
  { planted: 'logins', name: 'customer-portal', from: Date.UTC(2026, 10, 20, 2, 20), minutes: 40, count: 52 },
];

export type Moment = SeededMoment<Planted>;

export const serviceOf = (name: string): ParcelService => PARCEL_SERVICES[name] as ParcelService;
const isBad = ({ ms, name }: Moment): boolean => name === 'tracking' && ms >= RELEASE_MS && ms < ROLLBACK_MS;

/** Usual records over two weeks, and those of the incidents. */
export const moments = (random: Dice, usual: number, incidents: readonly Incident<Planted>[]): readonly Moment[] =>
  momentsOf(random, { names: NAMES, usual, quiet: { name: 'locker-hub', sinceMs: QUIET_MS } }, incidents);

export const shipmentOf = (random: Dice, moment: Moment): Shipment => ({
  account: moment.planted === 'logins' ? 'acct-317' : `acct-${300 + Math.floor(random.roll() ** 2 * 60)}`,
  zone: random.pick(['eu-west', 'eu-west', 'eu-north', 'us-east']),
  tracking: `PX${random.between(70_100, 70_900)}`,
  carrier: random.pick(['OwnFleet', 'OwnFleet', 'PolarFreight', 'BlueVan', 'SwiftAir']),
  depot: random.pick(['Hamburg', 'Hamburg', 'Rotterdam', 'Malmo', 'Newark']),
  printer: moment.planted === 'renderer' ? 'zebra-2' : random.pick(['zebra-1', 'zebra-2', 'brother-7', 'none']),
  slow: moment.name === 'route-optimizer' && moment.ms >= SLOW_MS,
  build: isBad(moment) ? '12.4.0' : serviceOf(moment.name).build,
});

/** Failures are more frequent in one zone, in a bad build, and of declarations of one carrier. */
export const fails = (random: Dice, moment: Moment, shipment: Shipment): boolean => {
  if (serviceOf(moment.name).error.length === 0 || moment.planted === 'logins') return false;
  if (moment.planted === 'renderer') return random.chance(0.85);
  if (isBad(moment)) return random.chance(0.4);
  if (moment.name === 'customs' && shipment.carrier === 'PolarFreight') return random.chance(0.28);
  return random.chance(shipment.zone === 'eu-north' ? 0.17 : 0.05);
};
