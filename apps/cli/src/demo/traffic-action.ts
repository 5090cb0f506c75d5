import { STOREFRONT_LIMITS, type TrafficState } from '@clearspan/contracts';
import { didYouMean } from '../args/did-you-mean.ts';
import { oneOf, wholeNumber } from '../args/one-of.ts';
import type { ParsedCommand } from '../args/parse-command.ts';
import { usageError } from '../args/usage-error.ts';
import { countText } from '../output/units.ts';
import { clockText } from './clock-text.ts';
import type { DemoAction } from './demo-action.ts';

const WORDS: readonly string[] = ['start', 'stop', 'status'];
const { ratePerSMax, usersMax, thinkMsMax, seedMax } = STOREFRONT_LIMITS;

/** Options and the settings they stand for. */
const WHOLE = {
  users: { setting: 'users', min: 1, max: usersMax },
  'think-ms': { setting: 'think_ms', min: 0, max: thinkMsMax },
  'bad-ids': { setting: 'bad_id_percent', min: 0, max: 100 },
  seed: { setting: 'seed', min: 0, max: seedMax },
} as const;

const readRate = (text: string): number => {
  const rate = /^\d{1,3}(?:\.\d{1,3})?$/.test(text) ? Number(text) : 0;
  if (rate > 0 && rate <= ratePerSMax) return rate;
  throw usageError(`expected requests a second, at most ${ratePerSMax}, for --rate, found \`${text}\``, 'demo');
};

const readChanges = (parsed: ParsedCommand): Readonly<Record<string, number>> => {
  const changes: Record<string, number> = {};
  const rate = parsed.value('rate');
  if (rate !== undefined) changes.rate_per_s = readRate(rate);
  for (const [option, { setting, ...bounds }] of Object.entries(WHOLE)) {
    const number = wholeNumber(option, parsed.value(option), bounds, 'demo');
    if (number !== undefined) changes[setting] = number;
  }
  return changes;
};

const stateText = ({ running, settings, figures }: TrafficState): string => {
  const { requests, by_status, active_users, since } = figures;
  const who = `${countText(settings.users, 'visitor')}, ${settings.rate_per_s} requests a second`;
  const now = running
    ? `visitors come: ${who}, ${active_users} in the shop now`
    : `nobody comes (when they do: ${who})`;
  const statuses = Object.entries(by_status).map(([status, n]) => `${n} ${status.replace('_', ' ')}`);
  const counted = since === null ? [] : [`${countText(requests, 'request')} since ${clockText(since)}`, ...statuses];
  return `${now}\n${counted.length === 0 ? '' : `${counted.join(', ')}\n`}`;
};

/** `clearspan demo traffic`: whether visitors come, and how many. */
export const trafficAction: DemoAction = {
  options: ['rate', ...Object.keys(WHOLE), 'format'],
  wordsMax: 1,
  run: async ([word = 'status'], { parsed, terminal, room }) => {
    if (!WORDS.includes(word))
      throw usageError(
        `expected ${WORDS.join(', ')} after traffic, found \`${word}\`${didYouMean(word, WORDS)}`,
        'demo',
      );
    const format = oneOf('format', parsed.value('format'), ['text', 'json'], 'text', 'demo');
    const settings = readChanges(parsed);
    const changed = Object.keys(settings).length > 0;
    const running = word === 'status' ? {} : { running: word === 'start' };
    const state =
      changed || word !== 'status'
        ? await room().post<TrafficState>('/traffic', { ...running, ...(changed ? { settings } : {}) })
        : await room().get<TrafficState>('/traffic');
    terminal.stdout.write(format === 'json' ? `${JSON.stringify(state, null, 2)}\n` : stateText(state));
  },
};
