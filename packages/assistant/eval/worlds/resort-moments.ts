import { RESORT_COMMERCE } from './resort-commerce.ts';
import { RESORT_GUEST } from './resort-guest.ts';
import { RESORT_PROPERTY } from './resort-property.ts';
import type { Call, ResortService } from './resort-service.ts';
import type { Dice } from './seeded.ts';
import { type Incident, momentsOf, type Moment as SeededMoment } from './seeded-moments.ts';

const SERVICES: Readonly<Record<string, ResortService>> = { ...RESORT_GUEST, ...RESORT_COMMERCE, ...RESORT_PROPERTY };
/** A bad version of the rates ran on Wednesday until it was rolled back. */
const DEPLOY_MS = Date.UTC(2026, 10, 18, 9, 0);
const ROLLBACK_MS = Date.UTC(2026, 10, 18, 12, 30);
/** Guest messaging has not been heard of since. */
const QUIET_MS = Date.UTC(2026, 10, 20, 12, 10);

type Planted = 'deploy' | 'acquirer' | 'locks' | 'table' | 'flood' | 'scan';

export const SPAN_INCIDENTS: readonly Incident<Planted>[] = [
  { planted: 'deploy', name: 'rates', from: DEPLOY_MS, minutes: 210, count: 110 },
  { planted: 'table', name: 'availability', from: Date.UTC(2026, 10, 19, 9, 0), minutes: 240, count: 100 },
  { planted: 'acquirer', name: 'payments', from: Date.UTC(2026, 10, 19, 18, 0), minutes: 75, count: 80 },
  { planted: 'locks', name: 'room-keys', from: Date.UTC(2026, 10, 20, 6, 5), minutes: 90, count: 95 },
  { planted: 'flood', name: 'channel-manager', from: Date.UTC(2026, 10, 20, 11, 0), minutes: 40, count: 130 },
];
/** Those, and someone who tried confirmation codes at night. */
export const LOG_INCIDENTS: readonly Incident<Planted>[] = [
  ...SPAN_INCIDENTS,
  { planted: 'scan', name: 'booking', from: Date.UTC(2026, 10, 20, 2, 30), minutes: 40, count: 75 },
];

export type Moment = SeededMoment<Planted>;

export const serviceOf = (name: string): ResortService => SERVICES[name] as ResortService;
const isBad = ({ ms, name }: Moment): boolean => name === 'rates' && ms >= DEPLOY_MS && ms < ROLLBACK_MS;

/** Usual records over two weeks, and those of the incidents. */
export const moments = (random: Dice, usual: number, incidents: readonly Incident<Planted>[]): readonly Moment[] =>
  momentsOf(
    random,
    {
      names: [...Object.keys(SERVICES), 'booking', 'booking', 'payments', 'checkin'],
      usual,
      quiet: { name: 'messaging', sinceMs: QUIET_MS },
    },
    incidents,
  );

/** The region that each house is in. */
const REGIONS: Readonly<Record<string, string>> = {
  'lisbon-bay': 'eu-south',
  'vienna-ring': 'eu-central',
  'porto-riverside': 'eu-south',
  'dublin-quay': 'eu-north',
  'oslo-fjord': 'eu-north',
  'bali-lagoon': 'apac',
  'kyoto-garden': 'apac',
};
const PROPERTIES = Object.keys(REGIONS);

const guestOf = (random: Dice, { planted }: Moment): string => {
  const any = 2000 + Math.floor(random.roll() ** 2 * 90);
  if (planted === 'locks') return `g-${random.between(2000, 2014)}`;
  return planted === 'scan' ? 'g-2071' : `g-${any}`;
};

export const callOf = (random: Dice, moment: Moment): Call => {
  const any = PROPERTIES[Math.floor(random.roll() ** 1.4 * PROPERTIES.length)] as string;
  const property = moment.planted === 'locks' ? 'bali-lagoon' : any;
  return {
    guest: guestOf(random, moment),
    property,
    region: REGIONS[property] as string,
    version: isBad(moment) ? '5.2.0' : serviceOf(moment.name).version,
    partner:
      moment.planted === 'flood'
        ? 'hotelhub'
        : random.pick(['bookly', 'bookly', 'stayfinder', 'hotelhub', 'roomrover']),
    drag: moment.planted === 'table' ? 9 : 1,
  };
};

/** Failures are more frequent in one house and in the bad version. */
export const fails = (random: Dice, { planted, ...moment }: Moment, call: Call): boolean => {
  if (planted === 'scan' || planted === 'flood') return false;
  if (planted === 'acquirer') return random.chance(0.9);
  if (planted === 'locks') return random.chance(0.8);
  if (planted === 'table') return random.chance(0.2);
  if (isBad(moment)) return random.chance(0.4);
  return random.chance(call.property === 'oslo-fjord' ? 0.14 : 0.05);
};
