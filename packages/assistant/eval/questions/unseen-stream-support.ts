import { THIS_WEEK, TODAY, YESTERDAY } from './blind-terms.ts';
import { hourly, which } from './fresh-terms.ts';
import { anyOf, clock } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import { leading } from './unseen-parcel-terms.ts';
import {
  CANCELLED,
  COUNTRY,
  DECLINED,
  DEVICE,
  event,
  FAULT,
  failedPlaybacks,
  failures,
  heldBy,
  NUMBER,
  numberIn,
  PAYS_BY,
  REJECTED,
  TUESDAY,
  VIEWER,
} from './unseen-stream-terms.ts';
import { lastDays } from './unseen-travel-terms.ts';

const stream = asks('stream');
const ACCEPTED = event('signin.accepted');
const LIMIT = event('stream.limit');
const TWO_WEEKDAYS = "between @'2026-11-17' and @'2026-11-19'";

/** By the lead of the customer support. */
export const UNSEEN_STREAM_SUPPORT: readonly EvalQuestion[] = [
  stream(
    'easy',
    'list',
    'What happened to viewer v-4012 today?',
    `source logs ${TODAY} | filter ${VIEWER} == 'v-4012'`,
    `source logs ${TODAY} | filter ${VIEWER} == 'v-4012' || $d.text ~ 'v-4012'`,
    `source spans ${TODAY} | filter $d.tags['app.viewer.id'] == 'v-4012'`,
  ),
  stream(
    'easy',
    'count',
    'How many sign-ins were rejected between 3 and 4 this morning?',
    `source logs ${clock('03:00', '04:00')} | filter ${REJECTED} | count`,
  ),
  stream(
    'easy',
    'list',
    'Please show me all payments that were declined this week.',
    `source logs ${THIS_WEEK} | filter ${DECLINED}`,
  ),
  stream(
    'easy',
    'any',
    'Did anyone cancel their subscription yesterday?',
    ...anyOf(`source logs ${YESTERDAY} | filter ${CANCELLED}`),
  ),
  stream(
    'easy',
    'values',
    'Which viewers reached the stream limit today?',
    ...which(`source logs ${TODAY} | filter ${LIMIT}`, VIEWER),
  ),
  stream(
    'easy',
    'list',
    'Show me the messages about titles that are not licensed in a country from the last 3 days.',
    ...lastDays(3, (time) => `source logs ${time} | filter ${event('geo.blocked')}`),
  ),
  stream(
    'easy',
    'count',
    'How many playback failures did we have on Tuesday?',
    ...failedPlaybacks((holds) => `source logs ${TUESDAY} | filter ${holds} | count`),
  ),
  stream(
    'easy',
    'any',
    'Were there any errors for viewer v-4000 in the past 48 hours?',
    ...failures(({ source, viewer }, bad) => `${source} last 48h | filter ${bad} && ${viewer} == 'v-4000'`).flatMap(
      anyOf,
    ),
  ),
  stream(
    'medium',
    'top groups',
    'Which five viewers had the most errors this week?',
    ...failures(({ source }, bad) => `${source} ${THIS_WEEK} | filter ${bad}`).flatMap((source) =>
      leading(source, source.startsWith('source logs') ? VIEWER : "$d.tags['app.viewer.id']", 'count()', 5),
    ),
  ),
  stream(
    'medium',
    'count by',
    'How many payments were declined per payment method this week?',
    ...heldBy(`source logs ${THIS_WEEK}`, DECLINED, `${PAYS_BY} as method`),
  ),
  stream(
    'medium',
    'distinct by',
    'For each country, how many different viewers had a failed playback this week?',
    ...failedPlaybacks(
      (holds) =>
        `source logs ${THIS_WEEK} | filter ${holds} | groupby ${COUNTRY} as country aggregate distinct_count(${VIEWER}) as n`,
    ),
  ),
  stream(
    'medium',
    'top groups',
    'Which fault codes did smart TVs run into most often on Tuesday and Wednesday?',
    ...['', ' | limit 1', ' | limit 3', ' | limit 5', ' | limit 10'].map(
      (end) =>
        `source logs ${TWO_WEEKDAYS} | filter ${DEVICE} == 'smart-tv' && ${FAULT} != null | groupby ${FAULT} as code aggregate count() as n | orderby n desc${end}`,
    ),
  ),
  stream(
    'medium',
    'series',
    'How did the number of rejected sign-ins develop per hour today?',
    `source logs ${TODAY} | filter ${REJECTED} | ${hourly} aggregate count() as n`,
  ),
  stream(
    'medium',
    'distinct',
    'How many different viewers had a sign-in rejected today?',
    `source logs ${TODAY} | filter ${REJECTED} | aggregate distinct_count(${VIEWER}) as n`,
  ),
  stream(
    'medium',
    'count by',
    'From which IP addresses were sign-ins rejected today, and how often from each?',
    `source logs ${TODAY} | filter ${REJECTED} | groupby $d.ip as ip aggregate count() as n`,
  ),
  stream(
    'medium',
    'statistic by',
    'What was the average buffering time per device type yesterday?',
    `source logs ${YESTERDAY} | filter $d.bufferingMs != null | groupby ${DEVICE} as device aggregate avg($d.bufferingMs) as ms`,
  ),
  stream(
    'hard',
    'having',
    'Which viewers had at least three rejected sign-ins today?',
    `source logs ${TODAY} | filter ${REJECTED} && ${VIEWER} != null | groupby ${VIEWER} as viewer aggregate count() as n | filter n >= 3 | choose viewer`,
    `source logs ${TODAY} | filter ${REJECTED} | groupby ${VIEWER} as viewer aggregate count() as n | filter n >= 3`,
  ),
  stream(
    'hard',
    'share',
    'What share of the sign-in attempts was rejected today?',
    `source logs ${TODAY} | filter ${REJECTED} || ${ACCEPTED} | aggregate count_if(${REJECTED}) / count() as share`,
    `source logs ${TODAY} | filter $d.req.path == '/account/signin' | aggregate count_if(${REJECTED}) / count() as share`,
  ),
  stream(
    'hard',
    'extract',
    'After how many months do people cancel their subscription on average?',
    `source logs | filter ${CANCELLED} | ${numberIn('after (?<n>\\d+) months')} | aggregate avg(${NUMBER}) as months`,
  ),
  stream(
    'hard',
    'having',
    'How many viewers had both a failed playback and a declined payment in the last two weeks?',
    ...lastDays(14, (time) => `source logs ${time}`).flatMap((source) =>
      failedPlaybacks(
        (holds) =>
          `${source} | filter ${VIEWER} != null | groupby ${VIEWER} as viewer aggregate count_if(${holds}) as failed, count_if(${DECLINED}) as declined | filter failed > 0 && declined > 0 | count`,
      ),
    ),
  ),
];
