import { GALLERY_PHOTOS } from './gallery-photos.ts';
import { GALLERY_PLATFORM } from './gallery-platform.ts';
import type { Call, GalleryService } from './gallery-service.ts';
import { GALLERY_SOCIAL } from './gallery-social.ts';
import type { Dice } from './seeded.ts';
import { type Incident, momentsOf, type Moment as SeededMoment } from './seeded-moments.ts';

const SERVICES: Readonly<Record<string, GalleryService>> = {
  ...GALLERY_PHOTOS,
  ...GALLERY_SOCIAL,
  ...GALLERY_PLATFORM,
};
export const serviceOf = (name: string): GalleryService => SERVICES[name] as GalleryService;

/** Of an app for one platform that sends images nobody can decode. */
const RELEASE_MS = Date.UTC(2026, 10, 18, 10, 0);
/** The index of the search was slow on Thursday morning. */
const SLOW_MS = Date.UTC(2026, 10, 19, 9, 0);
const FAST_MS = Date.UTC(2026, 10, 19, 12, 0);
/** The sender of notifications has not been heard of since. */
const QUIET_MS = Date.UTC(2026, 10, 20, 12, 5);

type Planted = 'blocked' | 'concerned' | 'declined' | 'guessing' | 'index' | 'origin' | 'payments' | 'spam' | 'store';

/** Who something happens to, by the number of the member. */
const MEMBERS: Readonly<Record<string, number>> = { blocked: 64, concerned: 33, declined: 99, spam: 217 };

const INCIDENTS: readonly Incident<Planted>[] = [
  { planted: 'declined', name: 'subscriptions', from: Date.UTC(2026, 10, 16, 19, 0), minutes: 60, count: 9 },
  { planted: 'blocked', name: 'comment-service', from: Date.UTC(2026, 10, 19, 16, 0), minutes: 90, count: 13 },
  { planted: 'concerned', name: 'upload-api', from: Date.UTC(2026, 10, 20, 8, 0), minutes: 360, count: 14 },
  { planted: 'concerned', name: 'subscriptions', from: Date.UTC(2026, 10, 20, 9, 0), minutes: 300, count: 9 },
  { planted: 'payments', name: 'subscriptions', from: Date.UTC(2026, 10, 17, 15, 0), minutes: 90, count: 75 },
  { planted: 'index', name: 'photo-search', from: SLOW_MS, minutes: 180, count: 110 },
  { planted: 'origin', name: 'media-cdn', from: Date.UTC(2026, 10, 19, 20, 0), minutes: 60, count: 120 },
  { planted: 'guessing', name: 'accounts', from: Date.UTC(2026, 10, 20, 3, 10), minutes: 40, count: 95 },
  { planted: 'store', name: 'upload-api', from: Date.UTC(2026, 10, 20, 12, 40), minutes: 20, count: 60 },
  { planted: 'spam', name: 'comment-service', from: Date.UTC(2026, 10, 20, 13, 45), minutes: 25, count: 70 },
];

export interface Moment extends SeededMoment<Planted> {
  /** Of a trace that is known by its id. */
  readonly trace?: string;
}

const known = (trace: string, from: number, names: readonly string[]): readonly Moment[] =>
  names.map((name, index) => ({ ms: from + index * 900, name, trace }));
const KNOWN: readonly Moment[] = [
  ...known('5e0c91b7a4d24f0e8b36c2d7f19ae054', Date.UTC(2026, 10, 20, 13, 41, 7), [
    'upload-api',
    'thumbnailer',
    'moderation',
  ]),
  ...known('c84d17f05b9e4a63902fd6e1b7a3508c', Date.UTC(2026, 10, 19, 10, 12, 30), [
    'feed-service',
    'photo-search',
    'album-service',
  ]),
];

const USUAL = [
  ...Object.keys(SERVICES),
  'media-cdn',
  'media-cdn',
  'upload-api',
  'upload-api',
  'feed-service',
  'accounts',
];

/** Visits of two weeks, and those of the incidents. */
export const moments = (random: Dice): readonly Moment[] =>
  [
    ...momentsOf(random, { names: USUAL, usual: 6_000, quiet: { name: 'push-sender', sinceMs: QUIET_MS } }, INCIDENTS),
    ...KNOWN,
  ].toSorted((a, b) => a.ms - b.ms);

export const isSlow = ({ ms, name }: Moment): boolean => name === 'photo-search' && ms >= SLOW_MS && ms < FAST_MS;

const COUNTRIES = ['DE', 'DE', 'DE', 'BR', 'BR', 'JP', 'US', 'US', 'US', 'GB', 'PT'];

const tierOf = (number: number): string => {
  if (number % 10 < 6) return 'free';
  return number % 10 < 9 ? 'plus' : 'pro';
};

const appOf = (random: Dice, number: number, ms: number): readonly [string, string] => {
  const place = (number * 7) % 20;
  if (place < 8) return ['ios', ms >= RELEASE_MS && random.chance(0.55) ? '9.4.0' : '9.3.2'];
  return place < 15 ? ['android', random.chance(0.8) ? '9.3.5' : '9.1.0'] : ['web', '2026.46'];
};

export const callOf = (random: Dice, { ms, planted }: Moment): Call => {
  const anyone = Math.floor(random.roll() ** 1.8 * 700);
  const number = MEMBERS[planted ?? ''] ?? anyone;
  const [platform, appVersion] = appOf(random, number, ms);
  const anywhere = random.pick(['fra', 'fra', 'fra', 'iad', 'iad', 'nrt']);
  return {
    member: `m_${10_200 + number}`,
    tier: tierOf(number),
    country: COUNTRIES[(number * 13) % COUNTRIES.length] as string,
    platform,
    appVersion,
    datacenter: planted === 'origin' && random.chance(0.85) ? 'nrt' : anywhere,
    ip: planted === 'guessing' ? '203.0.113.91' : `198.51.100.${random.between(2, 70)}`,
  };
};

export const isUndecodable = (random: Dice, { name }: Moment, call: Call): boolean =>
  name === 'upload-api' && call.appVersion === '9.4.0' && random.chance(0.45);

/** Nothing fails, but what is asked for is not done. */
export const isWarned = (planted: Planted | undefined): boolean =>
  planted === 'guessing' || planted === 'spam' || planted === 'blocked' || planted === 'declined';

/** Failures are more frequent in one datacenter. */
export const fails = (random: Dice, { planted }: Moment, call: Call): boolean => {
  if (isWarned(planted)) return false;
  if (planted === 'concerned') return random.chance(0.35);
  if (planted === 'payments' || planted === 'store') return random.chance(0.85);
  if (planted === 'origin') return random.chance(call.datacenter === 'nrt' ? 0.9 : 0.2);
  if (planted === 'index') return random.chance(0.25);
  return random.chance(call.datacenter === 'nrt' ? 0.1 : 0.04);
};
