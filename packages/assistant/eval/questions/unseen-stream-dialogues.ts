import { S, THIS_WEEK, TODAY, YESTERDAY } from './blind-terms.ts';
import { APP, OP } from './final-terms.ts';
import { daily } from './fresh-terms.ts';
import { CRITICAL, clock } from './later-terms.ts';
import { after, asks, type EvalQuestion } from './question.ts';
import { leading } from './unseen-parcel-terms.ts';
import {
  AMOUNT,
  CANCELLED,
  COUNTRY,
  DATABASE,
  DECLINED,
  DEVICE,
  event,
  FAULT,
  failedJobs,
  failedPlaybacks,
  failures,
  failuresBy,
  heldBy,
  PAYS_BY,
  PLAN,
  PLAYER,
  REJECTED,
  SPAN_TYPE,
  STARTED,
  SUBSCRIBED,
  shares,
  TITLE,
  TUESDAY,
  VIEWER,
} from './unseen-stream-terms.ts';

const stream = asks('stream');
const LAST_WEEK = "between @'2026-11-09' and @'2026-11-16'";
const REGION = "$d.process.tags['cloud.region']";
const CLICKED = event('ad.clicked');

/** Dialogues of all four. */
export const UNSEEN_STREAM_DIALOGUES: readonly EvalQuestion[] = [
  after(
    ['errors of edge-gateway yesterday', 'by cdn'],
    stream(
      'medium',
      '',
      'only in Poland',
      ...failuresBy(
        YESTERDAY,
        (told) => ` && ${told.service} == 'edge-gateway' && ${told.country} == 'PL'`,
        (told) => `${told.cdn} as cdn`,
      ),
    ),
  ),
  after(
    ['how many sign-ins were rejected today?'],
    stream('easy', '', 'and yesterday?', `source logs ${YESTERDAY} | filter ${REJECTED} | count`),
  ),
  after(
    ['average buffering per device type this week'],
    stream(
      'medium',
      '',
      'only player 7.4.0',
      `source logs ${THIS_WEEK} | filter ${PLAYER} == '7.4.0' && $d.bufferingMs != null | groupby ${DEVICE} as device aggregate avg($d.bufferingMs) as ms`,
    ),
  ),
  after(
    ['top 3 titles by playback starts today', 'make it the top 5'],
    stream(
      'easy',
      '',
      'same for yesterday',
      ...leading(`source logs ${YESTERDAY} | filter ${STARTED}`, TITLE, 'count()', 5),
    ),
  ),
  after(
    ['drm-license errors today'],
    stream(
      'easy',
      '',
      'how many of them between 9 and 10?',
      ...failures(
        ({ source, service }, bad) =>
          `${source} ${clock('09:00', '10:00')} | filter ${service} == 'drm-license' && ${bad} | count`,
      ),
    ),
  ),
  after(
    ['Show me the declined payments of this week.'],
    stream(
      'medium',
      '',
      'How many are that per plan?',
      ...heldBy(`source logs ${THIS_WEEK}`, DECLINED, `${PLAN} as plan`),
    ),
  ),
  after(
    ['subscriptions started per day this week'],
    stream(
      'medium',
      '',
      'and cancelled ones?',
      `source logs ${THIS_WEEK} | filter ${CANCELLED} | ${daily} aggregate count() as n`,
      `source logs ${THIS_WEEK} | ${daily} aggregate count_if(${SUBSCRIBED}) as started, count_if(${CANCELLED}) as cancelled`,
    ),
  ),
  after(
    ['slowest 10 spans of encoder-worker today'],
    stream(
      'easy',
      '',
      'only encode chunk',
      `source spans ${TODAY} | filter $l.serviceName == 'encoder-worker' && ${OP} == 'encode chunk' | orderby $m.duration desc | limit 10`,
    ),
  ),
  after(
    ['p95 duration of playback-api spans last 24 hours', 'per route'],
    stream(
      'medium',
      '',
      'just the three slowest',
      `source spans last 24h | filter $l.serviceName == 'playback-api' && $d.tags['http.route'] != null | groupby $d.tags['http.route'] as route aggregate percentile(0.95, $m.duration) as p95 | orderby p95 desc | limit 3`,
      `source spans last 24h | filter $l.serviceName == 'playback-api' | groupby $d.tags['http.route'] as route aggregate percentile(0.95, $m.duration) as p95 | orderby p95 desc | limit 3`,
    ),
  ),
  after(
    ['how many ads were shown today?', 'by campaign'],
    stream(
      'medium',
      '',
      'and clicked?',
      ...heldBy(`source logs ${TODAY}`, CLICKED, '$d.campaign as campaign'),
      `source logs ${TODAY} | groupby $d.campaign as campaign aggregate count_if(${event('ad.shown')}) as shown, count_if(${CLICKED}) as clicked`,
    ),
  ),
  after(
    ['db spans per database system today'],
    stream(
      'medium',
      '',
      'average duration instead of the count',
      `source spans ${TODAY} | filter ${DATABASE} != null | groupby ${DATABASE} as db aggregate avg($m.duration) as mean`,
    ),
  ),
  after(
    ['critical logs of the last 24 hours', 'just the ones from studio'],
    stream(
      'medium',
      '',
      'how many per service?',
      `source logs last 24h | filter ${CRITICAL} && ${APP} == 'studio' | groupby ${S} as service aggregate count() as n`,
    ),
  ),
  after(
    ['Failed playbacks on Tuesday', 'Which player versions did they have?'],
    stream(
      'medium',
      '',
      'And per country instead?',
      ...failedPlaybacks(
        (holds) => `source logs ${TUESDAY} | filter ${holds} | groupby ${COUNTRY} as country aggregate count() as n`,
      ),
    ),
  ),
  after(
    ['What did viewer v-4007 do today?'],
    stream(
      'easy',
      '',
      'Show only warnings and errors.',
      `source logs ${TODAY} | filter ${VIEWER} == 'v-4007' && $m.severity >= WARNING`,
      `source logs ${TODAY} | filter ${VIEWER} == 'v-4007' && ($m.severity == WARNING || $m.severity == ERROR)`,
    ),
  ),
  after(
    ['failed jobs this week', 'by fault code'],
    stream(
      'hard',
      '',
      'and by codec',
      ...failedJobs((holds) => `source logs ${THIS_WEEK} | filter ${holds}`).flatMap((source) => [
        `${source} | groupby ${FAULT} as code, $d.codec as codec aggregate count() as n`,
        `${source} | groupby $d.codec as codec aggregate count() as n`,
      ]),
    ),
  ),
  after(
    ['error rate per region today'],
    stream(
      'hard',
      '',
      'only stage live',
      ...shares(
        ({ region, stage }, source, bad) =>
          `${source} ${TODAY} | filter ${stage} == 'live' | groupby ${region} as region aggregate count_if(${bad}) / count() as rate`,
      ),
    ),
  ),
  after(
    ['when did recommendations last log?'],
    stream(
      'easy',
      '',
      'how many logs did it write today?',
      `source logs ${TODAY} | filter ${S} == 'recommendations' | count`,
    ),
  ),
  after(
    ['sum of accepted payments this week in eur', 'by payment method'],
    stream(
      'medium',
      '',
      'what about last week?',
      `source logs ${LAST_WEEK} | filter ${event('payment.accepted')} | groupby ${PAYS_BY} as method aggregate sum(${AMOUNT}) as eur`,
    ),
  ),
  after(
    ['searches without a hit today'],
    stream(
      'easy',
      '',
      'in which languages?',
      `source logs ${TODAY} | filter ${event('search.empty')} | distinct $d.language`,
      `source logs ${TODAY} | filter ${event('search.empty')} | groupby $d.language as language aggregate count() as n`,
    ),
  ),
  after(
    ['failing spans last 3 hours', 'group by error type'],
    stream(
      'hard',
      '',
      'without sa-east-1',
      `source spans last 3h | filter $d.tags.error == 'true' && ${REGION} != 'sa-east-1' | groupby ${SPAN_TYPE} as type aggregate count() as n`,
    ),
  ),
];
