import { BAD_SPAN, DAY, S, SVC, THIS_WEEK, TODAY, TWO_DAYS, YESTERDAY } from './blind-terms.ts';
import { periods, statisticOf } from './final-terms.ts';
import { hourly } from './fresh-terms.ts';
import { anyOf, CRITICAL, clock } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import {
  ADDRESS,
  CODE,
  calls,
  either,
  failures,
  LOGS,
  leading,
  PATH,
  rates,
  SPANS,
  says,
  TOOK,
  WEDNESDAY,
} from './unseen-desk-terms.ts';

const desk = asks('desk');
const TRACE = 'b1c47e02f95d4f83a6e0d3917c28ab54';
const OUTAGE = "between @'2026-11-19T16:45:00Z' and @'2026-11-19T18:30:00Z'";
const p99 = (field: string): string => `percentile(0.99, ${field})`;

/** By the engineer on call at night. */
export const UNSEEN_DESK_NIGHT: readonly EvalQuestion[] = [
  desk('easy', 'list', 'errors last hour', ...failures((told, bad) => `${told.source} last 1h | filter ${bad}`)),
  desk(
    'easy',
    'list',
    '5xx on api last 30 min',
    ...either((told) => `${told.source} last 30m | filter ${told.service} == 'api' && ${told.status} >= 500`).flatMap(
      anyOf,
    ),
  ),
  desk('easy', 'count', 'critical logs since midnight, how many', `source logs ${TODAY} | filter ${CRITICAL} | count`),
  desk('easy', 'list', 'mailer logs last 4 hours', `source logs last 4h | filter ${S} == 'mailer'`),
  desk(
    'easy',
    'trace',
    `trace ${TRACE}`,
    `source spans | filter $d.traceID == '${TRACE}'`,
    `source logs | filter $d.traceId == '${TRACE}'`,
  ),
  desk(
    'easy',
    'count',
    '429s today, count',
    ...either((told) => `${told.source} ${TODAY} | filter ${told.status} == 429 | count`),
  ),
  desk(
    'easy',
    'list',
    'last 15 errors from billing',
    ...failures(
      (told, bad) =>
        `${told.source} | filter ${told.service} == 'billing' && ${bad} | orderby $m.timestamp desc | limit 15`,
    ),
  ),
  desk(
    'easy',
    'list',
    'failed spans webhooks past 6h',
    `source spans last 6h | filter ${SVC} == 'webhooks' && ${BAD_SPAN}`,
  ),
  desk(
    'medium',
    'count by',
    'errors per service last 24h, worst first',
    ...failures(
      (told, bad) =>
        `${told.source} last 24h | filter ${bad} | groupby ${told.service} as service aggregate count() as n | orderby n desc`,
    ),
  ),
  desk(
    'medium',
    'series',
    'errors per hour today',
    ...failures((told, bad) => `${told.source} ${TODAY} | filter ${bad} | ${hourly} aggregate count() as n`),
  ),
  desk(
    'medium',
    'statistic',
    'p95 responseTime api by path last 3h',
    `source logs last 3h | filter ${S} == 'api' | groupby ${PATH} as path aggregate percentile(0.95, ${TOOK}) as p95`,
  ),
  desk(
    'medium',
    'top groups',
    'top 5 err codes yesterday',
    ...leading(`source logs ${YESTERDAY}`, CODE, 'count()', 5),
    ...failures((told, bad) => `${told.source} ${YESTERDAY} | filter ${bad}`).flatMap((source) =>
      leading(source, source.startsWith('source logs') ? CODE : SPANS.code, 'count()', 5),
    ),
  ),
  desk(
    'medium',
    'statistic',
    'when did mailer log last?',
    `source logs | filter ${S} == 'mailer' | aggregate max($m.timestamp) as at`,
    `source logs | filter ${S} == 'mailer' | orderby $m.timestamp desc | limit 1`,
  ),
  desk(
    'medium',
    'count by',
    'invalid password by ip today 2:00-3:30',
    `source logs ${clock('02:00', '03:30')} | filter ${says('invalid password')} | groupby ${ADDRESS} as ip aggregate count() as n`,
  ),
  desk(
    'medium',
    'count by',
    'spans slower than 2s yesterday per service',
    `source spans ${YESTERDAY} | filter $m.duration > 2000000 | groupby ${SVC} as service aggregate count() as n`,
  ),
  desk(
    'medium',
    'series',
    'PROVIDER_TIMEOUT per 10 min thursday 16:45-18:30',
    ...either(
      (told) =>
        `${told.source} ${OUTAGE} | filter ${told.code} == 'PROVIDER_TIMEOUT' | groupby roundTime($m.timestamp, 10m) as t aggregate count() as n`,
    ),
  ),
  desk(
    'hard',
    'share',
    'error rate api by version wednesday',
    ...rates(
      (told, also, bad) =>
        `${told.source} ${WEDNESDAY} | filter ${told.service} == 'api' && ${also} | groupby ${told.version} as version aggregate count_if(${bad}) / count() as rate`,
    ),
  ),
  desk(
    'hard',
    'share',
    'error rate per region since monday',
    ...rates(
      (told, also, bad) =>
        `${told.source} ${THIS_WEEK} | filter ${also} | groupby ${told.region} as region aggregate count_if(${bad}) / count() as rate`,
    ),
  ),
  desk(
    'hard',
    'having',
    'services with more than 40 errors since yesterday',
    ...failures(
      (told, bad) =>
        `${told.source} ${TWO_DAYS} | filter ${bad} | groupby ${told.service} as service aggregate count() as n | filter n > 40 | choose service`,
    ),
  ),
  desk(
    'hard',
    'compare times',
    'billing p99 today vs yesterday',
    ...calls((told, also) => `${told.source} ${TWO_DAYS} | filter ${told.service} == 'billing'${also}`).flatMap(
      (source) => periods(source, DAY, statisticOf(source.startsWith(LOGS.source) ? LOGS.took : SPANS.took, p99)),
    ),
  ),
];
