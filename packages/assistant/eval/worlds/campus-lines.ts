import {
  callOf,
  eventOf,
  LOG_INCIDENTS,
  type Moment,
  moments,
  SPAN_INCIDENTS,
  serviceOf,
  storyOf,
} from './campus-moments.ts';
import { campusSpans } from './campus-spans.ts';
import { type Dice, dice, iso, type SeededLines } from './seeded.ts';
import { SEVERITIES, written } from './seeded-log.ts';

const KNOWN_TRACE = '7c1e5d0a9b3f42868ad1c0ffee200601';
const PLANS: Readonly<Record<string, string>> = {
  northfield: 'campus',
  oakridge: 'campus',
  riverbend: 'pro',
  'sunny-hill': 'free',
};

/** What an incident changes of a record. */
const changedBy = (random: Dice, moment: Moment): object => {
  const { planted } = moment;
  if (planted === 'provider')
    return { payment: { provider: 'cardinal', amount: random.between(1_900, 52_000) / 100, currency: 'EUR' } };
  if (planted === 'guessing') return { login: { method: 'password' }, client: { ip: '203.0.113.77' } };
  if (planted === 'memory')
    return {
      video: { id: `vid-${random.between(300, 420)}`, size_mb: random.between(2_600, 5_200) },
      job: { took_s: random.between(900, 2_000) },
    };
  if (planted === 'stall')
    return {
      video: { id: `vid-${random.between(300, 420)}` },
      playback: { device: random.pick(['phone', 'phone', 'laptop', 'tablet']), stall_ms: random.between(3_000, 9_500) },
    };
  return storyOf(moment)?.of ?? {};
};

const logOf = (random: Dice, moment: Moment): object => {
  const service = serviceOf(moment.name);
  const call = callOf(random, moment);
  const { event, text, level, code, extra } = eventOf(random, moment);
  const said = written(random, text);
  const isKnown = moment.planted === undefined && random.chance(0.002);
  return {
    $m: { timestamp: iso(moment.ms), severity: SEVERITIES[level] },
    $l: { applicationname: service.app, subsystemname: moment.name },
    $d: {
      event,
      event_text: said,
      ...(code === undefined ? {} : { failure: { code, detail: said } }),
      school: { slug: call.school, plan: PLANS[call.school] ?? 'pro' },
      student: { id: call.student },
      course: { slug: call.course },
      ...extra?.(random, call),
      ...changedBy(random, moment),
      region: call.region,
      release: call.release,
      trace_id: isKnown ? KNOWN_TRACE : random.hex(32),
    },
  };
};

/** A company that teaches online: nested records that each name their event, and spans as OTLP/JSON. */
export const campusLines = (): SeededLines => {
  const random = dice(61_207);
  const logs = moments(random, 18_000, LOG_INCIDENTS).map((moment) => JSON.stringify(logOf(random, moment)));
  const whole = moments(random, 4_000, SPAN_INCIDENTS);
  const known = whole.find(({ planted }) => planted === 'provider');
  const spans = whole.flatMap((moment) =>
    campusSpans(random, moment, moment === known ? KNOWN_TRACE : random.hex(32)).map((span) => JSON.stringify(span)),
  );
  return { logs, spans };
};
