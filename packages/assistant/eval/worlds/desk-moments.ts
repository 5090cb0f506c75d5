import type { Call, DeskService } from './desk-service.ts';
import { DESK_SERVICES } from './desk-services.ts';
import type { Dice } from './seeded.ts';
import { type Incident, momentsOf, type Moment as SeededMoment } from './seeded-moments.ts';

const NAMES = Object.keys(DESK_SERVICES);
/** A bad version of the api ran on Wednesday until it was rolled back. */
const DEPLOY_MS = Date.UTC(2026, 10, 18, 13, 0);
const ROLLBACK_MS = Date.UTC(2026, 10, 18, 16, 20);
/** The table of the events of tickets was slow on Thursday morning. */
const SLOW_MS = Date.UTC(2026, 10, 19, 8, 0);
const FAST_MS = Date.UTC(2026, 10, 19, 12, 0);
/** The mailer has not been heard of since. */
const QUIET_MS = Date.UTC(2026, 10, 20, 11, 50);

type Planted = 'deploy' | 'flood' | 'guessing' | 'provider' | 'table';

export const SPAN_INCIDENTS: readonly Incident<Planted>[] = [
  { planted: 'deploy', name: 'api', from: DEPLOY_MS, minutes: 200, count: 130 },
  { planted: 'table', name: 'api', from: SLOW_MS, minutes: 240, count: 120 },
  { planted: 'provider', name: 'billing', from: Date.UTC(2026, 10, 19, 17, 0), minutes: 70, count: 90 },
  { planted: 'flood', name: 'api', from: Date.UTC(2026, 10, 20, 10, 0), minutes: 45, count: 150 },
];
/** Those, and an address that guessed passwords at night. */
export const LOG_INCIDENTS: readonly Incident<Planted>[] = [
  ...SPAN_INCIDENTS,
  { planted: 'guessing', name: 'auth', from: Date.UTC(2026, 10, 20, 2, 15), minutes: 45, count: 85 },
];

export type Moment = SeededMoment<Planted>;

export const serviceOf = (name: string): DeskService => DESK_SERVICES[name] as DeskService;
const isBad = ({ ms, name }: Moment): boolean => name === 'api' && ms >= DEPLOY_MS && ms < ROLLBACK_MS;
export const isSlowTable = (ms: number): boolean => ms >= SLOW_MS && ms < FAST_MS;

/** Usual records over two weeks, and those of the incidents. */
export const moments = (random: Dice, usual: number, incidents: readonly Incident<Planted>[]): readonly Moment[] =>
  momentsOf(
    random,
    { names: [...NAMES, 'api', 'api', 'web-app'], usual, quiet: { name: 'mailer', sinceMs: QUIET_MS } },
    incidents,
  );

/** The plan that each customer pays for. */
const PLANS: Readonly<Record<string, string>> = {
  acme: 'enterprise',
  globex: 'team',
  initech: 'team',
  umbra: 'enterprise',
  hooli: 'enterprise',
  'blue-fern': 'free',
  papercut: 'free',
  lumen: 'team',
  'old-mill': 'free',
  kestrel: 'team',
};
const WORKSPACES = Object.keys(PLANS);

const workspaceOf = (random: Dice, { planted }: Moment): string => {
  const any = WORKSPACES[Math.floor(random.roll() ** 1.5 * WORKSPACES.length)] as string;
  if (planted === 'flood') return 'globex';
  return planted === 'guessing' ? 'acme' : any;
};

export const callOf = (random: Dice, moment: Moment): Call => {
  const workspace = workspaceOf(random, moment);
  return {
    workspace,
    plan: PLANS[workspace] as string,
    user: moment.planted === 'flood' ? 'u-1188' : `u-${1000 + Math.floor(random.roll() ** 2 * 90)}`,
    region: random.pick(['eu-west', 'eu-west', 'us-east', 'us-east', 'ap-south']),
    version: isBad(moment) ? '7.4.0' : serviceOf(moment.name).version,
    ip: moment.planted === 'guessing' ? '203.0.113.66' : `198.51.100.${random.between(2, 60)}`,
    browser: random.pick(['Chrome', 'Chrome', 'Chrome', 'Firefox', 'Safari', 'Edge']),
    drag: moment.planted === 'table' ? 9 : 1,
  };
};

/** Failures are more frequent in one region and in the bad version. */
export const fails = (random: Dice, moment: Moment, call: Call): boolean => {
  if (moment.planted === 'guessing' || moment.planted === 'flood') return false;
  if (moment.planted === 'provider') return random.chance(0.9);
  if (moment.planted === 'table') return random.chance(0.2);
  if (isBad(moment)) return random.chance(0.4);
  return random.chance(call.region === 'ap-south' ? 0.13 : 0.05);
};
