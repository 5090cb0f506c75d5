import type { BankService, Dealing } from './bank-service.ts';
import { BANK_SERVICES } from './bank-services.ts';
import type { Dice } from './seeded.ts';
import { type Incident, momentsOf, type Moment as SeededMoment } from './seeded-moments.ts';

const NAMES = Object.keys(BANK_SERVICES);
/** A bad version of the card authorization ran on Wednesday until it was taken back in the afternoon. */
const DEPLOY_MS = Date.UTC(2026, 10, 18, 9, 0);
const ROLLBACK_MS = Date.UTC(2026, 10, 18, 15, 30);
/** The batch takes several times as long since Wednesday night. */
const SLOW_MS = Date.UTC(2026, 10, 18, 22, 0);
/** The onboarding has not been heard of since. */
const QUIET_MS = Date.UTC(2026, 10, 20, 8, 40);

type Planted = 'clearing' | 'deploy' | 'pins';

/** A clearing house that timed out, and the bad version. */
export const SPAN_INCIDENTS: readonly Incident<Planted>[] = [
  { planted: 'clearing', name: 'transfers', from: Date.UTC(2026, 10, 19, 13, 0), minutes: 70, count: 160 },
  { planted: 'deploy', name: 'card-auth', from: DEPLOY_MS, minutes: 390, count: 110 },
];
/** Those, and one device that tried PINs until it was locked. */
export const LOG_INCIDENTS: readonly Incident<Planted>[] = [
  ...SPAN_INCIDENTS,
  { planted: 'pins', name: 'mobile-gateway', from: Date.UTC(2026, 10, 20, 6, 10), minutes: 30, count: 44 },
];

export type Moment = SeededMoment<Planted>;

export const serviceOf = (name: string): BankService => BANK_SERVICES[name] as BankService;
const isBad = ({ ms, name }: Moment): boolean => name === 'card-auth' && ms >= DEPLOY_MS && ms < ROLLBACK_MS;

/** Usual records over two weeks, and those of the incidents. */
export const moments = (random: Dice, usual: number, incidents: readonly Incident<Planted>[]): readonly Moment[] =>
  momentsOf(random, { names: NAMES, usual, quiet: { name: 'kyc', sinceMs: QUIET_MS } }, incidents);

export const dealingOf = (random: Dice, moment: Moment): Dealing => ({
  customer: moment.planted === 'pins' ? 'C-40417' : `C-${40_400 + Math.floor(random.roll() ** 2 * 70)}`,
  device: moment.planted === 'pins' ? 'dev-7f31' : `dev-${random.between(0x7f00, 0x7f40).toString(16)}`,
  segment: random.pick(['retail', 'retail', 'retail', 'premium', 'student', 'business']),
  region: random.pick(['eu-central-1', 'eu-central-1', 'eu-west-1']),
  branch: random.pick(['Berlin', 'Berlin', 'Munich', 'Vienna', 'Leipzig', 'Cologne']),
  channel: random.pick(['ios', 'ios', 'android', 'android', 'web', 'branch']),
  transferType: moment.planted === 'clearing' ? 'sepa' : random.pick(['sepa', 'sepa', 'instant', 'internal', 'swift']),
  scheme: random.pick(['visa', 'visa', 'mastercard', 'girocard']),
  slow: moment.name === 'statements-batch' && moment.ms >= SLOW_MS,
  version: isBad(moment) ? '4.18.0' : serviceOf(moment.name).version,
});

/** Failures are more frequent in one region, in the bad version, and of transfers abroad. */
export const fails = (random: Dice, moment: Moment, dealing: Dealing): boolean => {
  if (moment.planted === 'pins') return false;
  if (moment.planted === 'clearing') return random.chance(0.85);
  if (isBad(moment)) return random.chance(0.42);
  if (moment.name === 'transfers' && dealing.transferType === 'swift') return random.chance(0.25);
  return random.chance(dealing.region === 'eu-west-1' ? 0.13 : 0.05);
};
