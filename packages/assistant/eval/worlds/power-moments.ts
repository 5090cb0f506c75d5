import type { Charge, PowerService } from './power-service.ts';
import { POWER_SERVICES } from './power-services.ts';
import type { Dice } from './seeded.ts';
import { type Incident, momentsOf, type Moment as SeededMoment } from './seeded-moments.ts';

const NAMES = Object.keys(POWER_SERVICES);
/** A new version of the tariffs ran on Wednesday morning until it was taken back. */
const DEPLOY_MS = Date.UTC(2026, 10, 18, 9, 30);
const ROLLBACK_MS = Date.UTC(2026, 10, 18, 11, 45);
/** Some stations have had a firmware since Tuesday with which their locks get stuck. */
const FIRMWARE_MS = Date.UTC(2026, 10, 17, 8, 0);
/** Invoices take several times as long since Thursday noon. */
const SLOW_MS = Date.UTC(2026, 10, 19, 12, 0);
/** The stations of one city have not been heard of since. */
const QUIET_MS = Date.UTC(2026, 10, 20, 6, 20);
const QUIET_CITY = 'Graz';

type Planted = 'cards' | 'partner' | 'tariffs';

/** A partner that timed out, the version that was taken back, and a burst of refused cards. */
export const INCIDENTS: readonly Incident<Planted>[] = [
  { planted: 'partner', name: 'roaming-hub', from: Date.UTC(2026, 10, 19, 16, 0), minutes: 90, count: 150 },
  { planted: 'tariffs', name: 'tariff-engine', from: DEPLOY_MS, minutes: 135, count: 100 },
  { planted: 'cards', name: 'payment-bridge', from: Date.UTC(2026, 10, 20, 11, 0), minutes: 25, count: 90 },
];

export type Moment = SeededMoment<Planted>;

export const serviceOf = (name: string): PowerService => POWER_SERVICES[name] as PowerService;
const isNewTariff = ({ ms, name }: Moment): boolean => name === 'tariff-engine' && ms >= DEPLOY_MS && ms < ROLLBACK_MS;

/** Usual records over two weeks, and those of the incidents. */
export const moments = (random: Dice, usual: number): readonly Moment[] =>
  momentsOf(random, { names: NAMES, usual }, INCIDENTS);

const CITIES = ['Hamburg', 'Hamburg', 'Hamburg', 'Rotterdam', 'Rotterdam', 'Lyon', 'Antwerp', QUIET_CITY];
const HEARD = CITIES.filter((city) => city !== QUIET_CITY);
const VENDORS = ['Voltera', 'Alpcore', 'Nordplug'] as const;

/** Every third station, by its number, got the new firmware. */
const firmwareOf = (number: number, ms: number): string => {
  if (number % 3 === 0 && ms >= FIRMWARE_MS) return '5.3.0';
  return number % 5 === 0 ? '4.9.7' : '5.2.1';
};

const stationOf = (random: Dice, { ms, name }: Moment): Pick<Charge, 'city' | 'firmware' | 'station' | 'vendor'> => {
  const isQuiet = ms >= QUIET_MS && (name === 'station-gateway' || name === 'session-manager');
  const city = random.pick(isQuiet ? HEARD : CITIES);
  const number = random.between(1, 19);
  return {
    city,
    station: `${city.slice(0, 3).toUpperCase()}-${String(number).padStart(3, '0')}`,
    vendor: VENDORS[number % VENDORS.length] as string,
    firmware: firmwareOf(number, ms),
  };
};

export const chargeOf = (random: Dice, moment: Moment): Charge => {
  const { planted } = moment;
  const driver = planted === 'cards' ? random.between(2_080, 2_085) : 2_000 + Math.floor(random.roll() ** 2 * 85);
  const method = planted === 'cards' ? 'card' : random.pick(['card', 'card', 'wallet', 'sepa', 'voucher']);
  return {
    driver: `DRV-${driver}`,
    contract: random.pick(['private', 'private', 'private', 'fleet', 'adhoc', 'roaming']),
    ...stationOf(random, moment),
    partner:
      planted === 'partner'
        ? 'PlugEurope'
        : random.pick(['PlugEurope', 'PlugEurope', 'ChargeNL', 'Ladenetz', 'ElbDrive']),
    method,
    isRefused: planted === 'cards' ? random.chance(0.9) : random.chance(method === 'card' ? 0.12 : 0.05),
    factor: moment.name === 'invoicing' && moment.ms >= SLOW_MS ? 4 : 1,
    build: isNewTariff(moment) ? '8.1.0' : serviceOf(moment.name).build,
  };
};

/** Failures are more frequent with the new firmware, in the version that was taken back, and of one partner. */
export const fails = (random: Dice, moment: Moment, charge: Charge): boolean => {
  if (moment.planted === 'cards') return false;
  if (moment.planted === 'partner') return random.chance(0.85);
  if (isNewTariff(moment)) return random.chance(0.45);
  if (moment.name === 'station-gateway' && charge.firmware === '5.3.0') return random.chance(0.32);
  return random.chance(moment.name === 'roaming-hub' && charge.partner === 'ChargeNL' ? 0.14 : 0.06);
};
