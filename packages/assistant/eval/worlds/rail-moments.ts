import { RAIL_OPERATIONS } from './rail-operations.ts';
import type { Journey, RailService } from './rail-service.ts';
import { RAIL_TICKETING } from './rail-ticketing.ts';
import type { Dice } from './seeded.ts';
import { type Incident, momentsOf, type Moment as SeededMoment } from './seeded-moments.ts';

const SERVICES: Readonly<Record<string, RailService>> = { ...RAIL_TICKETING, ...RAIL_OPERATIONS };
const NAMES = Object.keys(SERVICES);
/** A bad release of ticket-sales ran on Wednesday until it was taken back. */
const BAD_FROM = Date.UTC(2026, 10, 18, 12, 0);
const BAD_UNTIL = Date.UTC(2026, 10, 18, 15, 10);
/** Seats were slow to book on Thursday morning. */
const SLOW_FROM = Date.UTC(2026, 10, 19, 7, 0);
const SLOW_UNTIL = Date.UTC(2026, 10, 19, 10, 0);
/** The notifier has not been heard of since. */
const QUIET_MS = Date.UTC(2026, 10, 20, 11, 50);

type Planted = 'release' | 'seats' | 'acquirer' | 'gates' | 'snow' | 'signal' | 'scraper';

const INCIDENTS: readonly Incident<Planted>[] = [
  { planted: 'release', name: 'ticket-sales', from: BAD_FROM, minutes: 190, count: 130 },
  { planted: 'seats', name: 'reservation-core', from: SLOW_FROM, minutes: 180, count: 120 },
  { planted: 'acquirer', name: 'payment-bridge', from: Date.UTC(2026, 10, 19, 17, 0), minutes: 70, count: 90 },
  { planted: 'gates', name: 'gate-control', from: Date.UTC(2026, 10, 20, 7, 30), minutes: 50, count: 80 },
  { planted: 'snow', name: 'delay-monitor', from: Date.UTC(2026, 10, 20, 9, 0), minutes: 120, count: 140 },
  { planted: 'signal', name: 'train-tracker', from: Date.UTC(2026, 10, 20, 8, 50), minutes: 80, count: 34 },
  { planted: 'scraper', name: 'traveller-api', from: Date.UTC(2026, 10, 20, 2, 15), minutes: 45, count: 110 },
];

export type Moment = SeededMoment<Planted>;

export const serviceOf = (name: string): RailService => SERVICES[name] as RailService;
const isBad = ({ ms, name }: Moment): boolean => name === 'ticket-sales' && ms >= BAD_FROM && ms < BAD_UNTIL;
export const isSlow = (ms: number): boolean => ms >= SLOW_FROM && ms < SLOW_UNTIL;

/** Usual records over two weeks, and those of the incidents. */
export const moments = (random: Dice, usual: number): readonly Moment[] =>
  momentsOf(
    random,
    {
      names: [...NAMES, 'ticket-sales', 'ticket-sales', 'traveller-api'],
      usual,
      quiet: { name: 'notifier', sinceMs: QUIET_MS },
    },
    INCIDENTS,
  );

const LINES = ['IC1', 'IC1', 'IC2', 'R4', 'R4', 'R7', 'S3'] as const;
const STATIONS = ['Harbour Cross', 'Millfield', 'Kingsbridge', 'Eastwood', 'Northgate', 'Lakeside'] as const;

/** Most trains are a few minutes late, one in eight much. */
const lateOf = (random: Dice, { planted }: Moment): number => {
  if (planted === 'snow') return random.between(25, 140);
  return random.chance(0.12) ? random.between(15, 95) : random.between(0, 12);
};

export const journeyOf = (random: Dice, moment: Moment): Journey => {
  const { planted } = moment;
  const line = planted === 'snow' ? 'R4' : random.pick(LINES);
  const station = STATIONS[Math.floor(random.roll() ** 1.5 * STATIONS.length)] as string;
  return {
    passenger: planted === 'scraper' ? 'P-20777' : `P-${20_000 + Math.floor(random.roll() ** 2 * 120)}`,
    line,
    train: `${line}-${100 + Math.floor(random.roll() ** 2 * 14)}`,
    station: planted === 'gates' ? 'Kingsbridge' : station,
    channel: random.pick(['app', 'app', 'app', 'web', 'web', 'kiosk', 'counter']),
    release: isBad(moment) ? '9.2.0' : serviceOf(moment.name).release,
    drag: planted === 'seats' ? 9 : 1,
    late: lateOf(random, moment),
  };
};

/** Failures are more frequent on one line and in the bad release. */
export const fails = (random: Dice, moment: Moment, { line }: Journey): boolean => {
  const { planted } = moment;
  if (planted === 'scraper' || planted === 'snow' || planted === 'signal') return false;
  if (planted === 'acquirer' || planted === 'gates') return random.chance(0.85);
  if (planted === 'seats') return random.chance(0.25);
  if (isBad(moment)) return random.chance(0.4);
  return random.chance(line === 'R7' ? 0.14 : 0.05);
};
