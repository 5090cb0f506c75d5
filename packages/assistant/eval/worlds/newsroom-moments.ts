import { NEWSROOM_AUDIENCE } from './newsroom-audience.ts';
import { NEWSROOM_EDITORIAL } from './newsroom-editorial.ts';
import type { NewsroomService, Visit } from './newsroom-service.ts';
import { NEWSROOM_SITE } from './newsroom-site.ts';
import type { Dice } from './seeded.ts';
import { type Incident, momentsOf, type Moment as SeededMoment } from './seeded-moments.ts';

const SERVICES: Readonly<Record<string, NewsroomService>> = {
  ...NEWSROOM_SITE,
  ...NEWSROOM_EDITORIAL,
  ...NEWSROOM_AUDIENCE,
};
/** A slow and failing release of the image processor came on Friday at nine. */
const RELEASE_MS = Date.UTC(2026, 10, 20, 9, 0);
/** The encoder has not been heard of since. */
const QUIET_MS = Date.UTC(2026, 10, 20, 13, 18);

type Planted = 'gateway' | 'ireland' | 'bounces' | 'nothing' | 'spam' | 'leaving';

const INCIDENTS: readonly Incident<Planted>[] = [
  { planted: 'gateway', name: 'subscriptions', from: Date.UTC(2026, 10, 20, 13, 40), minutes: 35, count: 140 },
  { planted: 'ireland', name: 'paywall', from: Date.UTC(2026, 10, 19, 15, 0), minutes: 180, count: 110 },
  { planted: 'bounces', name: 'newsletter-mailer', from: Date.UTC(2026, 10, 20, 5, 0), minutes: 50, count: 170 },
  { planted: 'nothing', name: 'site-search', from: Date.UTC(2026, 10, 18, 10, 0), minutes: 60, count: 90 },
  { planted: 'leaving', name: 'subscriptions', from: Date.UTC(2026, 10, 16, 8, 0), minutes: 600, count: 115 },
  { planted: 'spam', name: 'comments', from: Date.UTC(2026, 10, 17, 22, 0), minutes: 120, count: 130 },
];

export type Moment = SeededMoment<Planted>;

export const serviceOf = (name: string): NewsroomService => SERVICES[name] as NewsroomService;
export const isBadRelease = ({ ms, name }: Moment): boolean => name === 'image-processor' && ms >= RELEASE_MS;

/** Usual records over two weeks, and those of the incidents. */
export const moments = (random: Dice, usual: number): readonly Moment[] =>
  momentsOf(
    random,
    {
      names: [...Object.keys(SERVICES), 'article-api', 'article-api', 'article-api', 'paywall'],
      usual,
      quiet: { name: 'video-encoder', sinceMs: QUIET_MS },
    },
    INCIDENTS,
  );

/** Each story with its section and its author. */
const STORIES = [
  ['budget-vote-live', 'politics', 'Ida Krantz'],
  ['rail-strike-talks', 'politics', 'Tom Ferris'],
  ['cup-final-report', 'sports', 'Nora Lind'],
  ['harbour-fire', 'local', 'Ben Achebe'],
  ['tram-line-nine', 'local', 'Ben Achebe'],
  ['rate-cut-explained', 'business', 'Ida Krantz'],
  ['chip-maker-results', 'business', 'Pia Moser'],
  ['film-festival-diary', 'culture', 'Juno Hale'],
  ['glacier-report', 'science', 'Oskar Bay'],
  ['school-lunch-row', 'education', 'Pia Moser'],
  ['lentil-soup', 'food', 'Juno Hale'],
  ['alpine-huts', 'travel', 'Oskar Bay'],
  ['flu-season', 'health', 'Nora Lind'],
  ['letters-page', 'opinion', 'Tom Ferris'],
] as const;

const PLANS = ['free', 'free', 'free', 'trial', 'digital', 'digital', 'premium'];
const COUNTRIES = ['IE', 'IE', 'GB', 'GB', 'GB', 'DE', 'DE', 'AT', 'US'];
const DEVICES = ['ios', 'android', 'android', 'desktop', 'desktop', 'tablet'];

const failsBy = (random: Dice, moment: Moment, country: string): boolean => {
  if (moment.planted === 'gateway') return random.chance(0.85);
  if (moment.planted === 'ireland') return random.chance(0.7);
  if (moment.planted !== undefined) return false;
  if (isBadRelease(moment)) return random.chance(0.3);
  return random.chance(country === 'AT' ? 0.12 : 0.05);
};

/** Each reader has one plan, one country and one usual device. */
export const visitOf = (random: Dice, moment: Moment): Visit => {
  const at = moment.planted === 'ireland' ? 18 * random.between(0, 14) : Math.floor(random.roll() ** 2 * 260);
  const number = random.chance(0.03) ? 17 : random.chance(0.01) ? 90 : at;
  const country = moment.planted === 'ireland' ? 'IE' : (COUNTRIES[number % COUNTRIES.length] as string);
  const [slug, section, author] = STORIES[
    Math.floor(random.roll() ** 1.6 * STORIES.length)
  ] as (typeof STORIES)[number];
  const known = number === 17 ? 'rd-40417' : `rd-${40_100 + number * 37}`;
  return {
    reader: number === 90 ? 'rd-51290' : known,
    plan: PLANS[number % PLANS.length] as string,
    country,
    device: random.chance(0.8) ? (DEVICES[number % DEVICES.length] as string) : random.pick(DEVICES),
    slug,
    section,
    author,
    release: isBadRelease(moment) ? '7.3.0' : serviceOf(moment.name).release,
    failing: failsBy(random, moment, country),
    planted: moment.planted ?? '',
    ms: moment.ms,
  };
};
