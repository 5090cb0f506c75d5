import type { Call, CampusEvent, CampusService } from './campus-service.ts';
import { weighted } from './campus-service.ts';
import { CAMPUS_SERVICES } from './campus-services.ts';
import type { Dice } from './seeded.ts';
import { type Incident, momentsOf, type Moment as SeededMoment } from './seeded-moments.ts';

const NAMES = Object.keys(CAMPUS_SERVICES);
/** Certificates have not been printed since. */
const QUIET_MS = Date.UTC(2026, 10, 20, 13, 38);

/** What goes wrong for many. */
type Planted = 'provider' | 'camera' | 'memory' | 'guessing' | 'stall' | StoryName;

/** What happened to a few students that were asked about. */
type StoryName = 'charged' | 'unseated' | 'broke' | 'sat' | 'welcomed' | 'greeted' | 'ordered';

interface Story {
  readonly event: string;
  readonly student: string;
  readonly of: object;
}

const STORIES: Readonly<Record<StoryName, Story>> = {
  charged: {
    event: 'payment.captured',
    student: 'st-40417',
    of: { payment: { provider: 'paylane', amount: 249, currency: 'EUR' } },
  },
  unseated: { event: 'enrolment.refused', student: 'st-40417', of: {} },
  broke: {
    event: 'payment.declined',
    student: 'st-41022',
    of: { payment: { provider: 'cardinal', amount: 129.5, currency: 'EUR', decline_reason: 'insufficient_funds' } },
  },
  sat: { event: 'exam.submitted', student: 'st-41022', of: { exam: { id: 'ex-522', score: 71, minutes_used: 88 } } },
  welcomed: { event: 'mail.bounced', student: 'st-40955', of: { mail: { template: 'welcome', took_ms: 4_210 } } },
  greeted: { event: 'mail.sent', student: 'st-40955', of: { mail: { template: 'grade_ready', took_ms: 1_870 } } },
  ordered: {
    event: 'order.placed',
    student: 'st-40733',
    of: { order: { id: 'ord-770118', amount: 349, currency: 'EUR', payment_method: 'paypal' } },
  },
};

export const storyOf = ({ planted }: Moment): Story | undefined =>
  planted !== undefined && planted in STORIES ? STORIES[planted as StoryName] : undefined;

const at = (day: number, hour: number, minute: number): number => Date.UTC(2026, 10, day, hour, minute);

export const SPAN_INCIDENTS: readonly Incident<Planted>[] = [
  { planted: 'provider', name: 'payment-bridge', from: at(19, 19, 10), minutes: 30, count: 60 },
  { planted: 'stall', name: 'lesson-player', from: at(20, 13, 40), minutes: 40, count: 80 },
];
export const LOG_INCIDENTS: readonly Incident<Planted>[] = [
  { planted: 'provider', name: 'payment-bridge', from: at(19, 19, 10), minutes: 30, count: 95 },
  { planted: 'stall', name: 'lesson-player', from: at(20, 13, 40), minutes: 40, count: 130 },
  { planted: 'camera', name: 'exam-hall', from: at(20, 9, 0), minutes: 120, count: 80 },
  { planted: 'memory', name: 'video-transcoder', from: at(18, 22, 0), minutes: 90, count: 40 },
  { planted: 'guessing', name: 'sign-in', from: at(19, 2, 0), minutes: 60, count: 90 },
  { planted: 'charged', name: 'payment-bridge', from: at(20, 10, 12), minutes: 1, count: 1 },
  { planted: 'unseated', name: 'enrolment-desk', from: at(20, 10, 13), minutes: 2, count: 2 },
  { planted: 'broke', name: 'payment-bridge', from: at(20, 8, 30), minutes: 50, count: 5 },
  { planted: 'sat', name: 'exam-hall', from: at(18, 11, 20), minutes: 1, count: 1 },
  { planted: 'welcomed', name: 'mail-runner', from: at(19, 15, 5), minutes: 9, count: 2 },
  { planted: 'greeted', name: 'mail-runner', from: at(20, 7, 30), minutes: 90, count: 1 },
  { planted: 'ordered', name: 'checkout', from: at(17, 16, 40), minutes: 1, count: 1 },
];

export type Moment = SeededMoment<Planted>;

export const serviceOf = (name: string): CampusService => CAMPUS_SERVICES[name] as CampusService;

export const moments = (random: Dice, usual: number, incidents: readonly Incident<Planted>[]): readonly Moment[] =>
  momentsOf(
    random,
    {
      names: [...NAMES, 'front-gate', 'front-gate', 'lesson-player', 'exam-hall', 'checkout'],
      usual,
      quiet: { name: 'certificate-press', sinceMs: QUIET_MS },
    },
    incidents,
  );

const SCHOOLS = ['northfield', 'riverbend', 'oakridge', 'lakeside-tech', 'sunny-hill', 'alma'] as const;
const COURSES = [
  'python-basics',
  'algebra-1',
  'ux-design',
  'data-science',
  'spanish-a2',
  'bookkeeping',
  'first-aid',
] as const;

const uneven = <T>(random: Dice, items: readonly T[]): T => items[Math.floor(random.roll() ** 1.5 * items.length)] as T;

export const callOf = (random: Dice, moment: Moment): Call => {
  const { planted } = moment;
  const call = {
    school: uneven(random, SCHOOLS) as string,
    course: uneven(random, COURSES) as string,
    student: storyOf(moment)?.student ?? `st-${40_400 + Math.floor(random.roll() ** 1.6 * 700)}`,
    region: random.pick(['eu-central', 'eu-central', 'us-east', 'us-east', 'ap-south']),
    release: serviceOf(moment.name).release,
  };
  if (planted === 'camera') return { ...call, school: 'northfield', release: '5.12.0' };
  return planted === 'stall' ? { ...call, region: 'ap-south' } : call;
};

const EVENT_OF: Readonly<Record<string, string>> = {
  provider: 'PROVIDER_DOWN',
  camera: 'CAMERA_LOST',
  memory: 'TRANSCODE_OOM',
  guessing: 'wrong password',
  stall: 'playback.stalled',
};

export const eventOf = (random: Dice, moment: Moment): CampusEvent => {
  const { events } = serviceOf(moment.name);
  const wanted = storyOf(moment)?.event ?? EVENT_OF[moment.planted ?? ''];
  const found = events.find(({ event, code, text }) => [event, code, text].includes(wanted ?? '-'));
  return found ?? weighted(random, events);
};
