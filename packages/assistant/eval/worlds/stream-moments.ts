import type { Dice } from './seeded.ts';
import { type Incident, momentsOf, type Moment as SeededMoment } from './seeded-moments.ts';
import type { StreamService, Viewing } from './stream-service.ts';
import { STREAM_SERVICES } from './stream-services.ts';

const NAMES = Object.keys(STREAM_SERVICES);
/** Player 7.4.0 reached the living rooms on Tuesday and was taken back on Wednesday afternoon. */
const PLAYER_MS = Date.UTC(2026, 10, 17, 9, 0);
const RECALL_MS = Date.UTC(2026, 10, 18, 16, 0);
/** Jobs of the encoder take five times as long since Wednesday night. */
const SLOW_MS = Date.UTC(2026, 10, 18, 22, 0);
/** The recommendations have not been heard of since. */
const QUIET_MS = Date.UTC(2026, 10, 20, 11, 40);

const TITLES = [
  'Harbour Lights',
  'Harbour Lights',
  'Salt Road',
  'The Ninth Floor',
  'Winter Keepers',
  'Cup Final Lions v Rovers',
  'Cup Final Lions v Rovers',
  'Grand Prix Sunday',
];

type Planted = 'player' | 'cdn' | 'drm' | 'signins';

/** The bad player, one CDN that failed in Poland during the final, and a key server that did not answer. */
export const SPAN_INCIDENTS: readonly Incident<Planted>[] = [
  { planted: 'player', name: 'playback-api', from: PLAYER_MS, minutes: 1_860, count: 110 },
  { planted: 'cdn', name: 'edge-gateway', from: Date.UTC(2026, 10, 19, 18, 0), minutes: 150, count: 140 },
  { planted: 'drm', name: 'drm-license', from: Date.UTC(2026, 10, 20, 9, 0), minutes: 60, count: 120 },
];
/** Those, and somebody who tried passwords of many viewers at night. */
export const LOG_INCIDENTS: readonly Incident<Planted>[] = [
  ...SPAN_INCIDENTS,
  { planted: 'signins', name: 'subscriptions', from: Date.UTC(2026, 10, 20, 3, 10), minutes: 35, count: 64 },
];

export type Moment = SeededMoment<Planted>;

export const serviceOf = (name: string): StreamService => STREAM_SERVICES[name] as StreamService;

/** Usual records over two weeks, and those of the incidents. */
export const moments = (random: Dice, usual: number, incidents: readonly Incident<Planted>[]): readonly Moment[] =>
  momentsOf(random, { names: NAMES, usual, quiet: { name: 'recommendations', sinceMs: QUIET_MS } }, incidents);

const playerOf = (random: Dice, { ms, planted }: Moment): string => {
  const isOut = ms >= PLAYER_MS && ms < RECALL_MS;
  if (planted === 'player' || (isOut && random.chance(0.3))) return '7.4.0';
  return random.pick(['7.3.2', '7.3.2', '7.3.2', '7.2.9']);
};

export const viewingOf = (random: Dice, moment: Moment): Viewing => {
  const { planted, name, ms } = moment;
  const inPoland = planted === 'cdn';
  return {
    viewer: `v-${4_000 + Math.floor(random.roll() ** 2 * 90)}`,
    plan: random.pick(['free', 'basic', 'basic', 'premium', 'family']),
    country: inPoland ? 'PL' : random.pick(['DE', 'DE', 'DE', 'GB', 'GB', 'ES', 'PL', 'BR']),
    device:
      planted === 'player' ? 'smart-tv' : random.pick(['smart-tv', 'smart-tv', 'phone', 'phone', 'web', 'tablet']),
    player: playerOf(random, moment),
    title: inPoland ? 'Cup Final Lions v Rovers' : random.pick(TITLES),
    cdn: inPoland ? 'northcast' : random.pick(['northcast', 'northcast', 'brightedge', 'swiftcache']),
    job: `enc-${random.between(21_000, 21_400)}`,
    ip: planted === 'signins' ? '203.0.113.77' : `192.0.2.${random.between(20, 60)}`,
    region: random.pick(['eu-central-1', 'eu-central-1', 'eu-west-2', 'sa-east-1']),
    release: serviceOf(name).release,
    slow: name === 'encoder-worker' && ms >= SLOW_MS,
  };
};

const SHARES: Readonly<Record<Planted, number>> = { player: 0.6, cdn: 0.9, drm: 0.85, signins: 0 };

/** Failures are more frequent in one region and with one player. */
export const fails = (random: Dice, { planted, name }: Moment, { player, region }: Viewing): boolean => {
  if (planted !== undefined) return random.chance(SHARES[planted]);
  if (name === 'playback-api' && player === '7.4.0') return random.chance(0.35);
  return random.chance(region === 'sa-east-1' ? 0.14 : 0.05);
};
