import type { Dice } from './seeded.ts';
import { type Incident, momentsOf, type Moment as SeededMoment } from './seeded-moments.ts';
import type { TravelService, Trip } from './travel-service.ts';
import { TRAVEL_SERVICES } from './travel-services.ts';

const NAMES = Object.keys(TRAVEL_SERVICES);
/** A bad version of the bookings ran from Tuesday noon until it was taken back on Wednesday morning. */
const RELEASE_MS = Date.UTC(2026, 10, 17, 13, 0);
const ROLLBACK_MS = Date.UTC(2026, 10, 18, 9, 30);
/** The search for hotels takes several times as long since Thursday morning. */
const SLOW_MS = Date.UTC(2026, 10, 19, 6, 0);
/** The loyalty programme has not been heard of since. */
const QUIET_MS = Date.UTC(2026, 10, 20, 8, 40);

type Planted = 'gateway' | 'release' | 'guesses';

const INCIDENTS: readonly Incident<Planted>[] = [
  { planted: 'gateway', name: 'payments', from: Date.UTC(2026, 10, 19, 16, 20), minutes: 80, count: 140 },
  { planted: 'release', name: 'booking-api', from: RELEASE_MS, minutes: 1_230, count: 90 },
];
/** A payment provider that did not answer, a bad version, and one who guessed passwords at night. */
export const LOG_INCIDENTS: readonly Incident<Planted>[] = [
  ...INCIDENTS,
  { planted: 'guesses', name: 'accounts', from: Date.UTC(2026, 10, 20, 1, 10), minutes: 50, count: 48 },
];
export const SPAN_INCIDENTS: readonly Incident<Planted>[] = INCIDENTS;

export type Moment = SeededMoment<Planted>;

export const serviceOf = (name: string): TravelService => TRAVEL_SERVICES[name] as TravelService;
const isBad = ({ ms, name }: Moment): boolean => name === 'booking-api' && ms >= RELEASE_MS && ms < ROLLBACK_MS;

/** Usual records over two weeks, and those of the incidents. */
export const moments = (random: Dice, usual: number, incidents: readonly Incident<Planted>[]): readonly Moment[] =>
  momentsOf(random, { names: NAMES, usual, quiet: { name: 'loyalty', sinceMs: QUIET_MS } }, incidents);

export const tripOf = (random: Dice, moment: Moment): Trip => ({
  user: moment.planted === 'guesses' ? 'u-5017' : `u-${5000 + Math.floor(random.roll() ** 2 * 60)}`,
  region: random.pick(['eu-central', 'eu-central', 'us-east', 'ap-southeast']),
  channel: random.pick(['web', 'web', 'ios', 'android', 'partner']),
  booking: `BK-${random.between(81_000, 81_700)}`,
  provider: moment.planted === 'gateway' ? 'paynova' : random.pick(['paynova', 'cardlane', 'cardlane', 'paypal']),
  airline: random.pick(['Aerolux', 'Aerolux', 'NordWing', 'SiamJet', 'Atlantica']),
  slow: moment.name === 'hotel-search' && moment.ms >= SLOW_MS,
  version: isBad(moment) ? '7.2.0' : serviceOf(moment.name).version,
});

/** Failures are more frequent in one region, in a bad version, and of tickets of one airline. */
export const fails = (random: Dice, moment: Moment, trip: Trip): boolean => {
  if (serviceOf(moment.name).error.length === 0 || moment.planted === 'guesses') return false;
  if (moment.planted === 'gateway') return random.chance(0.85);
  if (isBad(moment)) return random.chance(0.4);
  if (moment.name === 'ticketing' && trip.airline === 'SiamJet') return random.chance(0.25);
  return random.chance(trip.region === 'ap-southeast' ? 0.18 : 0.05);
};
