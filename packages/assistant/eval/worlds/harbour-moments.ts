import { HARBOUR_FERRY } from './harbour-ferry.ts';
import { HARBOUR_LANDSIDE } from './harbour-landside.ts';
import type { Call, HarbourService } from './harbour-service.ts';
import { HARBOUR_TERMINAL } from './harbour-terminal.ts';
import type { Dice } from './seeded.ts';
import { type Incident, momentsOf, type Moment as SeededMoment } from './seeded-moments.ts';

const SERVICES: Readonly<Record<string, HarbourService>> = {
  ...HARBOUR_TERMINAL,
  ...HARBOUR_LANDSIDE,
  ...HARBOUR_FERRY,
};
/** A bad release of the yard ran on Wednesday until it was rolled back. */
const DEPLOY_MS = Date.UTC(2026, 10, 18, 8, 0);
const ROLLBACK_MS = Date.UTC(2026, 10, 18, 11, 0);
/** Notices have not been heard of since. */
const QUIET_MS = Date.UTC(2026, 10, 20, 12, 25);

type Planted = 'deploy' | 'table' | 'acquirer' | 'registry' | 'flood' | 'power' | 'guessing' | 'cards';

export const SPAN_INCIDENTS: readonly Incident<Planted>[] = [
  { planted: 'deploy', name: 'yard-manager', from: DEPLOY_MS, minutes: 180, count: 110 },
  { planted: 'table', name: 'gate-control', from: Date.UTC(2026, 10, 19, 5, 30), minutes: 240, count: 100 },
  { planted: 'acquirer', name: 'ferry-pay', from: Date.UTC(2026, 10, 19, 19, 0), minutes: 75, count: 85 },
  { planted: 'registry', name: 'customs-link', from: Date.UTC(2026, 10, 20, 7, 10), minutes: 90, count: 95 },
  { planted: 'flood', name: 'truck-booking', from: Date.UTC(2026, 10, 20, 10, 30), minutes: 40, count: 120 },
  { planted: 'power', name: 'reefer-watch', from: Date.UTC(2026, 10, 20, 13, 40), minutes: 25, count: 85 },
];
/** Those, someone who tried references of bookings at night, and customers whose cards were declined again and again. */
export const LOG_INCIDENTS: readonly Incident<Planted>[] = [
  ...SPAN_INCIDENTS,
  { planted: 'guessing', name: 'ferry-booking', from: Date.UTC(2026, 10, 20, 2, 20), minutes: 40, count: 75 },
  { planted: 'cards', name: 'ferry-pay', from: Date.UTC(2026, 10, 17, 16, 0), minutes: 900, count: 26 },
];

export type Moment = SeededMoment<Planted>;

export const serviceOf = (name: string): HarbourService => SERVICES[name] as HarbourService;
const isBad = ({ ms, name }: Moment): boolean => name === 'yard-manager' && ms >= DEPLOY_MS && ms < ROLLBACK_MS;

/** Usual records over two weeks, and those of the incidents. */
export const moments = (random: Dice, usual: number, incidents: readonly Incident<Planted>[]): readonly Moment[] =>
  momentsOf(
    random,
    {
      names: [
        ...Object.keys(SERVICES),
        'gate-control',
        'gate-control',
        'ferry-booking',
        'ferry-booking',
        'crane-control',
      ],
      usual,
      quiet: { name: 'notices', sinceMs: QUIET_MS },
    },
    incidents,
  );

const TERMINALS = ['north-quay', 'east-dock', 'delta-pier', 'old-basin'];
const ROUTES = ['oslo-kiel', 'harwich-hook', 'malmo-rostock', 'bari-patras'];
const HAULIERS = (
  'rapid-haul vosman trans-elbe kuhn-logistik greenmile petersen one-axle ' +
  'dockrunner marsh-freight sealine bakker-co hanse-trucking tidewater lowland'
).split(' ');
/** Whose cards were declined. */
const DECLINED = ['c-4006', 'c-4006', 'c-4006', 'c-4031', 'c-4031', 'c-4052', 'c-4017'];

const skewed = (random: Dice, items: readonly string[]): string =>
  items[Math.floor(random.roll() ** 1.4 * items.length)] as string;

const terminalOf = (random: Dice, { planted }: Moment): string => {
  const any = skewed(random, TERMINALS);
  if (planted === 'power') return 'east-dock';
  return planted === 'registry' ? 'delta-pier' : any;
};

export const callOf = (random: Dice, moment: Moment): Call => {
  const { planted } = moment;
  const haulier = skewed(random, HAULIERS);
  const customer = `c-${4000 + Math.floor(random.roll() ** 1.55 * 60)}`;
  return {
    customer: planted === 'cards' ? random.pick(DECLINED) : customer,
    terminal: terminalOf(random, moment),
    route: skewed(random, ROUTES),
    haulier: planted === 'flood' && random.chance(0.75) ? 'rapid-haul' : haulier,
    channel: random.pick(['web', 'web', 'web', 'app', 'app', 'phone', 'agency']),
    ip: planted === 'guessing' ? '203.0.113.77' : `198.51.100.${random.between(2, 90)}`,
    version: isBad(moment) ? '6.3.0' : serviceOf(moment.name).version,
    drag: planted === 'table' ? 9 : 1,
  };
};

const RATES: Readonly<Partial<Record<Planted, number>>> = {
  guessing: 0,
  cards: 0,
  flood: 0,
  acquirer: 0.9,
  registry: 0.85,
  power: 0.8,
  table: 0.2,
};

/** Failures are more frequent at one terminal, in the app for phones, and in the bad release. */
export const fails = (random: Dice, moment: Moment, { terminal, channel }: Call): boolean => {
  const planted = moment.planted && RATES[moment.planted];
  if (planted !== undefined) return random.chance(planted);
  if (isBad(moment)) return random.chance(0.4);
  const isWeak = serviceOf(moment.name).app === 'ferry-line' ? channel === 'app' : terminal === 'delta-pier';
  return random.chance(isWeak ? 0.13 : 0.05);
};
