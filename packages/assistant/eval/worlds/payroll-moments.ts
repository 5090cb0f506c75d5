import { PAYROLL_CORE } from './payroll-core.ts';
import { PAYROLL_PEOPLE } from './payroll-people.ts';
import { PAYROLL_PLATFORM } from './payroll-platform.ts';
import type { Call, PayrollService } from './payroll-service.ts';
import type { Dice } from './seeded.ts';
import { type Incident, momentsOf, type Moment as SeededMoment } from './seeded-moments.ts';

const SERVICES: Readonly<Record<string, PayrollService>> = { ...PAYROLL_CORE, ...PAYROLL_PEOPLE, ...PAYROLL_PLATFORM };
export const serviceOf = (name: string): PayrollService => SERVICES[name] as PayrollService;

/** A bad version of the engine ran on Wednesday until it was rolled back. */
const DEPLOY_MS = Date.UTC(2026, 10, 18, 13, 30);
const ROLLBACK_MS = Date.UTC(2026, 10, 18, 17, 0);
/** The notifier has not been heard of since. */
const QUIET_MS = Date.UTC(2026, 10, 20, 12, 5);

type Planted = 'deploy' | 'bank' | 'template' | 'import' | 'guessing' | 'vault' | 'bounce';

const INCIDENTS: readonly Incident<Planted>[] = [
  { planted: 'deploy', name: 'pay-engine', from: DEPLOY_MS, minutes: 210, count: 120 },
  { planted: 'bank', name: 'bank-files', from: Date.UTC(2026, 10, 19, 9, 0), minutes: 180, count: 110 },
  { planted: 'template', name: 'payslips', from: Date.UTC(2026, 10, 19, 14, 10), minutes: 190, count: 95 },
  { planted: 'import', name: 'timesheets', from: Date.UTC(2026, 10, 20, 10, 2), minutes: 25, count: 170 },
  { planted: 'guessing', name: 'sso', from: Date.UTC(2026, 10, 20, 3, 10), minutes: 40, count: 90 },
  { planted: 'vault', name: 'employee-records', from: Date.UTC(2026, 10, 20, 11, 21), minutes: 6, count: 42 },
  { planted: 'bounce', name: 'notifier', from: Date.UTC(2026, 10, 20, 9, 15), minutes: 30, count: 18 },
];

/** What is told of as a warning, not as an error. */
export const WARNS: ReadonlySet<Planted | undefined> = new Set<Planted>(['guessing', 'import', 'bounce']);

export type Moment = SeededMoment<Planted>;

/** Usual work over two weeks, and that of the incidents. */
export const moments = (random: Dice): readonly Moment[] =>
  momentsOf(
    random,
    {
      names: [...Object.keys(SERVICES), 'hr-portal', 'pay-engine', 'payslips', 'timesheets'],
      usual: 7_600,
      quiet: { name: 'notifier', sinceMs: QUIET_MS },
    },
    INCIDENTS,
  );

/** The country that each employer pays in; the first ones are the largest. */
const COUNTRIES: Readonly<Record<string, string>> = {
  'er-117': 'NL',
  'er-052': 'DE',
  'er-017': 'GB',
  'er-203': 'DE',
  'er-231': 'GB',
  'er-288': 'FR',
  'er-340': 'NL',
  'er-371': 'US',
  'er-404': 'DE',
  'er-452': 'IE',
  'er-460': 'FR',
};
const GUESSERS = [...Array.from({ length: 5 }, () => '203.0.113.91'), '203.0.113.14'];
const JOINED_MS = Date.UTC(2026, 10, 20);
const EMPLOYERS = Object.keys(COUNTRIES);
const EMPLOYER_OF: Readonly<Record<string, string>> = {
  template: 'er-117',
  import: 'er-052',
  guessing: 'er-017',
  vault: 'er-117',
};

const isBad = ({ ms, name }: Moment): boolean => name === 'pay-engine' && ms >= DEPLOY_MS && ms < ROLLBACK_MS;

/** Failures are more frequent in one country and in the bad version. */
const fails = (random: Dice, moment: Moment, country: string): boolean => {
  if (WARNS.has(moment.planted)) return false;
  if (moment.planted === 'template' || moment.planted === 'vault') return random.chance(0.85);
  if (moment.planted === 'bank') return random.chance(0.55);
  if (isBad(moment)) return random.chance(0.45);
  return random.chance(country === 'GB' ? 0.12 : 0.045);
};

const microsOf = (random: Dice, moment: Moment, employer: string): number => {
  const { ms } = serviceOf(moment.name);
  const usual = 2_000 + Math.floor(random.roll() ** 2 * ms * 1000);
  if (moment.planted === 'bank') return usual + random.between(6_000_000, 21_000_000);
  if (moment.name === 'exports' && employer === 'er-052') return usual * 4;
  return isBad(moment) ? usual * 3 : usual;
};

export const callOf = (random: Dice, moment: Moment, traceId: string): Call => {
  const { planted = '' } = moment;
  // The last one has been a customer since today.
  const known = EMPLOYERS.length - (moment.ms < JOINED_MS ? 1 : 0);
  const any = Math.floor(random.roll() ** 1.5 * known);
  const employer = EMPLOYER_OF[planted] ?? (EMPLOYERS[any] as string);
  const country = COUNTRIES[employer] as string;
  const first = 10_200 + EMPLOYERS.indexOf(employer) * 40;
  const okta = moment.ms > JOINED_MS && random.chance(0.3);
  return {
    employer,
    employee: `ee-${first + Math.floor(random.roll() ** 2 * 40)}`,
    country,
    region: random.pick(country === 'US' ? ['us-east'] : ['eu-central', 'eu-central', 'eu-west']),
    version: isBad(moment) ? '9.2.0' : serviceOf(moment.name).version,
    ip: planted === 'guessing' ? random.pick(GUESSERS) : `198.51.100.${random.between(2, 60)}`,
    provider: okta ? 'okta' : random.pick(['entra', 'entra', 'google', 'okta', 'local']),
    failing: fails(random, moment, country),
    micros: microsOf(random, moment, employer),
    traceId,
  };
};
