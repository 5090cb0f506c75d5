import { callOf, fails, isSlow, isUndecodable, isWarned, type Moment, serviceOf } from './gallery-moments.ts';
import type { Call, GalleryService, Said } from './gallery-service.ts';
import type { Dice } from './seeded.ts';
import { type Level, written } from './seeded-log.ts';

/** All that is settled of one visit before its log and its spans are written. */
export interface Visit extends Said {
  readonly moment: Moment;
  readonly service: GalleryService;
  readonly trace: string;
  readonly failing: boolean;
  readonly micros: number;
  readonly method: string;
  readonly route: string;
  readonly status: number;
  /** Whether it came through the gateway of the apps. */
  readonly isForwarded: boolean;
}

const levelOf = (random: Dice, { planted }: Moment, failing: boolean): Level => {
  if (failing) return random.chance(0.06) ? 'critical' : 'error';
  if (isWarned(planted) || random.chance(0.12)) return 'warning';
  return random.chance(0.08) ? 'debug' : 'info';
};

const errorOf = (random: Dice, { planted, name }: Moment, { error }: GalleryService, undecodable: boolean): string => {
  if (planted === 'store') return error[1] as string;
  if ((planted !== undefined && planted !== 'concerned') || undecodable) return error[0];
  return random.pick(name === 'upload-api' ? error.slice(1) : error);
};

/** What is said, and the code of the error. */
const saidOf = (random: Dice, moment: Moment, level: Level, undecodable: boolean): readonly [string, string] => {
  const service = serviceOf(moment.name);
  if (level === 'error' || level === 'critical') {
    const text = errorOf(random, moment, service, undecodable);
    const at = text.indexOf(': ');
    return [written(random, text.slice(at + 2)), text.slice(0, at)];
  }
  if (level === 'warning') {
    const index = moment.planted === 'blocked' ? 1 : 0;
    const isFixed = isWarned(moment.planted);
    return [written(random, isFixed ? (service.warning[index] as string) : random.pick(service.warning)), ''];
  }
  return [written(random, random.pick(service.info)), ''];
};

const statusOf = (random: Dice, level: Level, text: string, code: string): number => {
  if (text === 'wrong password') return 401;
  if (text === 'comment rate limit reached') return 429;
  if (text === 'card declined') return 402;
  if (code.endsWith('TIMEOUT')) return 504;
  if (code !== '') return random.pick([500, 500, 502, 503]);
  return level === 'warning' ? random.pick([400, 403, 404, 409]) : random.pick([200, 200, 200, 201, 204, 304]);
};

const microsOf = (random: Dice, moment: Moment, { pace }: GalleryService, call: Call): number => {
  const usual = pace * 1000 * (0.25 + random.roll() ** 3 * 5) * (isSlow(moment) ? 8 : 1);
  const waited = moment.planted === 'origin' || moment.planted === 'payments' ? random.between(4_000, 11_000) : 0;
  const isNewUpload = moment.name === 'upload-api' && call.appVersion === '9.4.0';
  return Math.floor(usual * (isNewUpload ? 1.6 : 1)) + waited * 1000;
};

export const visitOf = (random: Dice, moment: Moment): Visit => {
  const service = serviceOf(moment.name);
  const call = callOf(random, moment);
  const undecodable = moment.trace === undefined && isUndecodable(random, moment, call);
  const failing = moment.trace === undefined && (undecodable || fails(random, moment, call));
  const level = levelOf(random, moment, failing);
  const [text, code] = saidOf(random, moment, level, undecodable);
  const isOfApps = moment.name !== 'mobile-gateway' && moment.name !== 'media-cdn' && service.routes.length > 0;
  return {
    moment,
    service,
    call,
    trace: moment.trace ?? random.hex(32),
    failing,
    level,
    text,
    code,
    micros: microsOf(random, moment, service, call),
    method: moment.planted === 'guessing' ? 'POST' : random.pick(['GET', 'GET', 'POST', 'POST', 'PUT', 'DELETE']),
    route: service.routes.length === 0 ? '' : (random.pick(service.routes) as string),
    status: statusOf(random, level, text, code),
    isForwarded: isOfApps && random.chance(0.7),
  };
};
