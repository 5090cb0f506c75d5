import { INSURER_CLAIMS } from './insurer-claims.ts';
import { INSURER_RETAIL } from './insurer-retail.ts';
import type { Call, InsurerService } from './insurer-service.ts';
import type { Dice } from './seeded.ts';
import { type Incident, momentsOf, type Moment as SeededMoment } from './seeded-moments.ts';

const SERVICES: Readonly<Record<string, InsurerService>> = { ...INSURER_RETAIL, ...INSURER_CLAIMS };
/** A bad release of claims-intake ran on Wednesday until it was rolled back. */
const RELEASE_MS = Date.UTC(2026, 10, 18, 13, 0);
const ROLLBACK_MS = Date.UTC(2026, 10, 18, 15, 40);
/** The notifier has not been heard of since. */
const QUIET_MS = Date.UTC(2026, 10, 20, 11, 20);

type Planted = 'bank' | 'flood' | 'release' | 'ring' | 'storm' | 'tariff';

/** Thursday's storm and bank, a flood of one broker, claims of one customer at night, and slow tariffs this morning. */
const INCIDENTS: readonly Incident<Planted>[] = [
  { planted: 'release', name: 'claims-intake', from: RELEASE_MS, minutes: 160, count: 90 },
  { planted: 'bank', name: 'payouts', from: Date.UTC(2026, 10, 19, 16, 0), minutes: 70, count: 80 },
  { planted: 'storm', name: 'claims-intake', from: Date.UTC(2026, 10, 19, 18, 0), minutes: 180, count: 240 },
  { planted: 'ring', name: 'claims-intake', from: Date.UTC(2026, 10, 20, 3, 0), minutes: 40, count: 50 },
  { planted: 'tariff', name: 'quote-api', from: Date.UTC(2026, 10, 20, 9, 0), minutes: 120, count: 110 },
  { planted: 'flood', name: 'broker-gateway', from: Date.UTC(2026, 10, 20, 12, 30), minutes: 45, count: 140 },
];

export type Moment = SeededMoment<Planted>;

export const serviceOf = (name: string): InsurerService => SERVICES[name] as InsurerService;

/** What traces begin with. */
const BEGIN: readonly string[] =
  'customer-portal customer-portal customer-portal quote-api quote-api broker-gateway policy-admin premium-billing premium-billing claims-intake claims-intake document-vault adjuster-desk adjuster-desk payouts call-centre call-centre notifier notifier'.split(
    ' ',
  );

/** Usual traces over two weeks, and those of the incidents. */
export const moments = (random: Dice): readonly Moment[] =>
  momentsOf(random, { names: BEGIN, usual: 5_600, quiet: { name: 'notifier', sinceMs: QUIET_MS } }, INCIDENTS);

const PERILS: Readonly<Record<string, readonly string[]>> = {
  home: ['water', 'water', 'fire', 'theft', 'storm'],
  motor: ['collision', 'collision', 'theft', 'glass', 'storm'],
  travel: ['cancellation', 'illness', 'luggage'],
  pet: ['illness'],
  life: ['disability'],
};

export const callOf = (random: Dice, { planted }: Moment): Call => {
  const usual = random.pick(['home', 'home', 'home', 'motor', 'motor', 'motor', 'travel', 'travel', 'pet', 'life']);
  const product = planted === 'storm' || planted === 'ring' ? 'home' : usual;
  const customer = `C-${5_000 + Math.floor(random.roll() ** 1.3 * 180)}`;
  const country = random.pick(['DE', 'DE', 'DE', 'DE', 'NL', 'NL', 'AT', 'AT', 'PL', 'PL', 'BE']);
  const peril = random.pick(PERILS[product] as readonly string[]);
  const broker = `B-${String(20 + Math.floor(random.roll() ** 1.5 * 25)).padStart(3, '0')}`;
  return {
    customer: planted === 'ring' ? 'C-5077' : customer,
    country: planted === 'storm' ? 'NL' : planted === 'ring' ? 'BE' : country,
    product,
    policy: `P-${random.between(700_000, 700_900)}`,
    claim: `CL-${30_400 + Math.floor(random.roll() ** 1.5 * 320)}`,
    peril: planted === 'storm' ? 'storm' : peril,
    broker: planted === 'flood' ? 'B-031' : broker,
    drag: planted === 'tariff' ? 9 : 1,
  };
};

export const releaseOf = (name: string, ms: number): string =>
  name === 'claims-intake' && ms >= RELEASE_MS && ms < ROLLBACK_MS ? '9.2.0' : serviceOf(name).release;

const CHANCES: Readonly<Record<Planted, number>> = {
  bank: 0.9,
  flood: 0,
  release: 0.45,
  ring: 0.02,
  storm: 0.03,
  tariff: 0.1,
};

/** Failures are more frequent in one country, for one customer and in the bad release. */
export const fails = (random: Dice, { planted, name, ms }: Moment, { country, customer }: Call): boolean => {
  if (planted !== undefined) return random.chance(CHANCES[planted]);
  if (releaseOf(name, ms) === '9.2.0') return random.chance(0.4);
  if (customer === 'C-5031') return random.chance(0.5);
  return random.chance(country === 'PL' ? 0.16 : 0.06);
};
